package dandori.reference;

import dandori.job.Job;
import dandori.job.JobState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Jobs that wait for each other, by the rules as they are written: at each question everything that
 * has become of the others is looked at again. First come first served, with EASY or without.
 */
public final class TwinLinked {

    /** One job. */
    public static final class One {
        final int place;
        final Job job;
        long submit;

        /** Where it stands. */
        public JobState state = JobState.UNBORN;

        /** When it started, or -1. */
        public long start = -1;

        /** When it left, or -1. */
        public long end = -1;

        One(int place, Job job) {
            this.place = place;
            this.job = job;
            submit = job.submitMillis();
        }

        boolean hasLeft() {
            return state.ordinal() >= JobState.COMPLETED.ordinal();
        }

        long plannedEnd() {
            return start + job.walltimeMillis();
        }

        long limitedEnd() {
            return start + Math.min(job.runMillis(), job.walltimeMillis());
        }
    }

    private static final Comparator<One> ORDER =
            Comparator.<One>comparingLong(one -> one.submit)
                    .thenComparingLong(one -> one.job.submitMillis())
                    .thenComparingInt(one -> one.place);

    private final LinkedWorld linked;
    private final boolean easy;
    private final List<One> all = new ArrayList<>();
    private long now = Long.MIN_VALUE;

    private TwinLinked(LinkedWorld linked, boolean easy) {
        this.linked = linked;
        this.easy = easy;
        for (Job job : linked.world().jobs()) {
            all.add(new One(all.size(), job));
        }
        linked.follows().forEach(one -> all.get(one.job()).submit = Long.MAX_VALUE);
    }

    /** What becomes of the jobs, by place. */
    public static List<One> play(LinkedWorld linked, boolean easy) {
        TwinLinked twin = new TwinLinked(linked, easy);
        twin.run();
        return twin.all;
    }

    private void run() {
        while (true) {
            long next = Long.MAX_VALUE;
            for (One one : all) {
                if (one.state == JobState.UNBORN) {
                    next = Math.min(next, one.submit);
                } else if (one.state == JobState.RUNNING) {
                    next = Math.min(next, one.limitedEnd());
                }
            }
            if (next == Long.MAX_VALUE) {
                return;
            }
            now = next;
            for (One one : all) {
                if (one.state == JobState.RUNNING && one.limitedEnd() == now) {
                    boolean isLong = one.job.runMillis() > one.job.walltimeMillis();
                    leave(one, isLong ? JobState.KILLED : JobState.COMPLETED);
                }
            }
            for (boolean any = true; any; ) {
                any = false;
                for (One one : all) {
                    if (one.state == JobState.UNBORN && one.submit == now) {
                        one.state = JobState.WAITING;
                        any = true;
                        if (one.job.nodes() > linked.world().nodes()) {
                            leave(one, JobState.REJECTED);
                        }
                    }
                }
            }
            pass();
        }
    }

    private void leave(One one, JobState state) {
        one.state = state;
        one.end = now;
        for (LinkedWorld.Follow follow : linked.follows()) {
            if (follow.leader() == one.place) {
                all.get(follow.job()).submit = now + follow.thinkMillis();
            }
        }
    }

    /** 1: fulfilled; -1: never will be; 0: open. */
    private int answer(LinkedWorld.Link link) {
        One other = all.get(link.predecessor());
        boolean completed = other.state == JobState.COMPLETED;
        return switch (link.until()) {
            case STARTED -> other.start >= 0 || other.hasLeft() ? 1 : 0;
            case LEFT -> other.hasLeft() ? 1 : 0;
            case COMPLETED -> !other.hasLeft() ? 0 : completed ? 1 : -1;
            case NOT_COMPLETED -> !other.hasLeft() ? 0 : completed ? -1 : 1;
        };
    }

    private boolean isNeverWanted(One one) {
        int[] answers = answers(one);
        boolean fails = Arrays.stream(answers).anyMatch(answer -> answer < 0);
        boolean failsAll = Arrays.stream(answers).allMatch(answer -> answer < 0);
        return linked.any().contains(one.place) ? answers.length > 0 && failsAll : fails;
    }

    private int[] answers(One one) {
        return linked.links().stream()
                .filter(link -> link.job() == one.place)
                .mapToInt(this::answer)
                .toArray();
    }

    private boolean isHeld(One one) {
        int[] answers = answers(one);
        boolean isFree =
                linked.any().contains(one.place)
                        ? answers.length == 0
                                || Arrays.stream(answers).anyMatch(answer -> answer > 0)
                        : Arrays.stream(answers).allMatch(answer -> answer > 0);
        for (LinkedWorld.Some some : linked.series()) {
            long before =
                    some.jobs().stream()
                            .takeWhile(other -> other != one.place)
                            .filter(other -> !all.get(other).hasLeft())
                            .count();
            if (some.jobs().contains(one.place) && before >= some.most()) {
                return true;
            }
        }
        return !isFree;
    }

    private List<One> eligible() {
        boolean anyLeaves = true;
        while (anyLeaves) {
            anyLeaves = false;
            for (One one : all) {
                if (one.state == JobState.WAITING && isNeverWanted(one)) {
                    leave(one, JobState.CANCELLED);
                    anyLeaves = true;
                }
            }
        }
        return all.stream()
                .filter(one -> one.state == JobState.WAITING && !isHeld(one))
                .sorted(ORDER)
                .toList();
    }

    private int free() {
        return linked.world().nodes()
                - all.stream()
                        .filter(one -> one.state == JobState.RUNNING)
                        .mapToInt(one -> one.job.nodes())
                        .sum();
    }

    private void start(One one) {
        one.state = JobState.RUNNING;
        one.start = now;
    }

    private void pass() {
        List<One> queue = eligible();
        while (!queue.isEmpty() && queue.get(0).job.nodes() <= free()) {
            start(queue.get(0));
            queue = eligible();
        }
        if (!easy || queue.isEmpty()) {
            return;
        }
        One head = queue.get(0);
        int free = free();
        long shadow = now;
        List<One> running =
                all.stream()
                        .filter(one -> one.state == JobState.RUNNING)
                        .sorted(Comparator.comparingLong(One::plannedEnd))
                        .toList();
        for (One one : running) {
            if (free >= head.job.nodes() && one.plannedEnd() > shadow) {
                break;
            }
            free += one.job.nodes();
            shadow = one.plannedEnd();
        }
        int spare = free - head.job.nodes();
        for (One one : queue.subList(1, queue.size())) {
            boolean ends = now + one.job.walltimeMillis() <= shadow;
            if (one.job.nodes() <= free() && (ends || one.job.nodes() <= spare)) {
                start(one);
                spare -= ends ? 0 : one.job.nodes();
            }
        }
    }
}
