package dandori.web.timeline;

/** Colours as 0xRRGGBB, the same as those of the page's {@code parts/colours.js}. */
public final class Colours {

    private static final int[] OKABE_ITO = {
        0x0072b2, 0xe69f00, 0x009e73, 0xcc79a7, 0x56b4e9, 0xd55e00, 0xf0e442, 0x999999
    };

    private static final int[] VIRIDIS = {
        0x440154, 0x482878, 0x3e4989, 0x31688e, 0x26828e, 0x1f9e89, 0x35b779, 0x6ece58, 0xb5de2b,
        0xfde725
    };

    /** How many places have colours of their own; later ones share them. */
    static final int PLACES = 4 * OKABE_ITO.length;

    private Colours() {}

    /** The colour of the n-th organization. */
    static int ofPlace(int place) {
        int base = OKABE_ITO[place % OKABE_ITO.length];
        int round = place / OKABE_ITO.length;
        return round == 0 ? base : blend(base, 0xffffff, Math.min(0.75, 0.3 * round));
    }

    /** The colour of an amount from 0 to 1. */
    static int ofAmount(double amount) {
        double place = Math.min(1, Math.max(0, amount)) * (VIRIDIS.length - 1);
        int low = Math.min(VIRIDIS.length - 2, (int) place);
        return blend(VIRIDIS[low], VIRIDIS[low + 1], place - low);
    }

    /** The colour of the n-th organization as pages write it, {@code #0072b2}. */
    public static String textOfPlace(int place) {
        return text(ofPlace(place));
    }

    /** A colour as pages write it. */
    public static String text(int colour) {
        return "#%06x".formatted(colour);
    }

    private static int blend(int from, int to, double share) {
        int blended = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int low = from >> shift & 0xff;
            int high = to >> shift & 0xff;
            blended = blended << 8 | (int) Math.round(low * (1 - share) + high * share);
        }
        return blended;
    }
}
