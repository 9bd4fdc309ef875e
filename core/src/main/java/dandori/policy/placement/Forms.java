package dandori.policy.placement;

import dandori.job.Jobs;
import dandori.policy.Parts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The forms of the jobs of one pool, numbered as they come. */
final class Forms {

    private final CellMap map;
    private final Parts parts;
    private final FormsOfPart ofAll;
    private final List<FormsOfPart> ofParts = new ArrayList<>();
    private final int small;
    private final double slack;
    private final List<Form> forms = new ArrayList<>();
    private final Map<Form, Integer> numbers = new HashMap<>();
    private final List<long[]> holding =
            new ArrayList<>(); // by form, as bits: those whose boxes hold one of its own
    private int[] ofJobs = new int[0]; // by row, while it is that job's
    private long[] sequences = new long[0]; // by row: which job's form is known, -1 if none is
    private int[] partsOfJobs = new int[0]; // by row: and as a job of which part
    private int[] nodesOfJobs = new int[0]; // by row: and of how many nodes, for elastic jobs

    /**
     * No forms yet.
     *
     * @param small jobs without a shape up to so many nodes lie anywhere
     * @param slack how much larger than needed a box may be, to be more compact
     */
    Forms(CellMap map, Parts parts, int small, double slack) {
        this.map = map;
        this.parts = parts;
        this.small = small;
        this.slack = slack;
        ofAll = new FormsOfPart(this::number, map, Room.all(map), small, slack);
    }

    int count() {
        return forms.size();
    }

    Form form(int number) {
        return forms.get(number);
    }

    /** The number of a job's form. */
    int of(int job, Jobs jobs) {
        if (job >= ofJobs.length) {
            int before = ofJobs.length;
            ofJobs = Arrays.copyOf(ofJobs, Math.max(jobs.count(), job + 1));
            partsOfJobs = Arrays.copyOf(partsOfJobs, ofJobs.length);
            nodesOfJobs = Arrays.copyOf(nodesOfJobs, ofJobs.length);
            sequences = Arrays.copyOf(sequences, ofJobs.length);
            Arrays.fill(sequences, before, sequences.length, -1);
        }
        long sequence = jobs.sequence(job);
        int part = parts.of(job);
        int nodes = jobs.nodes(job);
        boolean isKnown = sequences[job] == sequence && partsOfJobs[job] == part;
        if (!isKnown || nodesOfJobs[job] != nodes) {
            ofJobs[job] = ofPart(part).found(nodes, jobs.request(job));
            partsOfJobs[job] = part;
            nodesOfJobs[job] = nodes;
            sequences[job] = sequence;
        }
        return ofJobs[job];
    }

    private FormsOfPart ofPart(int part) {
        if (part == Parts.WHOLE) {
            return ofAll;
        }
        while (ofParts.size() <= part) {
            Room room = Room.of(map, parts.nodes(ofParts.size()));
            ofParts.add(new FormsOfPart(this::number, map, room, small, slack));
        }
        return ofParts.get(part);
    }

    private int number(Form form) {
        Integer known = numbers.putIfAbsent(form, forms.size());
        if (known != null) {
            return known;
        }
        int number = forms.size();
        forms.add(form);
        holding.add(new long[(number >>> 6) + 1]);
        addHolding(number, number);
        for (int other = 0; other < number && !form.isScattered(); other++) {
            if (!forms.get(other).isScattered()) {
                if (form.holds(forms.get(other))) {
                    addHolding(other, number);
                } else if (forms.get(other).holds(form)) {
                    addHolding(number, other);
                }
            }
        }
        return number;
    }

    private void addHolding(int smaller, int larger) {
        int word = larger >>> 6;
        if (holding.get(smaller).length <= word) {
            holding.set(smaller, Arrays.copyOf(holding.get(smaller), word + 1));
        }
        holding.get(smaller)[word] |= 1L << larger;
    }

    /**
     * The forms, as bits, that fit nowhere where this one does not: itself, and those each of whose
     * boxes holds one of its own. Not to be written.
     */
    long[] holding(int number) {
        return holding.get(number);
    }
}
