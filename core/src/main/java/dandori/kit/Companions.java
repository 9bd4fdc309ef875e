package dandori.kit;

import dandori.policy.Admission;
import dandori.policy.Backfill;
import dandori.policy.Estimates;
import dandori.policy.Order;
import dandori.policy.Placement;
import dandori.policy.Policy;
import dandori.policy.placement.Placements;
import dandori.policy.spi.Defaults;
import dandori.policy.spi.Parts;
import java.util.ArrayList;
import java.util.List;

/** The other parts of a policy: all that are known by name, as their defaults have them. */
final class Companions {

    private final List<Order> orders = all(Order.class);
    private final List<Backfill> backfills = new ArrayList<>();
    private final List<Admission> admissions = new ArrayList<>();
    private final List<Placement> placements = new ArrayList<>();

    Companions() {
        for (Backfill backfill : all(Backfill.class)) {
            if (!backfill.ignoresCapacity()) {
                backfills.add(backfill);
            }
        }
        admissions.add(Admission.OPEN);
        admissions.addAll(all(Admission.class));
        placements.add(Placement.COUNT);
        placements.add(Placements.firstFit());
    }

    private static <T> List<T> all(Class<T> kind) {
        return Parts.of(kind).stream()
                .map(provider -> provider.create(Defaults.of(provider)))
                .toList();
    }

    /** How many worlds it takes for each part to have been there more than once. */
    int rounds() {
        return 2 * Math.max(Math.max(orders.size(), backfills.size()), 12);
    }

    /** A policy for a round, whose parts change from round to round, each at its own pace. */
    Policy.Builder of(int round) {
        Backfill backfill = backfills.get(round % backfills.size());
        return Policy.named("round %d".formatted(round))
                .order(orders.get(round % orders.size()))
                .admission(
                        round % 3 == 0
                                ? admissions.get(round / 3 % admissions.size())
                                : Admission.OPEN)
                .backfill(backfill)
                .placement(
                        backfill.reservesPlaces()
                                ? Placements.firstFit()
                                : placements.get(round % placements.size()))
                .estimates(round % 5 == 4 ? Estimates.EXACT : Estimates.REQUESTED);
    }
}
