package dandori.trace.sacct;

import java.util.Arrays;
import java.util.List;

/** Where which column stands, and what its values look like. */
final class Layout {

    private final Heading heading;
    private final int[] places = new int[Column.values().length];
    private final Shape[] shapes;
    private final boolean[] spans;
    private final int[] tellingKeys;
    private final int jobPlace;
    private final boolean jobFirst;

    Layout(Heading heading) {
        this.heading = heading;
        List<String> names = heading.names();
        Arrays.fill(places, -1);
        shapes = new Shape[names.size()];
        spans = new boolean[names.size()];
        boolean commas = heading.delimiter() == ',';
        int firstText = names.size();
        for (int i = names.size() - 1; i >= 0; i--) { // of a repeated name the first counts
            Shape known = KnownColumns.shape(names.get(i));
            shapes[i] = known == null ? Shape.ANY : known;
            Column column = Column.of(names.get(i));
            if (column != null) {
                places[column.ordinal()] = i;
            }
            boolean list =
                    shapes[i] == Shape.TRES || shapes[i] == Shape.ANY || column == Column.PARTITION;
            spans[i] = shapes[i] == Shape.TEXT || commas && list && !names.get(i).isEmpty();
            firstText = spans[i] ? i : firstText;
        }
        int id = place(Column.JOB_ID);
        jobPlace = id >= 0 ? id : place(Column.JOB_ID_RAW);
        jobFirst = jobPlace < firstText;
        tellingKeys =
                Arrays.stream(new int[] {jobPlace, place(Column.STATE), place(Column.SUBMIT)})
                        .filter(place -> place >= 0)
                        .toArray();
    }

    Heading heading() {
        return heading;
    }

    byte delimiter() {
        return heading.delimiter();
    }

    /** Whether a field may stand in quotes: in what a spreadsheet or a table library wrote. */
    boolean mayQuote() {
        return delimiter() == ',' || delimiter() == ';' || delimiter() == '\t';
    }

    int count() {
        return shapes.length;
    }

    /** Where a column stands; −1: nowhere. */
    int place(Column column) {
        return places[column.ordinal()];
    }

    boolean has(Column column) {
        return place(column) >= 0;
    }

    boolean hasOneOf(Column... columns) {
        return Arrays.stream(columns).anyMatch(this::has);
    }

    Shape shape(int place) {
        return shapes[place];
    }

    /** Whether the values of a column may hold the delimiter. */
    boolean spans(int place) {
        return spans[place];
    }

    /** Where the column with the number of the job stands. */
    int jobPlace() {
        return jobPlace;
    }

    /** Whether no column that may hold the delimiter stands before it. */
    boolean isJobFirst() {
        return jobFirst;
    }

    /** The columns by which a line is known for one of a job or step. */
    int[] tellingKeys() {
        return tellingKeys;
    }
}
