package dandori.validation;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One run of a study: a call of the program or a queue of theory, and what it should come to.
 *
 * @param name its name
 * @param words the words of the call, in which {@code {log}} stands for the file of that name;
 *     empty if it is a queue
 * @param queue the queue; null if it is a call
 * @param starts a schedule to be met job by job; null if there is none
 * @param figures the figures to be met
 */
public record ComparedRun(
        String name,
        List<String> words,
        @Nullable QueueModel queue,
        @Nullable PublishedStarts starts,
        List<PublishedFigure> figures) {

    private static final Pattern FILE = Pattern.compile("\\{(?<name>[^{}]*)}");

    /** Keeps the lists. */
    public ComparedRun {
        words = List.copyOf(words);
        figures = List.copyOf(figures);
    }

    /** The names of the files that it needs, each once. */
    List<String> files() {
        List<String> inWords =
                FILE.matcher(String.join(" ", words))
                        .results()
                        .map(found -> found.group(1))
                        .toList();
        PublishedStarts schedule = starts;
        return Stream.concat(
                        inWords.stream(),
                        schedule == null ? Stream.of() : Stream.of(schedule.file()))
                .distinct()
                .toList();
    }

    /** The words, with what files are called put in. */
    List<String> words(UnaryOperator<String> called) {
        return words.stream()
                .map(word ->
                        FILE.matcher(word)
                                .replaceAll(found ->
                                        Matcher.quoteReplacement(called.apply(found.group(1)))))
                .toList();
    }
}
