package dandori.slurm;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;

/** What slurm.conf says of preemption: that it is by quality of service, and how. */
final class SlurmPreemption {

    private static final Map<String, String> MODES =
            Map.of("CANCEL", "kill", "REQUEUE", "requeue", "SUSPEND", "suspend");

    private record Said(SlurmStatement line, SlurmStatement.Setting setting) {}

    private final List<Said> said = new ArrayList<>();
    private boolean isByQos;
    private String mode = "";
    private long exemptMillis;

    /** Takes a setting; says whether it is about preemption. */
    boolean take(SlurmStatement line, SlurmStatement.Setting setting) {
        String value = setting.value();
        switch (setting.lowerKey()) {
            case "preempttype" -> isByQos = value.equalsIgnoreCase("preempt/qos");
            case "preemptmode" -> mode = mode(value, "");
            case "preemptexempttime" -> exemptMillis = exempt(value, 0);
            default -> {
                return false;
            }
        }
        said.add(new Said(line, setting));
        return true;
    }

    /** Notes settings that come to nothing, after all have been taken. */
    void settle(SlurmNotes notes) {
        for (Said one : said) {
            if (!isByQos) {
                notes.add(one.line, one.setting.text(), "not modelled");
            }
        }
    }

    /** Whether those of some qualities take the nodes of others. */
    boolean isByQos() {
        return isByQos;
    }

    /** What becomes of those of a quality that make way. */
    String modeOf(SlurmQos one) {
        return mode(one.take("preemptmode"), mode.isEmpty() ? "requeue" : mode);
    }

    /** For how long they need not. */
    long exemptMillisOf(SlurmQos one) {
        return exempt(one.take("preemptexempttime"), exemptMillis);
    }

    private static String mode(String text, String other) {
        for (String word : text.toUpperCase(Locale.ROOT).split(",")) {
            String mode = MODES.get(word.strip());
            if (mode != null) {
                return mode;
            }
        }
        return other;
    }

    private static long exempt(String text, long other) {
        OptionalLong millis = SlurmTime.millis(text);
        return millis.isEmpty() || millis.getAsLong() == SlurmTime.UNLIMITED
                ? other
                : millis.getAsLong();
    }
}
