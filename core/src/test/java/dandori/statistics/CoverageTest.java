package dandori.statistics;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * 200 studies of each kind: 181 to 199 intervals hold the truth, within three deviations of 190.
 */
class CoverageTest extends Coverage {

    @Override
    int studies() {
        return 200;
    }

    @Override
    void assertCovers(long held) {
        assertThat(held).isBetween(181L, 199L);
    }
}
