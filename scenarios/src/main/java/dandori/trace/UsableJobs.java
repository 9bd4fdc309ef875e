package dandori.trace;

import dandori.job.JobSink;

/** Says which jobs of a log the rules of import use; only the reason of the others is counted. */
final class UsableJobs implements JobSink {

    private static final Finding[] ALL = Finding.values();

    private final JobIntake intake;
    private final Findings latest = new Findings();
    private int names;
    private int count;

    UsableJobs(TraceInput input, ImportRules rules, JobLog log) {
        int machine = TraceImport.machineSize(input, rules, log);
        intake = new JobIntake(this, latest, rules, log, machine, null);
    }

    /**
     * Whether the job is used.
     *
     * @param findings where the reason is counted if it is not
     */
    boolean has(LoggedJob job, Findings findings) {
        int before = count;
        intake.take(job);
        if (count > before) {
            return true;
        }
        for (Finding finding : ALL) {
            if (finding.kind() == NoteKind.SKIPPED && latest.count(finding) > 0) {
                findings.add(finding);
                latest.set(finding, 0);
            }
        }
        return false;
    }

    @Override
    public int user(String name) {
        return names++;
    }

    @Override
    public int organization(String name) {
        return names++;
    }

    @Override
    public int partition(String name) {
        return names++;
    }

    @Override
    public void add(
            long id,
            long submitMillis,
            int nodes,
            long walltimeMillis,
            long runMillis,
            int user,
            int organization,
            int partition,
            long loggedWaitMillis) {
        count++;
    }

    @Override
    public int count() {
        return count;
    }
}
