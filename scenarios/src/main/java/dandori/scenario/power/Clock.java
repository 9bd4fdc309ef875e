package dandori.scenario.power;

/**
 * A lower clock of a machine's nodes.
 *
 * @param speed how fast jobs run at it, against full speed
 * @param busyWatts what a busy node draws at it
 */
public record Clock(double speed, double busyWatts) {}
