package dandori.differential;

import static org.assertj.core.api.Assertions.assertThat;

import dandori.interconnect.Box;
import dandori.interconnect.Contact;
import dandori.interconnect.FreeBoxes;
import dandori.interconnect.Grid;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Boxes by shifted rows against boxes cell by cell, for all shapes on all small grids. */
class FreeBoxesTest {

    private static final int LONGEST = 4;

    @Test
    void anchorsAndContactAreThoseOfTheDefinition() {
        SplittableRandom random = new SplittableRandom(1);
        for (int lengths = 0; lengths < LONGEST * LONGEST * LONGEST; lengths++) {
            int x = lengths % LONGEST + 1;
            int y = lengths / LONGEST % LONGEST + 1;
            int z = lengths / LONGEST / LONGEST + 1;
            for (int wraps = 0; wraps < 8; wraps++) {
                Grid grid = new Grid(x, y, z, (wraps & 1) > 0, (wraps & 2) > 0, (wraps & 4) > 0);
                for (double load : new double[] {0, 0.1, 0.3, 0.6}) {
                    holds(new CellByCell(grid, random, load));
                }
            }
        }
    }

    @Test
    void longAxesToo() {
        SplittableRandom random = new SplittableRandom(2);
        for (int round = 0; round < 60; round++) {
            boolean[] wraps = {random.nextBoolean(), random.nextBoolean(), random.nextBoolean()};
            int x = round % 3 == 0 ? 64 : 20 + random.nextInt(44);
            Grid grid = new Grid(x, 3, 5, wraps[0], wraps[1], wraps[2]);
            CellByCell cells = new CellByCell(grid, random, 0.03);
            for (int length = 1; length <= x; length++) {
                holds(cells, new Box(length, 1 + random.nextInt(3), 1 + random.nextInt(5)));
            }
        }
    }

    private static void holds(CellByCell cells) {
        Grid grid = cells.grid();
        for (int dx = 1; dx <= grid.x() + 1; dx++) {
            for (int dy = 1; dy <= grid.y() + 1; dy++) {
                for (int dz = 1; dz <= grid.z() + 1; dz++) {
                    holds(cells, new Box(dx, dy, dz));
                }
            }
        }
    }

    private static void holds(CellByCell cells, Box box) {
        Grid grid = cells.grid();
        long[] free = cells.rows();
        long[] anchors = new FreeBoxes(grid).anchors(free, box);
        Contact contact = new Contact(grid);
        int best = -1;
        int bestAnchor = -1;
        for (int cell = 0; cell < grid.cellLimit(); cell++) {
            boolean isAnchor = (cell & 63) < grid.x() && cells.isFree(cell, box);
            boolean isFound = (anchors[cell >>> 6] >>> (cell & 63) & 1) == 1;
            if (isAnchor != isFound) {
                assertThat(isFound).as("%s at %d on %s", box, cell, cells).isEqualTo(isAnchor);
            }
            if (isAnchor) {
                int expected = cells.contact(cell, box);
                if (contact.of(free, box, cell) != expected) {
                    assertThat(contact.of(free, box, cell))
                            .as("%s at %d on %s", box, cell, cells)
                            .isEqualTo(expected);
                }
                assertThat(expected).isLessThanOrEqualTo(contact.most(box));
                if (expected > best) {
                    best = expected;
                    bestAnchor = cell;
                }
            }
        }
        assertThat(contact.best(free, anchors, box, -1)).isEqualTo(bestAnchor);
        assertThat(FreeBoxes.isAny(anchors)).isEqualTo(bestAnchor >= 0);
    }
}
