package dandori.policy.order;

import java.util.Arrays;

/** The users who have jobs that wait, in no particular order. */
final class WaitingUsers {

    private int[] all = new int[16];
    private int count;
    private int[] jobs = new int[16]; // by user
    private int[] place = new int[16]; // by user, in all

    /** A job of a user waits. */
    void join(int user) {
        if (user >= jobs.length) {
            int size = Math.max(user + 1, 2 * jobs.length);
            jobs = Arrays.copyOf(jobs, size);
            place = Arrays.copyOf(place, size);
        }
        if (jobs[user]++ > 0) {
            return;
        }
        if (count == all.length) {
            all = Arrays.copyOf(all, 2 * count);
        }
        place[user] = count;
        all[count++] = user;
    }

    /** A job of a user waits no more. */
    void leave(int user) {
        if (--jobs[user] > 0) {
            return;
        }
        int last = all[--count];
        all[place[user]] = last;
        place[last] = place[user];
    }

    /** The users, of which {@link #count} are there. */
    int[] all() {
        return all;
    }

    int count() {
        return count;
    }
}
