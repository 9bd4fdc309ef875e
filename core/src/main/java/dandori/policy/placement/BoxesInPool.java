package dandori.policy.placement;

import dandori.interconnect.Box;
import dandori.interconnect.Contact;
import dandori.interconnect.Corners;
import dandori.interconnect.FreeBoxes;
import dandori.job.Jobs;
import dandori.machine.NodeSet;
import dandori.policy.Parts;
import dandori.policy.ShapedPlacement;
import dandori.state.Situation;
import org.jspecify.annotations.Nullable;

/** {@link TorusBoxes} in one run of one pool. */
final class BoxesInPool implements ShapedPlacement {

    private static final long[] NO_ROWS = {};

    private final CellMap map;
    private final boolean byContact;
    private final Forms forms;
    private final FreeBoxes freeBoxes;
    private final Contact contact;
    private final Corners corners;
    private final Cells pool;
    private final Outside outside;
    private final Trial scratch;
    private final Foreseen foreseen;
    private final long[] core; // anchors of what the boxes of a form have in common
    private final long[] onRacks; // anchors at rack origins, while a form asks for them
    private final Tests inPool;
    private final Tests inOutside;

    BoxesInPool(CellMap map, Parts parts, TorusBoxes rules) {
        this.map = map;
        byContact = rules.byContact();
        forms = new Forms(map, parts, rules.small(), rules.slack());
        inPool = new Tests(forms);
        inOutside = new Tests(forms);
        freeBoxes = new FreeBoxes(map.grid);
        contact = new Contact(map.grid);
        corners = new Corners(map.grid);
        pool = new Cells(map, rules.gathers());
        outside = new Outside(pool);
        scratch = new Trial(this, pool.another(), new Tests(forms));
        foreseen = new Foreseen(this, pool, new Tests(forms));
        core = new long[map.grid.rows()];
        onRacks = new long[map.grid.rows()];
    }

    @Override
    public int form(int job, Jobs jobs) {
        return forms.of(job, jobs);
    }

    @Override
    public int nodesNeeded(int job, Jobs jobs) {
        return nodesOfForm(forms.of(job, jobs));
    }

    @Override
    public boolean shapeDecides(int job, Jobs jobs) {
        return !forms.form(forms.of(job, jobs)).isScattered();
    }

    @Override
    public int nodesOfForm(int form) {
        return forms.form(form).nodes();
    }

    @Override
    public boolean fits(int form) {
        return fits(form, pool, inPool);
    }

    @Override
    public boolean fitsOutside(int form) {
        Cells view = outside.view();
        return fits(form) && (view == pool || fits(form, view, inOutside));
    }

    /** Whether a form fits in a view, of which something may be known. */
    boolean fits(int form, Cells view, Tests tests) {
        if (tests.hasFailed(form, view) || tests.hasFitted(form, view)) {
            return tests.hasFitted(form, view);
        }
        boolean fits = tests.isStillFree(form, view) || find(form, view, tests);
        if (fits) {
            tests.fitted(form, view);
        } else {
            tests.failed(form, view);
        }
        return fits;
    }

    private boolean find(int number, Cells view, Tests tests) {
        Form form = forms.form(number);
        if (form.nodes() > view.free() || form.isScattered()) {
            return form.nodes() <= view.free();
        }
        long[] known = coreAnchors(form, view);
        if (known.length == 0) {
            return false;
        }
        for (int i = 0; i < form.boxes().size(); i++) {
            long[] anchors = anchors(form, form.boxes().get(i), known);
            if (FreeBoxes.isAny(anchors)) {
                tests.found(number, form.boxes().get(i), first(anchors));
                return true;
            }
        }
        return false;
    }

    /** The anchors of the core of a form's boxes; no rows if there are none. */
    private long[] coreAnchors(Form form, Cells view) {
        if (form.core().volume() == 1) {
            return view.whole;
        }
        long[] anchors = freeBoxes.anchors(view.whole, form.core());
        System.arraycopy(anchors, 0, core, 0, core.length);
        return FreeBoxes.isAny(core) ? core : NO_ROWS;
    }

    private long[] anchors(Form form, Box box, long[] known) {
        long[] anchors = freeBoxes.anchors(known, form.core(), box);
        if (!form.onRacks()) {
            return anchors;
        }
        long[] origins = map.rackOrigins();
        for (int row = 0; row < onRacks.length; row++) {
            onRacks[row] = anchors[row] & origins[row];
        }
        return onRacks;
    }

    @Override
    public @Nullable NodeSet place(int job, Situation now) {
        return place(forms.of(job, now.jobs()), pool, inPool);
    }

    @Override
    public @Nullable NodeSet placeOutside(int job, Situation now) {
        Cells view = outside.view();
        int form = forms.of(job, now.jobs());
        boolean hasFailed = inPool.hasFailed(form, pool);
        return hasFailed ? null : place(form, view, view == pool ? inPool : inOutside);
    }

    /** The nodes for a form in a view, of which something may be known. */
    @Nullable NodeSet place(int form, Cells view, Tests tests) {
        if (tests.hasFailed(form, view)) {
            return null;
        }
        NodeSet set = place(forms.form(form), view);
        if (set == null) {
            tests.failed(form, view);
        }
        return set;
    }

    private @Nullable NodeSet place(Form form, Cells view) {
        if (form.nodes() > view.free()) {
            return null;
        }
        if (form.isScattered()) {
            return view.scattered(form.nodes());
        }
        Box bestBox = null;
        int bestAnchor = -1;
        int best = -1;
        long[] known = coreAnchors(form, view);
        for (int i = 0; i < form.boxes().size() && known.length > 0; i++) {
            Box box = form.boxes().get(i);
            long[] anchors = anchors(form, box, known);
            if (byContact) {
                long[] places = form.onRacks() ? anchors : corners.of(anchors, box);
                int anchor = contact.best(view.whole, places, box, best);
                if (anchor >= 0) {
                    bestAnchor = anchor;
                    bestBox = box;
                    best = contact.found();
                }
            } else if (FreeBoxes.isAny(anchors)) {
                return map.nodesOf(box, first(anchors));
            }
        }
        return bestBox == null ? null : map.nodesOf(bestBox, bestAnchor);
    }

    private static int first(long[] anchors) {
        int row = 0;
        while (anchors[row] == 0) {
            row++;
        }
        return row << 6 | Long.numberOfTrailingZeros(anchors[row]);
    }

    @Override
    public void taken(NodeSet nodes) {
        pool.take(nodes);
        outside.taken(nodes);
        foreseen.taken(nodes);
    }

    @Override
    public void given(NodeSet nodes) {
        pool.give(nodes);
        outside.given(nodes);
        foreseen.given(nodes);
    }

    @Override
    public void reserve(NodeSet nodes) {
        outside.reserve(nodes);
    }

    @Override
    public Kept kept() {
        return foreseen;
    }

    @Override
    public Scratch scratch() {
        scratch.view.copyFrom(pool);
        return scratch;
    }
}
