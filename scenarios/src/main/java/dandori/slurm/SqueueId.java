package dandori.slurm;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A number of a job as squeue writes it: {@code 12}, {@code 12_5}, {@code 12_[0-99%10]}, {@code
 * 12_[1,3-9:2]}, {@code 12+1} (a part of a job of several kinds).
 *
 * @param base the number before the tasks
 * @param tasks the tasks; only {@link #NO_TASK} for a job that is no array
 * @param most how many of the array may run at once; 0 where the number does not say
 */
public record SqueueId(long base, List<Integer> tasks, int most) {

    static final int NO_TASK = -1;

    private static final long TASKS = 10_000_000; // more than Slurm allows
    private static final Pattern FORM =
            Pattern.compile(
                    "(\\d{1,10})(?:\\+\\d+)?(?:_(?:(\\d{1,7})|\\[([0-9,:-]+)(?:%(\\d{1,7}))?]))?");
    private static final Pattern RANGE =
            Pattern.compile("(\\d{1,7})(?:-(\\d{1,7})(?::(\\d{1,7}))?)?");

    /** The number of a text, or null if it is none. */
    static @Nullable SqueueId of(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return null;
        }
        long base = Long.parseLong(form.group(1));
        List<Integer> tasks = new ArrayList<>();
        if (form.group(2) != null) {
            tasks.add(Integer.valueOf(form.group(2)));
        } else if (form.group(3) == null) {
            tasks.add(NO_TASK);
        } else {
            for (String part : form.group(3).split(",", -1)) {
                Matcher range = RANGE.matcher(part);
                if (!range.matches()) {
                    return null;
                }
                int first = Integer.parseInt(range.group(1));
                int last = range.group(2) == null ? first : Integer.parseInt(range.group(2));
                int step = range.group(3) == null ? 1 : Integer.parseInt(range.group(3));
                for (int task = first; task <= last && step > 0; task += step) {
                    tasks.add(task);
                }
            }
        }
        String most = form.group(4);
        return tasks.isEmpty()
                ? null
                : new SqueueId(base, List.copyOf(tasks), most == null ? 0 : Integer.parseInt(most));
    }

    /**
     * The number that a job has here by what its site calls it.
     *
     * @param text a number, or {@code 12_5} for task 5 of array 12
     * @return nothing if it is neither
     */
    public static OptionalLong numberOf(String text) {
        if (text.matches("-?\\d{1,18}")) {
            return OptionalLong.of(Long.parseLong(text));
        }
        SqueueId id = of(text);
        return id == null || id.tasks.size() != 1
                ? OptionalLong.empty()
                : OptionalLong.of(id.number(id.tasks.get(0)));
    }

    /** The number of a task here. */
    long number(int task) {
        return task == NO_TASK ? base : base * TASKS + task;
    }
}
