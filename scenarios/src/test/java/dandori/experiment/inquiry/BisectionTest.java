package dandori.experiment.inquiry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Halving finds what asking about every place finds. */
class BisectionTest {

    /** A row of verdicts that never go back. */
    private static List<Verdict> row(int failing, int open, int holding) {
        List<Verdict> row = new ArrayList<>();
        row.addAll(Collections.nCopies(failing, Verdict.FAILS));
        row.addAll(Collections.nCopies(open, Verdict.OPEN));
        row.addAll(Collections.nCopies(holding, Verdict.HOLDS));
        return row;
    }

    /** Asks until nothing is left to ask. */
    private static Bisection played(List<Verdict> row) {
        SortedMap<Integer, Verdict> known = new TreeMap<>();
        Bisection search = new Bisection(row.size(), known);
        while (!search.next().isEmpty()) {
            for (int place : search.next()) {
                assertThat(known).doesNotContainKey(place);
                known.put(place, row.get(place));
            }
            search = new Bisection(row.size(), known);
        }
        return search;
    }

    /** The slow twin: every place is asked about. */
    private static int[] everywhere(List<Verdict> row) {
        int holds = row.size();
        while (holds > 0 && row.get(holds - 1) == Verdict.HOLDS) {
            holds--;
        }
        int fails = -1;
        while (fails + 1 < row.size() && row.get(fails + 1) == Verdict.FAILS) {
            fails++;
        }
        return new int[] {holds, fails};
    }

    @Test
    void allRowsThatNeverGoBackAreSearchedRightAndFast() {
        for (int count = 2; count <= 34; count++) {
            int most = 2 + 2 * (32 - Integer.numberOfLeadingZeros(count - 1));
            for (int failing = 0; failing <= count; failing++) {
                for (int open = 0; failing + open <= count; open++) {
                    List<Verdict> row = row(failing, open, count - failing - open);
                    Bisection found = played(row);

                    assertThat(new int[] {found.holdsFrom(), found.failsUpTo()})
                            .as("%s", row)
                            .isEqualTo(everywhere(row));
                    assertThat(found.known().size()).as("%s", row).isLessThanOrEqualTo(most);
                    assertThat(found.contradictions()).isEmpty();
                }
            }
        }
    }

    @Test
    void inAnyRowWhatWasAskedBeyondTheBordersAgrees() {
        Random random = new Random(5);
        for (int time = 0; time < 2_000; time++) {
            List<Verdict> row = new ArrayList<>();
            int count = 2 + random.nextInt(30);
            for (int i = 0; i < count; i++) {
                row.add(Verdict.values()[random.nextInt(3)]);
            }
            Bisection found = played(row);
            found.known()
                    .forEach((place, verdict) -> {
                        assertThat(place >= found.holdsFrom()).isEqualTo(isFrom(found, place));
                        if (place <= found.failsUpTo()) {
                            assertThat(verdict).isEqualTo(Verdict.FAILS);
                        }
                    });
        }
    }

    /** Whether a place and all known ones beyond it hold. */
    private static boolean isFrom(Bisection found, int place) {
        return found.known().tailMap(place).values().stream().allMatch(Verdict.HOLDS::equals);
    }

    @Test
    void whatHoldsBeforeSomethingThatFailsIsTold() {
        SortedMap<Integer, Verdict> known = new TreeMap<>();
        known.put(0, Verdict.FAILS);
        known.put(3, Verdict.HOLDS);
        known.put(5, Verdict.OPEN);
        known.put(7, Verdict.FAILS);
        known.put(8, Verdict.FAILS);
        known.put(9, Verdict.HOLDS);
        Bisection found = new Bisection(10, known);

        assertThat(found.contradictions()).containsExactly(new Bisection.Contradiction(3, 7));
        assertThat(found.holdsFrom()).isEqualTo(9);
        assertThat(found.failsUpTo()).isZero();
    }
}
