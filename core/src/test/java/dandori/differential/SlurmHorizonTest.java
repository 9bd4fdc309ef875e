package dandori.differential;

import dandori.reference.Setting;
import dandori.reference.Twins;
import dandori.reference.Worlds;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Long queues under {@code slurm}, so that its cycles put off slots behind a horizon. */
class SlurmHorizonTest {

    private static final int WORLDS = Integer.getInteger("dandori.worlds", 60);

    @ParameterizedTest
    @CsvSource({
        "fcfs, slurm:2",
        "fcfs, slurm:3",
        "fcfs, slurm:4",
        "saf, slurm:3",
        "ljf, slurm:3",
        "ljf, slurm:2",
        "wfp3, slurm:3",
        "lxf, slurm:2",
        "fcfs, slurm"
    })
    void slotsThatArePutOffAreWhereTheyWouldHaveBeen(String order, String backfill) {
        for (int seed = 0; seed < WORLDS; seed++) {
            Twins.assertEqual(
                    "seed " + seed, Worlds.random(seed, 150), Setting.of(order, backfill));
        }
    }
}
