package dandori.cli;

import dandori.engine.Durations;
import dandori.results.ExplainedJob;
import dandori.results.Stay;
import java.util.List;
import java.util.Locale;

/**
 * The stays of a job that went back to the queue, for people.
 *
 * @param explained the job
 */
record StaysText(ExplainedJob explained) {

    private static final int MOST_ROWS = 20;
    private static final int[] WIDTHS = {12, 12, 12, 58};

    /** A sentence and a table; nothing of a job that had one stay only. */
    String text() {
        List<Stay> stays = explained.stays();
        long back = stays.stream().filter(Stay::wasSentBack).count();
        if (back == 0) {
            return "";
        }
        StringBuilder text = new StringBuilder();
        text.append("It went back to the queue ")
                .append(back == 1 ? "once" : String.format(Locale.ROOT, "%,d times", back));
        long lost = stays.stream().mapToLong(Stay::lostMillis).sum();
        text.append(lost == 0 ? ".\n\n" : ", and lost %s.\n\n".formatted(Durations.text(lost)));
        text.append(CellText.row(WIDTHS, List.of("Ran after", "For", "Lost", "How it ended")));
        for (int i = 0; i < stays.size(); i++) {
            if (stays.size() > MOST_ROWS && i == MOST_ROWS / 2) {
                int left = stays.size() - MOST_ROWS;
                String more = left + " more (all of them with --json)";
                text.append(CellText.row(WIDTHS, List.of("…", "", "", more)));
                i += left;
            }
            text.append(row(stays.get(i)));
        }
        return text.toString();
    }

    private String row(Stay stay) {
        return CellText.row(
                WIDTHS,
                List.of(
                        Durations.text(stay.startMillis() - explained.job().submitMillis()),
                        Durations.text(stay.endMillis() - stay.startMillis()),
                        stay.lostMillis() == 0 ? "–" : Durations.text(stay.lostMillis()),
                        stay.wasSentBack() ? WaitWords.sentBack(stay.cause()) : stay.endState()));
    }
}
