package dandori.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dandori.Pages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What pages tell people to type is typed, page by page and from above to below, and the answer is
 * what they show. How quick a call was may differ, and nothing else; a line with … alone stands for
 * any number of lines. With {@code -Ddandori.writeGuide=true} answers that are shown whole are
 * written anew.
 *
 * <p>Comments above a block: {@code file: NAME} makes a file of it; {@code needs: LOG} runs it only
 * where that log is; {@code status: N} is how the last call ends; {@code not run: WHY} says that it
 * is not run. Blocks with {@code transcript}, {@code explained} and {@code imported} have tests of
 * their own; the page of published results is written by the calls that stand in it.
 */
class PageCommandsTest {

    private static final List<String> TESTED_ELSEWHERE =
            List.of("transcript", "explained", "imported");
    private static final Path RESULTS = Path.of("docs/validation.md");

    @TempDir private Path folder;

    static List<Path> pages() {
        return Pages.all().stream()
                .filter(page -> page.toString().contains(System.getProperty("dandori.page", "")))
                .filter(page -> blocks(page).stream().anyMatch(PageCommandsTest::isRun))
                .toList();
    }

    private static List<PageBlock> blocks(Path page) {
        try {
            return PageBlock.of(page, Files.readString(Pages.root().resolve(page)));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static boolean isRun(PageBlock block) {
        return block.isTyped()
                && !block.page().equals(RESULTS)
                && block.mark("not run").isEmpty()
                && TESTED_ELSEWHERE.stream().allMatch(key -> block.mark(key).isEmpty());
    }

    @ParameterizedTest
    @MethodSource("pages")
    void whatIsTypedIsAnsweredAsShown(Path page) throws IOException {
        assumeThat(PageShell.SHELL).as("bash, which runs what pages say").exists();
        List<String> wrong = new ArrayList<>();
        List<String> absent = new ArrayList<>();
        StringBuilder fresh = new StringBuilder(Files.readString(Pages.root().resolve(page)));
        try (PageShell shell = new PageShell(folder)) {
            int shift = 0; // how much longer the page has become
            for (PageBlock block : blocks(page)) {
                if (block.mark("file").isPresent()) {
                    Files.writeString(
                            folder.resolve(block.mark("file").orElseThrow()), block.text());
                }
                if (!isRun(block)) {
                    continue;
                }
                if (!isThere(block)) {
                    absent.add(block.mark("needs").orElseThrow());
                    continue;
                }
                String text = run(block, shell, wrong);
                int start = block.start() + shift;
                fresh.replace(start, start + block.text().length(), text);
                shift += text.length() - block.text().length();
            }
        }
        if (Boolean.getBoolean("dandori.writeGuide")) {
            Files.writeString(Pages.root().resolve(page), fresh);
        }
        assertThat(wrong).as("-Ddandori.writeGuide=true writes whole answers anew").isEmpty();
        assumeThat(absent).as("logs that %s needs and that are not here", page).isEmpty();
    }

    /** Runs a block, and returns it with the answers that there were. */
    private static String run(PageBlock block, PageShell shell, List<String> wrong) {
        StringBuilder fresh = new StringBuilder();
        int status = Integer.parseInt(block.mark("status").orElse("0"));
        List<PageBlock.Typed> typed = block.typed();
        for (PageBlock.Typed one : typed) {
            Call call = shell.answer(one.command());
            boolean isLast = one == typed.get(typed.size() - 1);
            if (call.status() != (isLast ? status : 0)) {
                wrong.add(one.command() + "ends with " + call.status() + ":\n" + call.out());
            }
            boolean isShown = !one.shown().isEmpty();
            String answer = lasting(call.out());
            PageBlock.Typed masked = new PageBlock.Typed(one.command(), lasting(one.shown()));
            boolean isRight = !isShown || masked.shows(answer);
            boolean isWritten =
                    Boolean.getBoolean("dandori.writeGuide") && isShown && !one.isShortened();
            if (!isRight && !isWritten) {
                wrong.add(one.command() + "shows:\n" + one.shown() + "but answers:\n" + answer);
            }
            fresh.append(block.text().startsWith(PageBlock.PROMPT) ? PageBlock.PROMPT : "")
                    .append(one.command());
            fresh.append(isRight || !isWritten ? one.shown() : call.out());
        }
        return fresh.toString();
    }

    /** What is the same in each run: all but how quick it was. */
    private static String lasting(String answer) {
        return new Call(0, answer, "").maskedOut().replaceAll("(?m) +$", "");
    }

    /** Whether the log that a block needs is here; if so, it is put where it looks for it. */
    private boolean isThere(PageBlock block) throws IOException {
        Optional<String> log = block.mark("needs");
        if (log.isEmpty()) {
            return true;
        }
        Path there = Shared.folder().resolve("traces/swf").resolve(log.get());
        Path here = folder.resolve(log.get());
        if (Files.exists(there) && !Files.exists(here)) {
            Files.createSymbolicLink(here, there);
        }
        return Files.exists(here);
    }

    @Test
    void whatIsNotRunSaysWhy(TestReporter reporter) {
        Map<String, Integer> reasons = new TreeMap<>();
        int run = 0;
        for (Path page : Pages.all()) {
            for (PageBlock block : blocks(page)) {
                block.mark("not run").ifPresent(why -> reasons.merge(why, 1, Integer::sum));
                run += isRun(block) ? block.calls().size() : 0;
            }
        }
        reporter.publishEntry("calls on pages that are run", String.valueOf(run));
        reasons.forEach(
                (why, count) -> reporter.publishEntry("blocks not run: " + why, "" + count));
        assertThat(reasons.keySet()).allMatch(why -> why.length() > 10);
        assertThat(run).isGreaterThan(30);
    }
}
