package dandori.job;

import java.util.ArrayList;
import java.util.List;

/**
 * The box of nodes that a job asks for, as in {@code 48x6x48:torus:strict-io}.
 *
 * @param x nodes along the first axis, at least 1
 * @param y nodes along the second axis, at least 1
 * @param z nodes along the third axis, at least 1
 * @param axes how many axes were written, 1 to 3; those not written are 1 node long
 * @param mode how the nodes must lie
 * @param fixture whether the axes may be exchanged
 */
public record Shape(int x, int y, int z, int axes, ShapeMode mode, Fixture fixture) {

    /** Checks the lengths. */
    public Shape {
        boolean isFlat = (axes > 1 || y == 1) && (axes > 2 || z == 1);
        if (x < 1 || y < 1 || z < 1 || axes < 1 || axes > 3 || !isFlat) {
            throw new IllegalArgumentException(
                    "A shape of %dx%dx%d nodes on %d axes cannot be.".formatted(x, y, z, axes));
        }
        Math.multiplyExact(Math.multiplyExact(x, y), z);
    }

    /** A box of three axes that may be turned. */
    public static Shape box(int x, int y, int z, ShapeMode mode) {
        return new Shape(x, y, z, 3, mode, Fixture.ROTATABLE);
    }

    /** So many nodes in a line, which the scheduler folds into whatever box it likes. */
    public static Shape line(int nodes, ShapeMode mode) {
        return new Shape(nodes, 1, 1, 1, mode, Fixture.ROTATABLE);
    }

    /**
     * Reads the form of job scripts: {@code N}, {@code N1xN2} or {@code N1xN2xN3}, then, each after
     * a colon and in any order, a mode and {@code strict} or {@code strict-io}. Without a mode it
     * is {@code noncont}, as on Fugaku.
     *
     * @throws IllegalArgumentException with a sentence that names the part that is wrong
     */
    public static Shape parse(String text) {
        List<String> words = new ArrayList<>(List.of(text.split(":", -1)));
        String[] lengths = words.remove(0).split("x", -1);
        if (lengths.length > 3) {
            throw new IllegalArgumentException(
                    "the shape '%s' has %d axes; at most 3 can be."
                            .formatted(text, lengths.length));
        }
        int[] extent = {1, 1, 1};
        for (int i = 0; i < lengths.length; i++) {
            if (!lengths[i].matches("[1-9][0-9]{0,8}")) {
                throw new IllegalArgumentException(
                        "the shape '%s': '%s' is no number of nodes.".formatted(text, lengths[i]));
            }
            extent[i] = Integer.parseInt(lengths[i]);
        }
        ShapeMode mode = ShapeMode.NONCONT;
        Fixture fixture = Fixture.ROTATABLE;
        for (String word : words) {
            if (word.equals("strict")) {
                fixture = Fixture.STRICT;
            } else if (word.equals("strict-io")) {
                fixture = Fixture.STRICT_IO;
            } else {
                mode =
                        ShapeMode.named(word)
                                .orElseThrow(() ->
                                        new IllegalArgumentException(
                                                "the shape '%s': there is no '%s'."
                                                        .formatted(text, word)));
            }
        }
        return new Shape(extent[0], extent[1], extent[2], lengths.length, mode, fixture);
    }

    /** How many nodes it has. */
    public int nodes() {
        return x * y * z;
    }

    /** The form of job scripts. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder().append(x);
        text.append(axes > 1 ? "x" + y : "").append(axes > 2 ? "x" + z : "");
        text.append(':').append(mode.text());
        return switch (fixture) {
            case ROTATABLE -> text.toString();
            case STRICT -> text.append(":strict").toString();
            case STRICT_IO -> text.append(":strict-io").toString();
        };
    }
}
