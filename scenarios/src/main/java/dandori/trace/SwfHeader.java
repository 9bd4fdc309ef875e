package dandori.trace;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Collects the comments of a file in Standard Workload Format, and makes its header of them.
 *
 * <p>An entry is {@code ; Key: value}, with any indentation. A key is one word that begins with a
 * capital, and a blank or nothing follows the colon, so that an address ({@code http:}), a time or
 * a word within a sentence is no key. Any other comment continues the entry before it, unless an
 * empty comment stands between. {@linkplain SwfNames Names} are none of it.
 */
final class SwfHeader {

    private static final int CHARACTERS_LIMIT = 1 << 20;
    private static final long START_LIMIT = 1L << 40; // seconds; the year 36812

    private final List<String> keys = new ArrayList<>();
    private final List<StringBuilder> values = new ArrayList<>();
    private boolean continues; // the next comment may belong to the last entry
    private int characters;
    private boolean overflowed;
    private final SwfNames names = new SwfNames();
    private boolean takesNames = true;

    /** Takes a comment, semicolon and all. */
    void add(String line) {
        String comment = line.strip();
        int start = 0;
        while (start < comment.length() && comment.charAt(start) == ';') {
            start++;
        }
        String text = comment.substring(start).strip();
        if (text.isEmpty()) {
            continues = false;
            return;
        }
        int colon = keyEnd(text);
        if (colon > 0 && takesNames && isName(text.substring(0, colon), text, colon)) {
            continues = false;
            return;
        }
        characters += text.length();
        if (characters > CHARACTERS_LIMIT) {
            overflowed = true;
            return;
        }
        if (colon < 0 && continues) {
            values.get(values.size() - 1).append('\n').append(text);
            return;
        }
        keys.add(colon < 0 ? "" : text.substring(0, colon));
        values.add(new StringBuilder(colon < 0 ? text : text.substring(colon + 1).strip()));
        continues = colon >= 0;
    }

    private boolean isName(String key, String text, int colon) {
        String value = text.substring(colon + 1).strip();
        if (key.equals(SwfNames.KEY)) {
            names.list(value);
        }
        return names.take(key, value);
    }

    /** The names that were listed until now, and no later ones; null if there are none. */
    @Nullable SwfNames names() {
        takesNames = false;
        for (int i = 0; i < keys.size(); i++) {
            names.take(keys.get(i), values.get(i).toString()); // above the word
        }
        return names.isAny() ? names : null;
    }

    private static int keyEnd(String text) {
        int p = 0;
        while (p < text.length() && Character.isLetterOrDigit(text.charAt(p))) {
            p++;
        }
        boolean isKey =
                p > 0
                        && p < text.length()
                        && Character.isUpperCase(text.charAt(0))
                        && text.charAt(p) == ':'
                        && (p + 1 == text.length()
                                || Character.isWhitespace(text.charAt(p + 1))
                                || text.regionMatches(true, 0, "Max", 0, 3));
        return isKey ? p : -1;
    }

    /**
     * The header.
     *
     * @param sinceEpoch whether submit times turned out to be seconds since 1970
     * @param findings where its oddities are counted
     */
    TraceHeader header(boolean sinceEpoch, Findings findings) {
        List<HeaderEntry> entries = new ArrayList<>();
        boolean anyKey = false;
        for (int i = 0; i < keys.size(); i++) {
            entries.add(new HeaderEntry(keys.get(i), values.get(i).toString()));
            anyKey |= !keys.get(i).isEmpty();
        }
        int maxProcs = (int) Math.min(number("MaxProcs", findings), Integer.MAX_VALUE);
        int maxNodes = (int) Math.min(number("MaxNodes", findings), Integer.MAX_VALUE);
        long records = number("MaxRecords", findings);
        long jobs = number("MaxJobs", findings);
        long start = number("UnixStartTime", findings);
        String zone = text("TimeZoneString", findings);
        String offset = text("TimeZone", findings);
        if (start > START_LIMIT) {
            findings.add(Finding.BAD_NUMBER);
            start = 0;
        }
        if (overflowed || names.isFull()) {
            findings.add(Finding.TOO_MUCH_HEADER);
        }
        if (!anyKey) {
            findings.add(Finding.NO_HEADER);
        } else {
            noteSizes(maxProcs, maxNodes, findings);
            if (start == 0 && !sinceEpoch) {
                findings.add(Finding.NO_START);
            }
        }
        boolean dated = start > 0 || sinceEpoch;
        return new TraceHeader(
                text("Computer", findings),
                text("Installation", findings),
                maxProcs,
                maxNodes,
                records > 0 ? records : jobs,
                start > 0 ? Long.valueOf(start) : null,
                zone != null ? zone : offset,
                dated ? origin(sinceEpoch ? 0 : start, zone, offset, findings) : null,
                entries);
    }

    private static void noteSizes(int maxProcs, int maxNodes, Findings findings) {
        if (maxProcs == 0 && maxNodes == 0) {
            findings.add(Finding.NO_SIZE);
        } else if (maxProcs == 0) {
            findings.add(Finding.NO_MAX_PROCS);
        } else if (maxNodes == 0) {
            findings.add(Finding.NO_MAX_NODES);
        } else if (maxProcs < maxNodes) {
            findings.add(Finding.FEWER_PROCS);
        }
    }

    private static ZonedDateTime origin(
            long start, @Nullable String zone, @Nullable String offset, Findings findings) {
        ZoneId zoneId = ZoneOffset.UTC;
        try {
            if (zone != null) {
                zoneId = ZoneId.of(zone);
            } else if (offset != null) {
                zoneId = ZoneOffset.ofTotalSeconds(Integer.parseInt(firstWord(offset)));
            } else {
                findings.add(Finding.NO_ZONE);
            }
        } catch (DateTimeException | NumberFormatException unknown) {
            findings.add(Finding.UNKNOWN_ZONE);
        }
        return Instant.ofEpochSecond(start).atZone(zoneId);
    }

    /** The first value of a key, or null; notes another value of the same key. */
    private @Nullable String text(String key, Findings findings) {
        String wanted = key.toLowerCase(Locale.ROOT);
        String found = null;
        for (int i = 0; i < keys.size(); i++) {
            String value = values.get(i).toString();
            if (!keys.get(i).toLowerCase(Locale.ROOT).equals(wanted) || value.isEmpty()) {
                continue;
            }
            if (found == null) {
                found = value;
            } else if (!found.equals(value)) {
                findings.add(Finding.CONTRADICTION);
            }
        }
        return found;
    }

    /**
     * The first value of a key as a number above 0; 0 if there is none, or none that says anything.
     */
    private long number(String key, Findings findings) {
        String text = text(key, findings);
        if (text == null) {
            return 0;
        }
        try {
            return Math.max(0, Long.parseLong(firstWord(text)));
        } catch (NumberFormatException notANumber) {
            findings.add(Finding.BAD_NUMBER);
            return 0;
        }
    }

    private static String firstWord(String text) {
        int end = 0;
        while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        return text.substring(0, end);
    }
}
