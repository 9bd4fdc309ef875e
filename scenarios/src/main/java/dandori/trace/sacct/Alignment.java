package dandori.trace.sacct;

import java.util.Arrays;

/**
 * Which fields of a line belong to which column, where texts hold the delimiter: of all ways to
 * give several fields to columns that may hold it, the one after which most values look like those
 * of their columns.
 *
 * <p>Cost: columns times surplus fields.
 */
final class Alignment {

    /** More fields above the number of columns are not looked at. */
    static final int SURPLUS_LIMIT = 1_000;

    private static final int NEVER = Integer.MIN_VALUE / 4; // two of them can be added

    private final Layout layout;
    private final int[] first;
    private final int[] last;
    private int[] scores = {}; // by surplus so far, with the columns before given
    private boolean[] goesOn = {}; // by column and surplus: whether the field continues it

    private boolean[] repeats = {}; // by field: whether no list of resources goes on in it
    private byte[] bytes = {};
    private int base;
    private int start;
    private int[] cuts = {};
    private int firstCut;
    private int fieldCount;
    private int end;

    Alignment(Layout layout) {
        this.layout = layout;
        first = new int[layout.count()];
        last = new int[layout.count()];
    }

    /** The first field of a column, after {@link #fits}. */
    int first(int column) {
        return first[column];
    }

    /**
     * The last field of a column, after {@link #fits}; one of its own where it may not hold more.
     */
    int last(int column) {
        return layout.spans(column) ? last[column] : first[column];
    }

    /**
     * Whether the fields are those of a job or step; finds which belong to which column.
     *
     * @param start where the first begins
     * @param cuts the delimiters, counted from {@code base}
     * @param firstCut the first delimiter that counts
     * @param cutCount one more than the last
     * @param end where the last field ends
     */
    boolean fits(
            byte[] bytes, int base, int start, int[] cuts, int firstCut, int cutCount, int end) {
        this.bytes = bytes;
        this.base = base;
        this.start = start;
        this.cuts = cuts;
        this.firstCut = firstCut;
        this.fieldCount = cutCount - firstCut + 1;
        this.end = end;
        int surplus = fieldCount - layout.count();
        if (surplus < 0 || surplus > SURPLUS_LIMIT) {
            return false;
        }
        align(surplus);
        return isSound();
    }

    private int from(int field) {
        return field == 0 ? start : base + cuts[firstCut + field - 1] + 1;
    }

    private int to(int field) {
        return field == fieldCount - 1 ? end : base + cuts[firstCut + field];
    }

    private void align(int surplus) {
        int width = surplus + 1;
        int columns = layout.count();
        if (scores.length < width) {
            scores = new int[2 * width];
        }
        if (goesOn.length < width * columns) {
            goesOn = new boolean[2 * width * columns];
        }
        if (layout.delimiter() == ',') {
            findRepeats();
        }
        Arrays.fill(scores, 0, width, NEVER);
        scores[0] = 0;
        for (int column = 0; column < columns; column++) {
            for (int extra = 0; extra < width; extra++) {
                int field = column + extra;
                int begun = scores[extra] + score(column, field);
                int gone = extra == 0 ? NEVER : scores[extra - 1] + further(column, field);
                goesOn[column * width + extra] = gone > begun;
                scores[extra] = Math.max(NEVER, Math.max(begun, gone));
            }
        }
        int extra = surplus;
        for (int column = columns - 1; column >= 0; column--) {
            last[column] = column + extra;
            while (goesOn[column * width + extra]) {
                extra--;
            }
            first[column] = column + extra;
        }
    }

    private int score(int column, int field) {
        Shape shape = layout.shape(column);
        int from = from(field);
        int to = to(field);
        boolean fits = shape.fits(bytes, from, to);
        if (shape.isTelling()) {
            return fits ? (from == to ? 1 : 3) : -6;
        }
        return shape == Shape.WORD ? (fits ? 1 : -1) : 0;
    }

    /** What it is worth that a field continues the column of the one before. */
    private int further(int column, int field) {
        int from = from(field);
        if (!layout.spans(column)) {
            boolean delimiterAtEnd = column == layout.count() - 1 && from == to(field);
            return delimiterAtEnd ? -1 : NEVER;
        }
        return switch (layout.shape(column)) {
            case TEXT -> 0;
            case TRES -> from < to(field) && !repeats[field] ? 1 : -6;
            default -> -1;
        };
    }

    /**
     * Finds where a second list of resources must begin in a row of them: where one is named again.
     */
    private void findRepeats() {
        if (repeats.length < fieldCount) {
            repeats = new boolean[2 * fieldCount];
        }
        int begin = 0;
        for (int field = 0; field < fieldCount; field++) {
            boolean resource = Shape.TRES.fits(bytes, from(field), to(field));
            repeats[field] = !resource;
            for (int before = begin; before < field && resource && !repeats[field]; before++) {
                repeats[field] = isSameResource(from(before), from(field));
            }
            begin = repeats[field] ? field : begin;
        }
    }

    private boolean isSameResource(int one, int other) {
        int i = 0;
        while (bytes[one + i] == bytes[other + i] && bytes[one + i] != '=') {
            i++;
        }
        return bytes[one + i] == '=' && bytes[other + i] == '=';
    }

    /** Whether the job is known, and at most an eighth of what can be told speaks against it. */
    private boolean isSound() {
        int telling = 0;
        int wrong = 0;
        for (int column = 0; column < layout.count(); column++) {
            Shape shape = layout.shape(column);
            if (shape.isTelling()) {
                telling++;
                wrong += shape.fits(bytes, from(first[column]), to(first[column])) ? 0 : 1;
            }
        }
        int job = layout.jobPlace();
        return Shape.JOB.fits(bytes, from(first[job]), to(first[job])) && 8 * wrong <= telling;
    }
}
