package dandori.soak;

import java.util.List;
import java.util.SplittableRandom;

/** Random choices from a seed. */
final class Draw {

    private final SplittableRandom random;

    Draw(long seed) {
        random = new SplittableRandom(seed);
    }

    /** Whether something happens that has this chance, in per cent. */
    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    /** A whole number, both ends included. */
    int between(int low, int high) {
        return random.nextInt(low, high + 1);
    }

    /** A number of a logarithmic scale: small ones are as likely as large ones. */
    int scale(int low, int high) {
        double log = random.nextDouble(StrictMath.log(low), StrictMath.log(high + 1.0));
        return Math.min(high, (int) StrictMath.exp(log));
    }

    /** One of some words, each as likely. */
    String of(String... words) {
        return words[random.nextInt(words.length)];
    }

    /** One of a list, each as likely. */
    <T> T of(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
