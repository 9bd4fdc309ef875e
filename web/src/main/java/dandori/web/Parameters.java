package dandori.web;

import io.javalin.http.Context;

/** What requests have in their address. */
final class Parameters {

    private Parameters() {}

    /**
     * A whole number from 0 to a bound.
     *
     * @throws RefusedException if it is none such
     */
    static int whole(Context request, String name, int otherwise, int most) {
        return whole(name, text(request, name), otherwise, most);
    }

    /** The same of a text, as of one of several parameters of a name. */
    static int whole(String name, String text, int otherwise, int most) {
        if (text.isEmpty()) {
            return otherwise;
        }
        try {
            int number = Integer.parseInt(text);
            if (number >= 0 && number <= most) {
                return number;
            }
        } catch (NumberFormatException none) {
            // told as what is out of bounds is
        }
        throw RefusedException.wrong(
                "%s: '%s' is no whole number from 0 to %d.".formatted(name, text, most),
                "" + otherwise + ".");
    }

    /** A text; empty if it is not there. */
    static String text(Context request, String name) {
        String text = request.queryParam(name);
        return text == null ? "" : text;
    }

    /**
     * A number that is finite and between two bounds.
     *
     * @throws RefusedException if it is none such
     */
    static double number(Context request, String name, double otherwise, double most) {
        String text = request.queryParam(name);
        if (text == null || text.isEmpty()) {
            return otherwise;
        }
        try {
            double number = Double.parseDouble(text);
            if (Math.abs(number) <= most) { // what is no number is not
                return number;
            }
        } catch (NumberFormatException none) {
            // told as what is out of bounds is
        }
        throw RefusedException.wrong(
                "%s: '%s' is no number from %.0f to %.0f.".formatted(name, text, -most, most), "");
    }
}
