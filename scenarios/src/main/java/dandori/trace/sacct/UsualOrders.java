package dandori.trace.sacct;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The columns of logs without names, where their order is one that a well-known program asks for:
 * XDMoD has sites keep what sacct prints with {@code --noheader --parsable2}.
 *
 * <p>Source: XDMoD's manual, "Slurm notes", of versions 6 to 11, and its public tests.
 */
final class UsualOrders {

    private static final String WHO = "JobID|JobIDRaw|Cluster|Partition|";
    private static final String WHEN =
            "Account|Group|GID|User|UID|Submit|Eligible|Start|End|Elapsed|ExitCode|State|NNodes"
                    + "|NCPUS|ReqCPUS|ReqMem|";
    private static final String END = "Timelimit|NodeList|JobName";

    private static final List<List<String>> ORDERS =
            List.of(
                    order(WHO + "QOS|" + WHEN + "ReqTRES|AllocTRES|" + END),
                    order(WHO + WHEN + "ReqTRES|AllocTRES|" + END),
                    order(WHO + WHEN + "ReqGRES|ReqTRES|" + END),
                    order(WHO + WHEN + "ReqGRES|ReqTRES|AllocTRES|" + END),
                    order(WHO + WHEN + "ReqGRES|" + END),
                    order(WHO + WHEN + END));

    private UsualOrders() {}

    private static List<String> order(String names) {
        return List.of(names.split("\\|"));
    }

    /** The names of the columns after which most lines look like jobs; null if there are none. */
    static @Nullable Heading of(List<String> lines) {
        Heading exact = of(lines, false);
        return exact == null ? of(lines, true) : exact;
    }

    private static @Nullable Heading of(List<String> lines, boolean bars) {
        List<String> best = List.of();
        long most = lines.stream().filter(line -> !line.isBlank()).count() / 2;
        for (List<String> order : ORDERS) {
            long fitting = lines.stream().filter(line -> fits(order, line, bars)).count();
            if (fitting > most) {
                most = fitting;
                best = order;
            }
        }
        return best.isEmpty() ? null : new Heading((byte) '|', best);
    }

    /** Whether the values look like those of their columns; the name at the end may hold bars. */
    private static boolean fits(List<String> order, String line, boolean bars) {
        String[] fields = line.split("\\|", order.size());
        boolean more = fields[fields.length - 1].indexOf('|') >= 0;
        if (fields.length < order.size() || more && !bars) {
            return false;
        }
        for (int i = 0; i < fields.length; i++) {
            Shape shape = KnownColumns.shape(order.get(i));
            byte[] value = fields[i].getBytes(StandardCharsets.UTF_8);
            if (shape != null && shape.isTelling() && !shape.fits(value, 0, value.length)) {
                return false;
            }
        }
        return true;
    }
}
