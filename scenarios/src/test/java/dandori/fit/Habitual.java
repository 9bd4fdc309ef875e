package dandori.fit;

import dandori.job.Workload;
import dandori.job.WorkloadBuilder;
import java.util.SplittableRandom;

/** A log whose rules are known: sizes, run times and limits in two humps, in working hours. */
final class Habitual {

    private Habitual() {}

    static Workload log(int jobs) {
        SplittableRandom random = new SplittableRandom(7);
        WorkloadBuilder log = new WorkloadBuilder("habitual");
        int[] sizes = {1, 1, 1, 2, 4, 16};
        long at = 0;
        for (int job = 0; job < jobs; job++) {
            boolean isNight = at / 3_600_000 % 24 < 8;
            double gap = -Math.log(1 - random.nextDouble()) * (isNight ? 1_200_000 : 120_000);
            at += Math.round(gap / 1_000) * 1_000;
            boolean isLong = random.nextInt(3) == 0;
            double log2 = random.nextGaussian(isLong ? 13 : 7, 1);
            long run = Math.max(1, Math.round(Math.pow(2, Math.min(16, log2))));
            long limit = run <= 3_600 ? 3_600 : 86_400;
            int one = random.nextInt(12);
            int user = Math.min(one, random.nextInt(12));
            log.add(
                    job + 1,
                    at,
                    sizes[random.nextInt(sizes.length)],
                    limit * 1_000,
                    run * 1_000,
                    log.user("u" + user),
                    -1,
                    -1,
                    -1);
        }
        return log.build();
    }
}
