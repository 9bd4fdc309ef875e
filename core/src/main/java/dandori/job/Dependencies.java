package dandori.job;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which jobs of a workload wait for which others, beyond nodes.
 *
 * <p>A job <i>follows</i> another if it is submitted only when that has left, and its user has
 * thought for a while: fields 17 and 18 of the Standard Workload Format. A job <i>depends</i> on
 * others if it is submitted when it is, and held until they have started or left: Slurm's {@code
 * --dependency}. The jobs of a <i>series</i> are held until there are few enough of them: the
 * {@code %10} of Slurm's arrays. Jobs of a <i>batch</i> are submitted when their user has seen what
 * became of others, and has thought for a while or come back another day.
 *
 * <p>Immutable; jobs are rows of the workload. Cost: 12 bytes a job if any follows, and 12 bytes a
 * link.
 */
public final class Dependencies {

    private final int @Nullable [] preceding; // by row, -1: none; null: nobody follows
    private final long[] thinkMillis; // by row, where it follows; ≥ 0
    private final int[] job; // by link
    private final int[] predecessor;
    private final Condition[] condition;
    private final BitSet any; // rows for which one link is enough
    private final List<Series> series;
    private final List<Batch> batches;

    /** Jobs of which at most so many are eligible at once, in this order. */
    static final class Series {
        private final int[] rows; // never changed
        private final int most; // ≥ 1

        Series(int[] rows, int most) {
            this.rows = rows;
            this.most = most;
        }

        int[] rows() {
            return rows;
        }

        int most() {
            return most;
        }
    }

    private Dependencies(
            int @Nullable [] preceding,
            long[] thinkMillis,
            int[] job,
            int[] predecessor,
            Condition[] condition,
            BitSet any,
            List<Series> series,
            List<Batch> batches) {
        this.preceding = preceding;
        this.thinkMillis = thinkMillis;
        this.job = job;
        this.predecessor = predecessor;
        this.condition = condition;
        this.any = any;
        this.series = List.copyOf(series);
        this.batches = List.copyOf(batches);
    }

    /** Whether any job is submitted only when others have left. */
    public boolean hasFollowers() {
        return preceding != null || batches.stream().anyMatch(batch -> batch.previous() >= 0);
    }

    /** How many batches of jobs there are that users submit together. */
    public int batchCount() {
        return batches.size();
    }

    /** Of these, how many begin a session; the first of each user does too. */
    public int sessionCount() {
        return (int)
                batches.stream()
                        .filter(one ->
                                one.previous() < 0 || one.thinkMillis() == Batch.NEXT_SESSION)
                        .count();
    }

    List<Batch> batches() {
        return batches;
    }

    /** The job that a job follows, or -1. */
    public int preceding(int follower) {
        return preceding == null ? -1 : preceding[follower];
    }

    /** How long after the {@linkplain #preceding} job has left a follower is submitted. */
    public long thinkMillis(int follower) {
        return thinkMillis[follower];
    }

    /** How many links there are from jobs to those that they depend on. */
    public int linkCount() {
        return job.length;
    }

    /** The job that is held by a link. */
    public int job(int link) {
        return job[link];
    }

    /** The job that holds it. */
    public int predecessor(int link) {
        return predecessor[link];
    }

    /** Until what has become of that. */
    public Condition condition(int link) {
        return condition[link];
    }

    /** Whether a job needs only one of its links, and not all. */
    public boolean needsAny(int held) {
        return any.get(held);
    }

    List<Series> series() {
        return series;
    }

    /** Adds these to those of another workload, whose places are named; see {@link Builder}. */
    public void copyTo(Builder other, int[] placeOfRow) {
        for (int row = 0; preceding != null && row < preceding.length; row++) {
            if (preceding[row] >= 0 && placeOfRow[row] >= 0 && placeOfRow[preceding[row]] >= 0) {
                other.follows(placeOfRow[row], placeOfRow[preceding[row]], thinkMillis[row]);
            }
        }
        for (int link = 0; link < job.length; link++) {
            int held = placeOfRow[job[link]];
            if (held >= 0 && placeOfRow[predecessor[link]] >= 0) {
                other.dependsOn(held, placeOfRow[predecessor[link]], condition[link]);
                if (any.get(job[link])) {
                    other.needsAny(held);
                }
            }
        }
        for (Series one : series) {
            int[] places = places(one.rows, placeOfRow);
            if (places.length > 0) {
                other.series(places, one.most);
            }
        }
        copyBatches(other, placeOfRow);
    }

    /** A batch of which nothing is left is left out: the next then comes after the one before. */
    private void copyBatches(Builder other, int[] placeOfRow) {
        int[] copy = new int[batches.size()];
        for (int index = 0; index < copy.length; index++) {
            Batch batch = batches.get(index);
            int previous = batch.previous() < 0 ? -1 : copy[batch.previous()];
            int[] places = places(batch.rows(), placeOfRow);
            copy[index] =
                    places.length == 0
                            ? previous
                            : other.batch(
                                    previous,
                                    places,
                                    places(batch.awaited(), placeOfRow),
                                    batch.thinkMillis());
        }
    }

    private static int[] places(int[] rows, int[] placeOfRow) {
        return Arrays.stream(rows)
                .map(row -> placeOfRow[row])
                .filter(place -> place >= 0)
                .toArray();
    }

