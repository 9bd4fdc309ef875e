package dandori.fit;

import dandori.engine.Durations;
import java.util.Arrays;
import java.util.function.Function;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Draws the jobs of a {@link FittedModel} one after the other, each property from a stream of
 * random numbers of its own. They have long begun to come at time 0, which lies anywhere in a gap.
 * Cost: about a microsecond a job.
 */
final class FittedDraw {

    /** How often a run time is drawn anew for a job like the one before. */
    static final int TRIES = 50;

    private final FittedModel model;
    private final double endMillis;
    private final SecondGaps gaps;
    private final double[] userUpTo; // share of the jobs of users 0..k
    private final int[] nodesOf; // by user: his job before, 0: none
    private final double[] limitOf;
    private final double[] runOfUser;
    private final int[] classOf; // of its run time
    private final UniformRandomProvider gapOf;
    private final UniformRandomProvider userOf;
    private final UniformRandomProvider sizeOf;
    private final UniformRandomProvider runOf;
    private final UniformRandomProvider limitsOf;
    private double at;
    private int user = -1; // of the job before; -1: there is none
    private int phase = -1;
    private int nodes;
    private double limit;
    private double run;

    /**
     * Draws the jobs that come before an end.
     *
     * @param random the random numbers for each purpose
     */
    FittedDraw(
            FittedModel model, double endMillis, Function<String, UniformRandomProvider> random) {
        this.model = model;
        this.endMillis = endMillis;
        double meanGap = Durations.DAY_MILLIS / model.jobsPerDay() / (1 - model.sameSecond());
        gaps = new SecondGaps(model.gaps(), meanGap, model.week());
        int users = model.habits().users();
        userUpTo = new double[users];
        double sum = 0;
        for (int user = 0; user < users; user++) {
            sum += StrictMath.exp(-model.habits().exponent() * StrictMath.log(user + 1.0));
            userUpTo[user] = sum;
        }
        for (int user = 0; user < users; user++) {
            userUpTo[user] /= sum;
        }
        nodesOf = new int[users];
        limitOf = new double[users];
        runOfUser = new double[users];
        classOf = new int[users];
        gapOf = random.apply("gaps");
        userOf = random.apply("users");
        sizeOf = random.apply("sizes");
        runOf = random.apply("run times");
        limitsOf = random.apply("time limits");
    }

    /** Draws the next job; false if none comes before the end. */
    boolean next() {
        double together = gapOf.nextDouble();
        double again = gapOf.nextDouble();
        double which = gapOf.nextDouble();
        double where = gapOf.nextDouble();
        if (phase < 0) {
            phase = model.gaps().phaseByTime(which);
            at = gaps.first(phase, where, endMillis);
        } else if (together >= model.sameSecond()) {
            if (again >= model.samePhase()) {
                phase = model.gaps().phase(which);
            }
            at = gaps.after(at, phase, where, endMillis);
        }
        if (at >= endMillis) {
            return false;
        }
        user = user(user);
        draw();
        return true;
    }

    /** When it comes, in whole seconds. */
    long submitMillis() {
        return (long) at / 1_000 * 1_000;
    }

    /** Whose it is, from 0. */
    int user() {
        return user;
    }

    /** How many units it asks for. */
    int nodes() {
        return nodes;
    }

    /** For how long it asks. */
    long limitMillis() {
        return (long) (limit * 1_000);
    }

    /** How long it runs. */
    long runMillis() {
        return (long) (run * 1_000);
    }

    private int user(int before) {
        double again = userOf.nextDouble();
        double which = userOf.nextDouble();
        if (before >= 0 && again < model.habits().sameUser()) {
            return before;
        }
        int place = Arrays.binarySearch(userUpTo, which);
        return Math.min(place >= 0 ? place + 1 : -place - 1, userUpTo.length - 1);
    }

    private void draw() {
        double again = sizeOf.nextDouble();
        nodes = (int) model.sizes().draw(sizeOf.nextDouble(), 1);
        double limitAt = limitsOf.nextDouble();
        boolean isAgain = nodesOf[user] > 0 && again < model.habits().sameJob();
        if (isAgain) {
            nodes = nodesOf[user];
        }
        run = runSeconds();
        if (model.limits().isEmpty()) {
            limit = run;
        } else if (isAgain) {
            for (int i = 0; i < TRIES && !isLike(); i++) {
                run = runSeconds();
            }
            limit = limitOf[user];
            run = isLike() ? run : runOfUser[user];
        } else {
            classOf[user] = model.limitClass(run);
            limit = model.limits().get(classOf[user]).limitSeconds().draw(limitAt, run);
            run = Math.min(run, limit);
        }
        nodesOf[user] = nodes;
        limitOf[user] = limit;
        runOfUser[user] = run;
    }

    /** Whether it is of the class of the user's job before, and within its limit. */
    private boolean isLike() {
        return run <= limitOf[user] && model.limitClass(run) == classOf[user];
    }

    private double runSeconds() {
        return model.runSeconds(model.sizeClass(nodes), runOf.nextDouble(), runOf.nextDouble());
    }
}
