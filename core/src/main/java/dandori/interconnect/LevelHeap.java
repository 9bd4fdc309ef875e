package dandori.interconnect;

/**
 * A binary heap of numbers by level, lowest first, equal levels by number. Filled in any order,
 * then put in order at once.
 */
final class LevelHeap {

    private double[] level = new double[16];
    private int[] number = new int[16];
    private int size;

    void clear(int atMost) {
        size = 0;
        if (level.length < atMost) {
            level = new double[2 * atMost];
            number = new int[2 * atMost];
        }
    }

    int size() {
        return size;
    }

    int first() {
        return number[0];
    }

    double firstLevel() {
        return level[0];
    }

    /** Adds without order; {@link #order} follows. */
    void put(int what, double at) {
        level[size] = at;
        number[size++] = what;
    }

    void order() {
        for (int i = size / 2 - 1; i >= 0; i--) {
            sink(i, level[i], number[i]);
        }
    }

    void pop() {
        size--;
        sink(0, level[size], number[size]);
    }

    void raiseFirst(double to) {
        sink(0, to, number[0]);
    }

    private void sink(int hole, double at, int what) {
        int place = hole;
        for (int child = 2 * place + 1; child < size; child = 2 * place + 1) {
            if (child + 1 < size && isBefore(child + 1, level[child], number[child])) {
                child++;
            }
            if (!isBefore(child, at, what)) {
                break;
            }
            level[place] = level[child];
            number[place] = number[child];
            place = child;
        }
        level[place] = at;
        number[place] = what;
    }

    private boolean isBefore(int place, double at, int what) {
        return level[place] < at || level[place] == at && number[place] < what;
    }
}