    /** Collects dependencies between jobs, which are named by their places in the input. */
    public static final class Builder {

        private final IntColumn followers = new IntColumn();
        private final IntColumn leaders = new IntColumn();
        private final LongColumn thinks = new LongColumn();
        private final IntColumn jobs = new IntColumn();
        private final IntColumn predecessors = new IntColumn();
        private final List<Condition> conditions = new ArrayList<>();
        private final BitSet any = new BitSet();
        private final List<Series> series = new ArrayList<>();
        private final List<Batch> batches = new ArrayList<>();
        private final BitSet followed = new BitSet(); // batches
        private final BitSet batched = new BitSet(); // places
        private final BitSet awaited = new BitSet(); // places

        Builder() {}

        /**
         * A job is submitted some time after another has left, and not when the workload says. Two
         * jobs that follow each other are never submitted.
         *
         * @param thinkMillis the time between, at least 0
         */
        public Builder follows(int place, int precedingPlace, long thinkMillis) {
            if (thinkMillis < 0) {
                throw new IllegalArgumentException(
                        "thinkMillis (%d) must be at least 0.".formatted(thinkMillis));
            }
            followers.add(place);
            leaders.add(precedingPlace);
            thinks.add(thinkMillis);
            return this;
        }

        /** A job is held until something has become of another. */
        public Builder dependsOn(int place, int predecessorPlace, Condition until) {
            jobs.add(place);
            predecessors.add(predecessorPlace);
            conditions.add(until);
            return this;
        }

        /** A job is held until one of its links is fulfilled, and not all. */
        public Builder needsAny(int place) {
            any.set(place);
            return this;
        }

        /**
         * Of some jobs all are held but the first few that have not left. A job stands in one
         * series at most.
         *
         * @param most how many are not held; at least 1
         */
        public Builder series(int[] places, int most) {
            if (most < 1) {
                throw new IllegalArgumentException("most (%d) must be at least 1.".formatted(most));
            }
            series.add(new Series(places.clone(), most));
            return this;
        }

        /**
         * Jobs that their user submits together, with the distances that they have in the workload.
         * The first batch of a user comes when the workload says; each other one when all that it
         * awaits have left and the last job of the batch before has been submitted, and the user
         * has thought. A job stands in one batch at most, is awaited by one at most, and does not
         * {@link #follows follow} another besides.
         *
         * @param previous the user's batch before this one, which no other names; -1 for the first
         * @param thinkMillis how long the user thinks; negative: he comes back another time, at the
         *     time of the day that the workload has, so many whole days later as need be
         * @return the number of the batch
         * @throws IllegalArgumentException if a batch or a job is named twice
         */
        public int batch(int previous, int[] places, int[] awaitedPlaces, long thinkMillis) {
            if (previous >= batches.size() || previous >= 0 && followed.get(previous)) {
                throw new IllegalArgumentException(
                        "previous (%d) must be a batch that no other follows.".formatted(previous));
            }
            mark(batched, places);
            mark(awaited, awaitedPlaces);
            if (previous >= 0) {
                followed.set(previous);
            }
            batches.add(
                    new Batch(
                            places.clone(),
                            awaitedPlaces.clone(),
                            previous,
                            Math.max(Batch.NEXT_SESSION, thinkMillis)));
            return batches.size() - 1;
        }

        private static void mark(BitSet marks, int[] places) {
            for (int place : places) {
                if (marks.get(place)) {
                    throw new IllegalArgumentException(
                            "The job at place %d is named twice.".formatted(place));
                }
                marks.set(place);
            }
        }

        /**
         * The dependencies.
         *
         * @param rowOf the row of each place; null where they are the same
         */
        Dependencies build(int rows, int @Nullable [] rowOf) {
            int[] preceding = null;
            long[] thinkMillis = new long[0];
            int[] followers = rows(this.followers.toArray(), rowOf);
            if (followers.length > 0) {
                int[] leaders = rows(this.leaders.toArray(), rowOf);
                long[] thinks = this.thinks.toArray();
                preceding = new int[rows];
                Arrays.fill(preceding, -1);
                thinkMillis = new long[rows];
                for (int i = 0; i < followers.length; i++) {
                    preceding[followers[i]] = leaders[i];
                    thinkMillis[followers[i]] = thinks[i];
                }
            }
            BitSet anyRows = new BitSet();
            any.stream().forEach(place -> anyRows.set(rowOf == null ? place : rowOf[place]));
            return new Dependencies(
                    preceding,
                    thinkMillis,
                    rows(jobs.toArray(), rowOf),
                    rows(predecessors.toArray(), rowOf),
                    conditions.toArray(Condition[]::new),
                    anyRows,
                    series.stream()
                            .map(one -> new Series(rows(one.rows, rowOf), one.most))
                            .toList(),
                    batches.stream()
                            .map(one ->
                                    new Batch(
                                            rows(one.rows(), rowOf),
                                            rows(one.awaited(), rowOf),
                                            one.previous(),
                                            one.thinkMillis()))
                            .toList());
        }

        private static int[] rows(int[] places, int @Nullable [] rowOf) {
            return rowOf == null
                    ? places
                    : Arrays.stream(places).map(place -> rowOf[place]).toArray();
        }
    }
}
