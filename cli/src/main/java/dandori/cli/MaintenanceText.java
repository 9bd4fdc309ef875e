package dandori.cli;

import dandori.machine.Fact;
import dandori.machine.Maintenance;
import dandori.machine.Outage;
import dandori.machine.Specification;
import dandori.scenario.Outages;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;

/** The maintenance of a machine in words. */
final class MaintenanceText {

    private static final int[] WIDTHS = {56, 12, 8, 19};

    private MaintenanceText() {}

    /** Every date with certainty and source; nothing where there are none. */
    static void dates(StringBuilder text, Specification known) {
        if (known.maintenance().isEmpty()) {
            return;
        }
        text.append("\nPlanned maintenance\n");
        for (Maintenance date : known.maintenance()) {
            Fact fact = date.fact();
            text.append(
                    CellText.row(
                            WIDTHS,
                            List.of(
                                    fact.text(),
                                    fact.certainty().text(),
                                    String.join(" ", fact.sources()),
                                    fact.note())));
        }
    }

    /** The dates that fell into a replay; nothing where none did. */
    static void met(StringBuilder text, ReplayResult result) {
        ZonedDateTime origin = result.trace().origin();
        List<String> met = new ArrayList<>();
        if (origin != null && result.trace().count() > 0) {
            long first = result.trace().firstSubmitMillis();
            long last = result.outcome().log().endOfRunMillis();
            for (Maintenance date : result.machine().specification().maintenance()) {
                Outage outage = date.outage(result.machine().name(), origin);
                if (Outages.met(List.of(outage), first, last) > 0) {
                    met.add(date.fact().text());
                }
            }
        }
        for (int i = 0; i < met.size(); i++) {
            String count = met.size() == 1 ? "1 date" : "%d dates".formatted(met.size());
            String words = i == 0 ? count + " fell into the run: " : "and ";
            ReplayText.line(text, i == 0 ? "maintenance" : "", "%s%s", words, met.get(i));
        }
    }
}
