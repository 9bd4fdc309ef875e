package dandori.web.study;

import java.util.List;
import java.util.Optional;

/**
 * A file that folders of results have, of a study or of a run, and that may be handed out.
 *
 * @param name its name in the folder
 * @param type its media type
 */
public record ResultFile(String name, String type) {

    private static final String BYTES = "application/octet-stream"; // not to be unpacked on the way

    /** All of them, in the order in which they are offered. */
    public static final List<ResultFile> ALL =
            List.of(
                    new ResultFile("report.html", "text/html; charset=utf-8"),
                    new ResultFile("report.md", "text/markdown; charset=utf-8"),
                    new ResultFile("summary.json", "application/json; charset=utf-8"),
                    new ResultFile("campaigns.csv", "text/csv; charset=utf-8"),
                    new ResultFile("scenario.yaml", "text/plain; charset=utf-8"),
                    new ResultFile("machine.json", "application/json; charset=utf-8"),
                    new ResultFile("manifest.json", "application/json; charset=utf-8"),
                    new ResultFile("jobs.csv.gz", BYTES),
                    new ResultFile("segments.csv.gz", BYTES),
                    new ResultFile("series.csv.gz", BYTES),
                    new ResultFile("events.csv.gz", BYTES),
                    new ResultFile("waits.csv.gz", BYTES),
                    new ResultFile("links.csv.gz", BYTES),
                    new ResultFile("jobs.parquet", BYTES),
                    new ResultFile("segments.parquet", BYTES),
                    new ResultFile("series.parquet", BYTES),
                    new ResultFile("events.parquet", BYTES),
                    new ResultFile("waits.parquet", BYTES),
                    new ResultFile("links.parquet", BYTES));

    /** That of a name; empty if results folders have none such. */
    public static Optional<ResultFile> of(String name) {
        return ALL.stream().filter(file -> file.name().equals(name)).findFirst();
    }
}
