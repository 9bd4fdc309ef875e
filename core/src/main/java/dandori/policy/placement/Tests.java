package dandori.policy.placement;

import dandori.interconnect.Box;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What is known of forms in a view. One that did not fit does not until another cell becomes wholly
 * free, and where a box does not fit, neither do those that hold it. One that did fit does while no
 * cell changes, and as long as the box that was found is free. Only of boxes: whether so many nodes
 * are free is seen at once.
 */
final class Tests {

    private final Forms forms;
    private long[] failed = new long[1]; // forms, as bits
    private long growth; // of the view when they did
    private long[] fitted = new long[1]; // forms, as bits
    private long changes; // of the view when they did
    private @Nullable Box[] found = new Box[8]; // by form: the last that was
    private int[] anchor = new int[8]; // of that

    Tests(Forms forms) {
        this.forms = forms;
    }

    boolean hasFailed(int form, Cells view) {
        return growth == view.growth() && has(failed, form);
    }

    boolean hasFitted(int form, Cells view) {
        return changes == view.changes() && has(fitted, form);
    }

    /** Whether the box that was found last for a form is still free. */
    boolean isStillFree(int form, Cells view) {
        Box box = form < found.length ? found[form] : null;
        return box != null && view.isFree(box, anchor[form]);
    }

    /** Notes where a form was found to fit. */
    void found(int form, Box box, int at) {
        if (form >= found.length) {
            found = Arrays.copyOf(found, Math.max(form + 1, 2 * form));
            anchor = Arrays.copyOf(anchor, found.length);
        }
        found[form] = box;
        anchor[form] = at;
    }

    private static boolean has(long[] bits, int form) {
        int word = form >>> 6;
        return word < bits.length && (bits[word] >>> form & 1) != 0;
    }

    void failed(int form, Cells view) {
        if (forms.form(form).isScattered()) {
            return;
        }
        if (growth != view.growth()) {
            Arrays.fill(failed, 0);
            growth = view.growth();
        }
        long[] holding = forms.holding(form);
        if (failed.length < holding.length) {
            failed = Arrays.copyOf(failed, holding.length);
        }
        for (int word = 0; word < holding.length; word++) {
            failed[word] |= holding[word];
        }
    }

    void fitted(int form, Cells view) {
        if (forms.form(form).isScattered()) {
            return;
        }
        if (changes != view.changes()) {
            Arrays.fill(fitted, 0);
            changes = view.changes();
        }
        if (fitted.length <= form >>> 6) {
            fitted = Arrays.copyOf(fitted, (form >>> 6) + 1);
        }
        fitted[form >>> 6] |= 1L << form;
    }
}
