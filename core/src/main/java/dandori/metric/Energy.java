package dandori.metric;

/**
 * What the nodes of a pool drew in a window, and what caps on power saved.
 *
 * @param kilowattHours energy of its nodes, with the site's share
 * @param idleKilowattHours what of that its nodes drew while they stood idle
 * @param savedKilowattHours what they would have drawn more, had those that were switched off stood
 *     idle, and had those that ran at a lower clock done the same work at full speed and stood idle
 *     for the rest
 * @param mostKilowatts the most that was drawn at an instant
 */
public record Energy(
        double kilowattHours,
        double idleKilowattHours,
        double savedKilowattHours,
        double mostKilowatts) {}
