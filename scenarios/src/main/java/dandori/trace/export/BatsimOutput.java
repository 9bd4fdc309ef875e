package dandori.trace.export;

import dandori.engine.Durations;
import dandori.machine.AllocationUnit;
import dandori.trace.LoggedJob;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.eclipse.collections.impl.set.mutable.primitive.LongHashSet;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes a workload of the simulator Batsim: jobs, and a delay profile for each run time.
 *
 * <p>Batsim wants a size and a run time above 0 of every job: one without is left out, one that ran
 * for 0 s runs a millisecond. Its machine is as large as the call says, else as the log's header
 * says, else as the largest job. Memory: 16 bytes for each different run time.
 */
public final class BatsimOutput implements TraceOutput {

    /** For {@link java.util.ServiceLoader}. */
    public BatsimOutput() {}

    @Override
    public String name() {
        return "batsim";
    }

    @Override
    public String title() {
        return "a Batsim workload";
    }

    @Override
    public List<String> endings() {
        return List.of(".json");
    }

    @Override
    public Set<LoggedField> holds(AllocationUnit unit) {
        Set<LoggedField> holds = EnumSet.of(LoggedField.RUN, LoggedField.WALLTIME);
        holds.addAll(SizeOfJob.fields(unit));
        return holds;
    }

    @Override
    public List<String> lacks() {
        return List.of(
                "the size that a job had, where it differs from what it asked for",
                "the date of time 0 and what else the log's header says");
    }

    @Override
    public List<String> write(JobStream jobs, Destination to, OutputWishes wishes)
            throws IOException {
        try (OutputStream out = to.open();
                JsonGenerator json = JsonMapper.shared().createGenerator(out)) {
            json.writeStartObject();
            json.writeStringProperty("description", jobs.name() + ", " + wishes.writtenBy());
            long known = wishes.machineSize() > 0 ? wishes.machineSize() : jobs.machineSize();
            if (known > 0) {
                json.writeNumberProperty("nb_res", known);
            }
            Written written = new Written();
            json.writeArrayPropertyStart("jobs");
            written.jobs(jobs, json);
            json.writeRaw('\n');
            json.writeEndArray();
            written.profiles(json);
            if (known <= 0) {
                json.writeNumberProperty("nb_res", written.largest);
                written.remarks.add(
                        "nb_res, the machine, is as large as the largest job: " + written.largest);
            }
            json.writeEndObject();
            json.writeRaw('\n');
            return written.remarks();
        } catch (JacksonIOException broken) {
            throw broken.getCause();
        } catch (JacksonException broken) {
            throw new IOException(broken.getOriginalMessage(), broken);
        }
    }

    /** What was written so far. */
    private static final class Written {

        private final LongHashSet runs = new LongHashSet(); // in milliseconds
        private final List<String> remarks = new ArrayList<>();
        private long largest;
        private long leftOut;
        private long moments;
        private long early;

        void jobs(JobStream jobs, JsonGenerator json) {
            AllocationUnit unit = jobs.unit();
            LoggedJob job = new LoggedJob();
            while (jobs.next(job)) {
                long size = SizeOfJob.of(job, unit);
                if (size <= 0 || job.runMillis < 0) {
                    leftOut++;
                    jobs.leaveOut();
                    continue;
                }
                long runMillis = Math.max(job.runMillis, 1);
                moments += job.runMillis == 0 ? 1 : 0;
                early += job.submitMillis < 0 ? 1 : 0;
                largest = Math.max(largest, size);
                runs.add(runMillis);
                json.writeRaw('\n');
                json.writeStartObject();
                json.writeNumberProperty("id", job.id);
                json.writeName("subtime");
                json.writeNumber(Durations.seconds(job.submitMillis));
                if (job.walltimeMillis > 0) {
                    json.writeName("walltime");
                    json.writeNumber(Durations.seconds(job.walltimeMillis));
                }
                json.writeNumberProperty("res", size);
                json.writeStringProperty("profile", Durations.seconds(runMillis));
                json.writeEndObject();
            }
        }

        void profiles(JsonGenerator json) {
            json.writeObjectPropertyStart("profiles");
            for (long runMillis : runs.toSortedArray()) {
                json.writeRaw('\n');
                json.writeObjectPropertyStart(Durations.seconds(runMillis));
                json.writeStringProperty("type", "delay");
                json.writeName("delay");
                json.writeNumber(Durations.seconds(runMillis));
                json.writeEndObject();
            }
            json.writeRaw('\n');
            json.writeEndObject();
        }

        List<String> remarks() {
            remark(leftOut, " of unknown size or run time: left out");
            remark(moments, " that ran 0 s: a millisecond, since Batsim wants more than 0");
            remark(early, " submitted before time 0, which Batsim may refuse");
            return remarks;
        }

        private void remark(long count, String words) {
            if (count > 0) {
                remarks.add(TraceExport.times(count) + words);
            }
        }
    }
}
