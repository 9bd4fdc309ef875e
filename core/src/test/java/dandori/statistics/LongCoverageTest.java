package dandori.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;

/** 1,000 studies of each kind: 930 to 970 intervals hold the truth. Two minutes on two cores. */
@Tag("long")
class LongCoverageTest extends Coverage {

    @Override
    int studies() {
        return 1_000;
    }

    @Override
    void assertCovers(long held) {
        told("covers", held);
        assertThat(held).isBetween(930L, 970L);
    }

    @Override
    void told(String what, long held) {
        System.out.println(what + ": " + held + " of " + studies());
    }
}
