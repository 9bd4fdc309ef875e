package dandori.generate;

import java.util.Arrays;

/** Who submits: the k-th most active of n users submits in proportion to 1/k (Zipf's law). */
final class Users {

    private final double[] upTo; // share of the jobs of users 0..k; rises to 1

    Users(int count) {
        upTo = new double[count];
        double sum = 0;
        for (int user = 0; user < count; user++) {
            sum += 1.0 / (user + 1);
            upTo[user] = sum;
        }
        for (int user = 0; user < count; user++) {
            upTo[user] /= sum;
        }
    }

    /** The number of the user, from 0; u uniform in [0, 1). */
    int pick(double u) {
        int place = Arrays.binarySearch(upTo, u);
        return Math.min(place >= 0 ? place + 1 : -place - 1, upTo.length - 1);
    }
}
