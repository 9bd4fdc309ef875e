package dandori.resample;

import dandori.engine.Durations;
import dandori.job.Workload;
import dandori.job.WorkloadBuilder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The users of a new log, and when each plays what the user of a log did. */
final class Cast {

    /** A job of the log at another time, of another user. */
    private record Copy(long submitMillis, int row, String user) {}

    private final Workload log;
    private final Resampling.Part part;
    private final long lengthMillis;
    private final List<Copy> copies = new ArrayList<>();
    private final Map<Integer, Integer> seen = new HashMap<>(); // how often each user plays

    Cast(Workload log, Resampling.Part part, int weeks) {
        this.log = log;
        this.part = part;
        lengthMillis = weeks * Durations.WEEK_MILLIS;
    }

    /** A user begins anew when he is through, and is in the given one of his weeks at first. */
    void playAround(SubTrace sub, int week) {
        String user = name(sub);
        long roundMillis = sub.weeks() * Durations.WEEK_MILLIS;
        long shift = -week * Durations.WEEK_MILLIS;
        while (shift - part.intoWeekMillis() < lengthMillis) {
            play(sub, shift, user);
            shift += roundMillis;
        }
    }

    /** A user begins in the given week of the new log. */
    void playOnce(SubTrace sub, int week) {
        play(sub, week * Durations.WEEK_MILLIS, name(sub));
    }

    /** A user's first week begins at an instant, before or in the new log. */
    private void play(SubTrace sub, long beginMillis, String user) {
        long shift =
                beginMillis
                        - part.intoWeekMillis()
                        - part.fromMillis()
                        - sub.firstWeek() * Durations.WEEK_MILLIS;
        for (int i = 0; i < sub.rows().size(); i++) {
            int row = sub.rows().get(i);
            long submit = log.jobs().submitMillis(row) + shift;
            if (submit >= 0 && submit < lengthMillis) {
                copies.add(new Copy(submit, row, user));
            }
        }
    }

    /** The user's own name; the second and third to play the same get a number. */
    private String name(SubTrace sub) {
        int time = seen.merge(sub.user(), 1, Integer::sum);
        String name = log.userName(sub.rows().get(0));
        if (name.isEmpty() || time == 1) {
            return name;
        }
        String another = name + "." + time;
        while (log.users().contains(another)) { // somebody is called so
            another += "'";
        }
        return another;
    }

    /** The new log: at one instant in the order in which users were named. */
    Workload workload() {
        copies.sort(Comparator.comparingLong(Copy::submitMillis));
        WorkloadBuilder into = new WorkloadBuilder(log.name());
        if (log.hasLoggedWaits()) {
            into.keepLoggedWaits();
        }
        for (Copy copy : copies) {
            into.addLike(
                    log,
                    copy.row,
                    into.count() + 1L,
                    copy.submitMillis,
                    log.jobs().nodes(copy.row),
                    log.runMillis(copy.row),
                    copy.user);
        }
        return into.build();
    }
}
