package dandori.kit;

import dandori.policy.Admission;
import dandori.policy.Backfill;
import dandori.policy.Policy;
import dandori.policy.placement.Placements;
import java.util.List;

/**
 * What every backfill must keep: it starts only who waits, on what is free; nobody waits for ever
 * on an idle machine; the head of the queue starts in time where it says that it protects it;
 * nothing is remembered between runs, and nothing known of jobs to come.
 */
public final class BackfillContract {

    private BackfillContract() {}

    /**
     * Checks a backfill.
     *
     * @throws AssertionError if it breaks the contract, with a sentence for each rule
     */
    public static void check(Backfill backfill) {
        Faults.check(backfill, faults(backfill));
    }

    /** What it breaks, a sentence for each rule; empty if it keeps the contract. */
    public static List<String> faults(Backfill backfill) {
        Faults faults = new Faults();
        CommonRules rules = new CommonRules(faults);
        Companions companions = new Companions();
        for (int round = 0; round < companions.rounds(); round++) {
            Policy.Builder others = companions.of(round).backfill(backfill);
            if (backfill.reservesPlaces()) {
                others.placement(Placements.firstFit());
            }
            if (backfill.ignoresCapacity()) {
                others.admission(Admission.OPEN); // a baseline keeps no limits
            }
            rules.hold(SmallWorld.flat(round), others.build(), SmallWorld.flat(~round));
        }
        rules.end();
        return faults.list();
    }
}
