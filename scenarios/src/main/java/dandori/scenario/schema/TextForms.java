package dandori.scenario.schema;

import dandori.catalogue.Dimension;
import java.util.Map;
import java.util.TreeMap;

/** What texts look like that are more than words: amounts with units, ranges, boxes, hours. */
final class TextForms {

    private static final String WHOLE = "[0-9]{1,9}";
    private static final String RANGE = "^" + WHOLE + "( ?\\.\\. ?" + WHOLE + ")?$";
    private static final String PER_CENT = Shapes.NUMBER + " ?%";
    private static final String CLOCK = "([01][0-9]|2[0-4]):[0-5][0-9]";

    /** A span of time: each unit once, the larger before the smaller. */
    static final String DURATION = duration();

    /** The form of a key's text by the place of its section and its name. */
    private static final Map<String, String> FORMS = forms();

    private TextForms() {}

    /** The form of the text behind a key; that of any text where it has none of its own. */
    static String of(String place) {
        return FORMS.getOrDefault(place, "");
    }

    private static Map<String, String> forms() {
        Map<String, String> forms = new TreeMap<>();
        String power = amount(Dimension.POWER);
        String bytes = amount(Dimension.BYTES);
        forms.put("power.MACHINE.busy", power);
        forms.put("power.MACHINE.idle", power);
        forms.put("power.MACHINE.clocks[N].busy", power);
        forms.put("power.MACHINE.caps[N].cap", power);
        forms.put("workload.streams[N].uses.power", power);
        forms.put("workload.streams[N].uses.memory", bytes);
        forms.put("workload.streams[N].communication.bytesPerNode", bytes);
        forms.put("workload.streams[N].communication.bytesPerSecond", amount(Dimension.BANDWIDTH));
        forms.put("campaigns.NAME.checkpoint.size", bytes);
        forms.put("campaigns.NAME.checkpoint.bandwidth", amount(Dimension.BANDWIDTH));
        forms.put("campaigns.NAME.tokens", "^" + Shapes.NUMBER + "( ?[MBT])?$");
        forms.put("campaigns.NAME.done", "^" + Shapes.NUMBER + "( ?[MBT])?$|^" + PER_CENT + "$");
        forms.put("failures.MACHINE.lemons.nodes", "^" + Shapes.NUMBER + "( ?%)?$");
        forms.put("failures.MACHINE.lemons.failures", "^" + Shapes.NUMBER + "( ?%)?$");
        forms.put("workload.streams[N].minimumElapse", "^" + Shapes.NUMBER + "( ?%)?$|" + DURATION);
        forms.put(
                "reservations[N].nodes",
                "^" + WHOLE + "(-" + WHOLE + ")?([ ,]+" + WHOLE + "(-" + WHOLE + ")?)*$");
        String box = "[1-9][0-9]{0,8}(x[1-9][0-9]{0,8})*(:.+)?";
        forms.put("workload.streams[N].shape", "^(torus|mesh|noncont|" + box + ")$");
        for (String place : new String[] {"campaigns.NAME", "campaigns.NAME.machines[N]"}) {
            forms.put(place + ".nodes", RANGE);
            forms.put(place + ".accelerators", RANGE);
            forms.put(place + ".elastic", RANGE);
            forms.put(place + ".shape", "^(torus|mesh|noncont|" + box + ")$");
        }
        String hours = "^" + CLOCK + "-" + CLOCK + "$";
        for (String place :
                new String[] {
                    "maintenance[N]",
                    "reservations[N]",
                    "power.MACHINE.caps[N]",
                    "policies.NAME.limits.organizations.NAME.atTimes[N]"
                }) {
            forms.put(place + ".hours", hours);
        }
        return Map.copyOf(forms);
    }

    private static String duration() {
        StringBuilder parts = new StringBuilder("^0$|^(?=.)");
        for (String unit : new String[] {"y", "w", "d", "h", "min", "s", "ms"}) {
            parts.append("( *[0-9]{1,15}(\\.[0-9]{1,9})? *").append(unit).append(")?");
        }
        return parts.append("$").toString();
    }

    private static String amount(Dimension dimension) {
        return "^" + Shapes.NUMBER + " ?(" + String.join("|", dimension.units()) + ")$";
    }
}
