package dandori.cli;

import dandori.metric.SentBack;
import dandori.results.JobLine;
import dandori.wait.WaitReason;
import java.util.Arrays;
import java.util.Locale;

/** The reasons of waits in words for people. */
final class WaitWords {

    private WaitWords() {}

    /** What a job waited for: {@code too few nodes were free}. */
    static String of(String reason) {
        return Arrays.stream(WaitReason.values())
                .filter(one -> one.text().equals(reason))
                .map(WaitWords::of)
                .findFirst()
                .orElse(reason);
    }

    private static String of(WaitReason reason) {
        return switch (reason) {
            case TRANSFER -> "it was on its way to this machine";
            case DEPENDENCY -> "another job had to end first";
            case HELD -> "it was held";
            case QUOTA -> "a limit on what its user or organization may have";
            case SHARE -> "its organization had had its share";
            case WINDOW -> "its resource group was closed, or about to make room for another";
            case POWER -> "it would have drawn more power than there was";
            case NODES -> "too few nodes were free";
            case MAINTENANCE -> "it would have run into a planned loss of nodes";
            case SHAPE -> "enough nodes were free, but they did not lie as it needs them";
            case RESERVED -> "nodes were kept for others";
            case ORDER -> "nobody may overtake";
        };
    }

    /**
     * The same with the jobs that it was about, if any, or with the name of the reservation, outage
     * or cap, or whose limit it was.
     */
    static String of(String reason, String jobs, String name) {
        if (!name.isEmpty()) {
            return named(reason, name);
        }
        if (jobs.isEmpty()) {
            return of(reason);
        }
        return reason.equals(WaitReason.ORDER.text())
                ? "nobody may overtake " + jobs
                : "nodes were kept for " + jobs;
    }

    private static String named(String reason, String name) {
        if (reason.equals(WaitReason.RESERVED.text())) {
            return "nodes were kept by reservation '%s'".formatted(name);
        }
        if (reason.equals(WaitReason.QUOTA.text())) {
            return "the limit of " + name;
        }
        return reason.equals(WaitReason.SHARE.text())
                ? "the budget of %s was used up".formatted(name)
                : "%s: '%s'".formatted(of(reason), name);
    }

    /** Why a job went back to the queue. */
    static String sentBack(String cause) {
        return Arrays.stream(SentBack.values())
                .filter(one -> one.text().equals(cause))
                .map(WaitWords::of)
                .findFirst()
                .orElse(cause);
    }

    private static String of(SentBack cause) {
        return switch (cause) {
            case PREEMPTION -> "sent back: others were to have its nodes";
            case FAILURE -> "sent back: something broke";
            case OUTAGE -> "sent back: a planned loss of nodes, or a cap, began";
            case WINDOW -> "sent back: another resource group's window began";
        };
    }

    /** Another job: {@code job 4711 (llm-jp, 64 nodes)}. */
    static String of(JobLine job) {
        String whose = job.organization().isEmpty() ? "" : job.organization() + ", ";
        String nodes = String.format(Locale.ROOT, "%,d", job.nodes());
        return "job %d (%s%s node%s)"
                .formatted(job.id(), whose, nodes, job.nodes() == 1 ? "" : "s");
    }
}
