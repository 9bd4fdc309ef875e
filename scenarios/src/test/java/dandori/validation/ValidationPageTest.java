package dandori.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A page is written anew, but not where nothing was compared. */
class ValidationPageTest {

    private static ValidatedStudy study(String name, Verdict verdict) {
        PublishedStudy study =
                StudyText.in(
                        Path.of(name),
                        """
                        files: {log: {path: logs/a.swf, from: there}}
                        runs:
                          a:
                            command: trace info {log}
                            figures: [{figure: jobs, value: 7}]
                        """);
        ComparedFigure figure =
                new ComparedFigure(
                        "a",
                        "jobs",
                        "",
                        new BigDecimal("7"),
                        "table 1",
                        new BigDecimal("7"),
                        BigDecimal.ZERO,
                        verdict,
                        "");
        return new ValidatedStudy(study, List.of(figure));
    }

    @Test
    void aNewPageHasEveryStudy() {
        assertThat(ValidationPage.of("", List.of(study("one", Verdict.EQUAL))))
                .isEqualTo(
                        """
                        # Published results

                        <!-- study: one -->
                        ## A title

                        `one`. Somebody, somewhere (published).

                        **Compared:** A figure.

                        **Conventions:** None.

                        | run | figure | ours | published | difference | verdict | printed |
                        |---|---|---|---|---|---|---|
                        | a | `jobs` | 7 | 7 | 0 | equal | table 1 |

                        ```
                        dandori trace info a.swf
                        ```

                        `logs/a.swf`: there
                        <!-- end -->
                        """);
    }

    @Test
    void whatWasSkippedOrNotAskedForStays() {
        String page =
                """
                Words.

                <!-- study: one -->
                old one
                <!-- end -->

                <!-- study: two -->
                old two
                <!-- end -->

                <!-- study: three -->
                old three
                <!-- end -->
                """;
        String fresh =
                ValidationPage.of(
                        page, List.of(study("one", Verdict.EQUAL), study("two", Verdict.SKIPPED)));
        assertThat(fresh)
                .startsWith("Words.\n\n<!-- study: one -->\n## A title\n")
                .doesNotContain("old one")
                .contains("old two", "old three");
        assertThat(ValidationPage.of(fresh, List.of(study("one", Verdict.EQUAL)))).isEqualTo(fresh);
    }
}
