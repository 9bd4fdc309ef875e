package dandori.trace.lsf;

import dandori.trace.lines.LogNumbers;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one {@code JOB_FINISH}. Two lists of hosts of any length stand among them; what
 * stands behind is counted from their ends. Older versions have fewer fields at the end.
 */
final class LsfFields {

    static final int EVENT_TIME = 2;
    static final int JOB = 3;
    static final int PROCESSORS = 6;
    static final int SUBMIT = 7;
    static final int BEGIN = 8;
    static final int START = 10;
    static final int USER = 11;
    static final int QUEUE = 12;
    private static final int ASKED_HOSTS = 22;

    // Behind the hosts on which it ran.
    static final int STATUS = 0;
    static final int USER_SECONDS = 4;
    static final int SYSTEM_SECONDS = 5;
    static final int PROJECT = 24;
    static final int INDEX = 29;
    static final int MEMORY = 30;
    static final int ESTIMATE = 45;
    private static final int OPTIONS = 53;

    private final List<String> fields;
    private final int behind; // the place of the first field behind the hosts; −1: cut short
    private long slots;
    private long hosts;

    private LsfFields(List<String> fields) {
        this.fields = fields;
        int ran = behindList(ASKED_HOSTS);
        behind = ran < 0 ? -1 : behindList(ran);
        if (behind >= 0) {
            count(fields.subList(ran + 1, behind));
        }
    }

    static LsfFields of(String record) {
        List<String> fields = new ArrayList<>(100);
        int at = 0;
        while (at < record.length()) {
            char c = record.charAt(at);
            if (c == ' ' || c == '\t') {
                at++;
            } else if (c == '"') {
                StringBuilder word = new StringBuilder();
                at = word(record, at + 1, word);
                fields.add(word.toString());
            } else {
                int end = at;
                while (end < record.length() && record.charAt(end) != ' ') {
                    end++;
                }
                fields.add(record.substring(at, end));
                at = end;
            }
        }
        return new LsfFields(fields);
    }

    /** Reads a word up to its quotation mark; two of them are one in it. */
    private static int word(String record, int from, StringBuilder word) {
        int at = from;
        while (at < record.length()) {
            if (record.charAt(at) == '"') {
                at++;
                if (at == record.length() || record.charAt(at) != '"') {
                    return at;
                }
            }
            word.append(record.charAt(at++));
        }
        return at;
    }

    /** Where the fields begin behind a list whose length stands at a place; −1: there are none. */
    private int behindList(int place) {
        long length = place < fields.size() ? LogNumbers.whole(fields.get(place)) : -1;
        return length < 0 || length >= fields.size() - place - 1 ? -1 : place + 1 + (int) length;
    }

    private void count(List<String> places) {
        Set<String> names = new HashSet<>();
        for (String place : places) {
            int star = place.indexOf('*');
            long many = star < 0 ? -1 : LogNumbers.whole(place.substring(0, star));
            slots += many < 0 ? 1 : Math.min(many, Integer.MAX_VALUE);
            names.add(many < 0 ? place : place.substring(star + 1));
        }
        hosts = names.size();
    }

    /** Whether the fields reach behind the hosts. */
    boolean isWhole() {
        return behind >= 0;
    }

    /** Slots that it had; 0: none. */
    long slots() {
        return slots;
    }

    /** Different hosts on which it ran. */
    long hosts() {
        return hosts;
    }

    /** What stands behind all these, in newer versions. */
    LsfDemands demands() {
        return LsfDemands.of(fields, behind + OPTIONS, slots, hosts);
    }

    /** A number among the first fields; −1 if it is none. */
    long whole(int field) {
        return LogNumbers.whole(fields.get(field));
    }

    /** Milliseconds since 1970; −1 if it is not given, or 0. */
    long instantMillis(int field) {
        long millis = LogNumbers.secondsInMillis(fields.get(field));
        return millis > 0 ? millis : -1;
    }

    /** A word among the first fields; null if it is empty. */
    @Nullable String text(int field) {
        String text = fields.get(field);
        return text.isEmpty() ? null : text;
    }

    /** A field behind the hosts; null if it is empty, or the version has none. */
    @Nullable String behind(int field) {
        int place = behind + field;
        return place < fields.size() ? text(place) : null;
    }
}
