package dandori.cli;

import dandori.engine.Durations;
import dandori.results.ExplainedJob;
import dandori.results.JobLine;
import dandori.results.RunFolder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Why a job waited, for people.
 *
 * @param explained the job
 * @param run where it was
 */
record ExplainText(ExplainedJob explained, RunFolder run) {

    private static final int WIDTH = 100;
    private static final int MOST_ROWS = 40;
    private static final int MOST_JOBS = 2;
    private static final int[] WIDTHS = {12, 12, 70};

    /** Neighbouring parts of one reason. */
    private static final class Row {
        final long fromMillis;
        long toMillis;
        final String reason;
        final String name;
        final Map<Long, JobLine> jobs = new LinkedHashMap<>();

        Row(ExplainedJob.Part part) {
            fromMillis = part.fromMillis();
            toMillis = part.fromMillis();
            reason = part.reason();
            name = part.name();
        }

        void add(ExplainedJob.Part part) {
            toMillis = part.toMillis();
            JobLine other = part.forJob();
            if (other != null) {
                jobs.put(other.id(), other);
            }
        }
    }

    String text() {
        StringBuilder text = new StringBuilder(head());
        text.append(new StaysText(explained).text());
        if (explained.parts().isEmpty()) {
            return text.toString();
        }
        List<Row> rows = rows();
        text.append('\n')
                .append(CellText.row(WIDTHS, List.of("After", "For", "What it waited for")));
        for (int i = 0; i < rows.size(); i++) {
            if (rows.size() > MOST_ROWS && i == MOST_ROWS / 2) {
                int left = rows.size() - MOST_ROWS;
                text.append(
                        CellText.row(
                                WIDTHS,
                                List.of("…", "", left + " more (all of them with --json)")));
                i += left;
            }
            text.append(row(rows.get(i)));
        }
        if (rows.size() > 1) {
            text.append("\nIn all\n").append(sums());
        }
        return text.toString();
    }

    private String head() {
        JobLine job = explained.job();
        List<String> about = new ArrayList<>();
        if (!job.organization().isEmpty()) {
            about.add(job.organization());
        }
        if (!job.user().isEmpty()) {
            about.add("user " + job.user());
        }
        about.add(
                String.format(Locale.ROOT, "%,d node%s", job.nodes(), job.nodes() == 1 ? "" : "s"));
        about.add("limit " + Durations.text(job.walltimeMillis()));
        String where = job.machine() + (job.partition().isEmpty() ? "" : "/" + job.partition());
        Long start = job.startMillis();
        String began =
                start == null
                        ? "never started"
                        : "started at %s s".formatted(Durations.seconds(start));
        String under =
                run.policy().isEmpty()
                        ? ""
                        : " under %s, seed %d".formatted(run.policy(), run.seed());
        String words =
                "Job %d (%s) %s on %s%s. Submitted at %s s, %s; %s."
                        .formatted(
                                job.id(),
                                String.join(", ", about),
                                waited(job),
                                where,
                                under,
                                Durations.seconds(job.submitMillis()),
                                began,
                                job.state());
        return String.join("\n", CellText.wrapped(words, WIDTH)) + "\n";
    }

    private static String waited(JobLine job) {
        if (job.state().equals("rejected")) {
            return "was refused";
        }
        return job.waitMillis() == 0
                ? "did not wait"
                : "waited " + Durations.text(job.waitMillis());
    }

    private List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (ExplainedJob.Part part : explained.parts()) {
            Row last = rows.isEmpty() ? null : rows.get(rows.size() - 1);
            if (last == null
                    || last.toMillis != part.fromMillis()
                    || !last.reason.equals(part.reason())
                    || !last.name.equals(part.name())) {
                last = new Row(part);
                rows.add(last);
            }
            last.add(part);
        }
        return rows;
    }

    private String row(Row row) {
        return CellText.row(
                WIDTHS,
                List.of(
                        Durations.text(row.fromMillis - explained.job().submitMillis()),
                        Durations.text(row.toMillis - row.fromMillis),
                        WaitWords.of(row.reason, others(row), row.name)));
    }

    private static String others(Row row) {
        if (row.jobs.isEmpty()) {
            return "";
        }
        int shown = row.jobs.size() == MOST_JOBS + 1 ? MOST_JOBS + 1 : MOST_JOBS;
        String first =
                row.jobs.values().stream()
                        .limit(shown)
                        .map(WaitWords::of)
                        .collect(Collectors.joining(", "));
        int more = row.jobs.size() - shown;
        return first + (more > 0 ? " and %d others".formatted(more) : "");
    }

    /** The reasons with how long each lasted in all, the longest first. */
    private String sums() {
        Map<String, Long> sums = new LinkedHashMap<>();
        for (ExplainedJob.Part part : explained.parts()) {
            String what = WaitWords.of(part.reason(), "", part.name());
            sums.merge(what, part.lengthMillis(), Long::sum);
        }
        double all = sums.values().stream().mapToLong(Long::longValue).sum();
        List<Map.Entry<String, Long>> longestFirst = new ArrayList<>(sums.entrySet());
        longestFirst.sort(Map.Entry.<String, Long>comparingByValue().reversed());
        StringBuilder text = new StringBuilder();
        for (Map.Entry<String, Long> one : longestFirst) {
            String share = String.format(Locale.ROOT, "%.0f %%", 100 * one.getValue() / all);
            String length = Durations.text(one.getValue());
            text.append(CellText.row(WIDTHS, List.of(length, share, one.getKey())));
        }
        return text.toString();
    }
}
