package dandori.kit;

import dandori.job.JobState;
import dandori.metric.JobLog;
import dandori.metric.Observer;
import dandori.policy.Policy;
import dandori.state.Situation;
import org.jspecify.annotations.Nullable;

/** What parts of every kind must keep. */
final class CommonRules {

    private final Faults faults;
    private int playable;
    private String whyNot = "";

    CommonRules(Faults faults) {
        this.faults = faults;
    }

    /**
     * Plays a policy in a world, and holds it to all rules; null if it cannot work there, or fails.
     */
    @Nullable JobLog hold(SmallWorld world, Policy policy, SmallWorld meanwhile) {
        JobLog log = play(world, policy);
        if (log == null) {
            return null;
        }
        allEnd(world, policy, log);
        differs(
                "remembers",
                "A second run is not the first again, so it remembers something or leaves it to chance",
                world,
                policy,
                log,
                play(world, policy));
        differs(
                "shares",
                "A run is another while a second run of the same part goes on, so they share something",
                world,
                policy,
                log,
                play(world, policy, new Amid(meanwhile, policy)));
        knowsNoFuture(world, policy, log);
        return log;
    }

    /** After all worlds: whether there was one in which it could work. */
    void end() {
        if (playable == 0) {
            faults.add("never works", "It works in none of the small worlds: %s", whyNot);
        }
    }

    /** Plays; null if it fails, which is noted, or says that it cannot work there. */
    @Nullable JobLog play(SmallWorld world, Policy policy, Observer... told) {
        Began began = new Began();
        Observer[] all = new Observer[told.length + 1];
        all[0] = began;
        System.arraycopy(told, 0, all, 1, told.length);
        try {
            JobLog log = Play.of(world, policy, all);
            playable++;
            return log;
        } catch (IllegalArgumentException cannot) {
            if (!began.hasBegun) {
                whyNot = String.valueOf(cannot.getMessage());
                return null;
            }
            failed(world, policy, cannot);
        } catch (RuntimeException failure) {
            failed(world, policy, failure);
        }
        return null;
    }

    private void failed(SmallWorld world, Policy policy, RuntimeException failure) {
        playable++;
        String message = failure.getMessage() == null ? failure.toString() : failure.getMessage();
        faults.add("fails", "It fails in %s: %s", where(world, policy), message);
    }

    /** Notes that two runs that must be equal are not, if there are both. */
    void differs(
            String rule,
            String sentence,
            SmallWorld world,
            Policy policy,
            @Nullable JobLog log,
            @Nullable JobLog other) {
        String difference = log == null || other == null ? "" : Play.difference(log, other);
        if (!difference.isEmpty()) {
            faults.add(rule, "%s: %s, %s.", sentence, where(world, policy), difference);
        }
    }

    private void allEnd(SmallWorld world, Policy policy, JobLog log) {
        for (int job = 0; job < log.jobs().count(); job++) {
            if (log.state(job) == JobState.WAITING) {
                faults.add(
                        "waits for ever",
                        "Job %d waits for ever, although all others have ended: %s.",
                        log.jobs().id(job),
                        where(world, policy));
            }
        }
    }

    /** Until late jobs come, nothing may depend on what they ask for. */
    private void knowsNoFuture(SmallWorld world, Policy policy, JobLog log) {
        SmallWorld changed = world.withOtherLateJobs();
        JobLog other = play(changed, policy);
        for (int job = 0; other != null && job < log.jobs().count(); job++) {
            long late = world.lateMillis();
            long start = startBefore(late, log, job);
            long otherStart = startBefore(late, other, job);
            if (log.jobs().submitMillis(job) < late && start != otherStart) {
                faults.add(
                        "knows the future",
                        "What it does before %s s depends on jobs that come then or later, as with job %d: %s.",
                        late / 1000.0,
                        log.jobs().id(job),
                        where(world, policy));
            }
        }
    }

    private static long startBefore(long millis, JobLog log, int job) {
        boolean has = log.hasStarted(job) && log.firstStartMillis(job) < millis;
        return has ? log.firstStartMillis(job) : Long.MAX_VALUE;
    }

    /** The world and the other parts, in words. */
    static String where(SmallWorld world, Policy policy) {
        return "%s under order %s, backfill %s, placement %s, admission %s"
                .formatted(
                        world,
                        name(policy.order()),
                        name(policy.backfill()),
                        name(policy.placement()),
                        name(policy.admission()));
    }

    private static String name(Object part) {
        String name = part.getClass().getSimpleName();
        return name.isEmpty() || name.startsWith("$Proxy") ? "it" : name;
    }

    /** Whether anything has happened. */
    private static final class Began implements Observer {

        private boolean hasBegun;

        @Override
        public void jobSubmitted(int job, Situation now) {
            hasBegun = true;
        }

        @Override
        public void jobRejected(int job, Situation now) {
            hasBegun = true;
        }
    }

    /** Plays a whole other run in the midst of this one. */
    private static final class Amid implements Observer {

        private final SmallWorld other;
        private final Policy policy;
        private int passes;

        Amid(SmallWorld other, Policy policy) {
            this.other = other;
            this.policy = policy;
        }

        @Override
        public void passEnded(Situation now) {
            passes++;
            if (passes == 4) {
                Play.of(other, policy);
            }
        }
    }
}
