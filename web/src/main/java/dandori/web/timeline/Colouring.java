package dandori.web.timeline;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** By what stays are coloured. */
public enum Colouring {
    /** Whose job it is. */
    ORGANIZATION,
    /** How many nodes it has, from 1 to the machine's, on a scale of logarithms. */
    SIZE,
    /** How long the job waited, from 1 second to a week, on a scale of logarithms. */
    WAIT,
    /** How the stay ended. */
    STATE;

    private static final int SHADES = 250;
    private static final double LONGEST_WAIT_SECONDS = 7 * 86_400;

    /** The one of a name; null if there is none. */
    public static @Nullable Colouring named(String name) {
        return Arrays.stream(values())
                .filter(one -> one.text().equals(name))
                .findFirst()
                .orElse(null);
    }

    /** Its name in requests. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The colours, at 1 and above; at 0 is what is idle. */
    int[] colours() {
        int count =
                switch (this) {
                    case ORGANIZATION -> Colours.PLACES;
                    case STATE -> State.values().length;
                    case SIZE, WAIT -> SHADES;
                };
        int[] colours = new int[count + 1];
        for (int i = 0; i < count; i++) {
            colours[i + 1] =
                    switch (this) {
                        case ORGANIZATION -> Colours.ofPlace(i);
                        case STATE -> State.at(i).colour();
                        case SIZE, WAIT -> Colours.ofAmount(i / (SHADES - 1.0));
                    };
        }
        return colours;
    }

    /**
     * The least amounts that have the second shade, the third and so on; nothing where no amount is
     * shown.
     *
     * @param machineNodes the size of the machine
     */
    double[] steps(Jobs jobs, int machineNodes) {
        double most =
                switch (this) {
                    case ORGANIZATION, STATE -> 0;
                    case SIZE -> Math.max(2, machineNodes);
                    case WAIT -> LONGEST_WAIT_SECONDS;
                };
        double[] steps = new double[most == 0 ? 0 : SHADES - 1];
        for (int i = 0; i < steps.length; i++) {
            double amount = StrictMath.pow(most, (i + 0.5) / (SHADES - 1));
            steps[i] = this == WAIT ? jobs.units(amount) : amount;
        }
        return steps;
    }

    /** The place of a row's colour among {@link #colours}. */
    byte of(Jobs jobs, int row, double[] steps) {
        Columns columns = jobs.columns;
        int place =
                switch (this) {
                    case ORGANIZATION -> shared(columns.organizations[row]);
                    case STATE -> columns.states[row];
                    case SIZE -> shade(columns.nodes[row], steps);
                    case WAIT -> shade(columns.waits[row], steps);
                };
        return (byte) (place + 1);
    }

    /** The place of the colour that an organization has, among those that differ. */
    static int shared(int organization) {
        int differ = Colours.PLACES;
        return organization < differ ? organization : differ - 8 + organization % 8;
    }

    private static int shade(int amount, double[] steps) {
        int place = Arrays.binarySearch(steps, amount);
        return place < 0 ? -place - 1 : place + 1;
    }
}
