package dandori.trace.philly;

import dandori.machine.AllocationUnit;
import dandori.trace.Findings;
import dandori.trace.JobLog;
import dandori.trace.JsonBytes;
import dandori.trace.LogClock;
import dandori.trace.LoggedEnd;
import dandori.trace.LoggedJob;
import dandori.trace.TraceException;
import dandori.trace.TraceInput;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.util.TokenBuffer;

/**
 * One log being read, job by job: its run is from the beginning of its first attempt to the end of
 * its last, its size that of its largest.
 */
final class PhillyLog implements JobLog {

    /** How long an entry may be: names, texts and numbers, and a sign for each of them. */
    static final int LONGEST = 1 << 20;

    private static final int DEPTH_LIMIT = 100;

    private static final JsonMapper MAPPER =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(DEPTH_LIMIT)
                                                    .maxStringLength(LONGEST)
                                                    .build())
                                    .build())
                    .build();

    private final String file;
    private final Findings findings;
    private final LogClock clock;
    private final JsonParser parser;
    private long entries;
    private boolean ended;

    PhillyLog(TraceInput input, Findings findings) throws IOException {
        this.file = input.file();
        this.findings = findings;
        this.clock = new LogClock(input.options().zone(), findings);
        this.parser = MAPPER.createParser(JsonBytes.of(input.bytes()));
        JsonToken first = outside();
        if (first != JsonToken.START_ARRAY) {
            throw new TraceException(
                    file
                            + (first == null ? ": is empty," : ": is no list in JSON,")
                            + " where Philly's cluster_job_log is expected.",
                    "Maybe the download or the copy failed.");
        }
    }

    /** The next token that is not within a list; null at the end of the file. */
    private @Nullable JsonToken outside() throws IOException {
        try {
            return parser.nextToken();
        } catch (JacksonIOException failure) {
            throw failure.getCause();
        } catch (JacksonException broken) {
            return JsonToken.NOT_AVAILABLE;
        }
    }

    @Override
    public boolean next(LoggedJob job) throws IOException {
        while (!ended) {
            JsonNode entry = entry();
            if (entry != null) {
                job.clear();
                job.id = entries;
                if (fill(job, entry)) {
                    return true;
                }
            }
        }
        if (entries == 0) {
            throw new TraceException(file + ": is an empty list, and holds no job.", null);
        }
        return false;
    }

    private @Nullable JsonNode entry() throws IOException {
        try {
            JsonToken token = parser.nextToken();
            if (token == JsonToken.END_ARRAY) {
                ended = !isFollowedByList();
                return null;
            }
            entries++;
            if (token == JsonToken.START_OBJECT) {
                return object();
            }
            if (token != null) {
                parser.skipChildren();
                findings.add(PhillyOddity.NO_JOB);
                return null;
            }
        } catch (JacksonIOException failure) {
            throw failure.getCause();
        } catch (JacksonException broken) {
            // counted below, as the end of the file before that of the list is
        }
        findings.add(PhillyOddity.BROKEN);
        ended = true;
        return null;
    }

    /** Whether another list follows, as where files were joined; refuses all else. */
    private boolean isFollowedByList() throws IOException {
        JsonToken token = outside();
        if (token == null || token == JsonToken.START_ARRAY) {
            return token != null;
        }
        throw new TraceException(
                "%s:%d: has something else behind its list of jobs."
                        .formatted(file, parser.currentLocation().getLineNr()),
                "Maybe the download or the copy failed.");
    }

    /** The entry that begins here; null, and counted, if it is too long to be kept. */
    private @Nullable JsonNode object() {
        TokenBuffer kept = TokenBuffer.forBuffering(parser, parser.objectReadContext());
        long length = 0;
        int depth = 0;
        do {
            JsonToken token = parser.currentToken();
            depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
            if (length <= LONGEST) {
                length += 1 + (token.isStructStart() ? 0 : parser.getStringLength());
                kept.copyCurrentEvent(parser);
            }
        } while (depth > 0 && parser.nextToken() != null);
        if (depth > 0) {
            throw new StreamReadException(parser, "the end of the file");
        }
        if (length > LONGEST) {
            findings.add(PhillyOddity.TOO_LONG);
            return null;
        }
        try (JsonParser whole = kept.asParser()) {
            return MAPPER.readTree(whole);
        }
    }

    private boolean fill(LoggedJob job, JsonNode entry) {
        long submit = millis(entry.path("submitted_time"));
        JsonNode attempts = entry.path("attempts");
        if (submit == LogClock.NO_DATE) {
            findings.add(PhillyOddity.NO_SUBMIT);
            return false;
        }
        if (attempts.isEmpty()) {
            findings.add(PhillyOddity.NO_ATTEMPTS);
            return false;
        }
        if (attempts.size() > 1) {
            findings.add(PhillyOddity.ATTEMPTS);
        }
        long start = millis(attempts.path(0).path("start_time"));
        long end = millis(attempts.path(attempts.size() - 1).path("end_time"));
        job.submitMillis = submit;
        if (start != LogClock.NO_DATE) {
            job.waitMillis = Math.max(-1, start - submit);
            if (start < submit) {
                findings.add(PhillyOddity.START_EARLY);
                job.waitMillis = -1;
            }
            job.runMillis = end == LogClock.NO_DATE ? -1 : Math.max(-1, end - start);
        }
        for (JsonNode attempt : attempts) {
            job.allocatedAccelerators = Math.max(job.allocatedAccelerators, accelerators(attempt));
        }
        job.user = text(entry.path("user"));
        job.group = text(entry.path("vc"));
        String status = text(entry.path("status"));
        job.end =
                switch (status == null ? "" : status) {
                    case "Pass" -> LoggedEnd.COMPLETED;
                    case "Killed" -> LoggedEnd.CANCELLED;
                    case "Failed" -> LoggedEnd.FAILED;
                    default -> LoggedEnd.UNKNOWN;
                };
        return true;
    }

    private static long accelerators(JsonNode attempt) {
        long sum = 0;
        for (JsonNode node : attempt.path("detail")) {
            sum += node.path("gpus").size();
        }
        return sum;
    }

    private long millis(JsonNode date) {
        return date.isString() ? clock.millis(date.stringValue()) : LogClock.NO_DATE;
    }

    private static @Nullable String text(JsonNode value) {
        return value.isString() && !value.stringValue().isEmpty() ? value.stringValue() : null;
    }

    @Override
    public AllocationUnit unit() {
        return AllocationUnit.ACCELERATOR;
    }

    @Override
    public long lineCount() {
        return entries;
    }

    @Override
    public long jobLineCount() {
        return entries;
    }
}
