package dandori.results;

import dandori.campaign.CampaignSource;
import dandori.job.Workload;
import java.util.List;
import java.util.function.IntUnaryOperator;

/**
 * The jobs of a run as tables list them: in the order of the input, those of campaigns behind; with
 * the names behind their numbers.
 *
 * @param count how many there are
 * @param rowOf the row of the job at a place of the list
 * @param organizations names by {@link dandori.job.Jobs#organization}
 * @param users names by {@link dandori.job.Jobs#user}
 * @param partitions names by {@link dandori.job.Jobs#partition}
 */
public record JobList(
        int count,
        IntUnaryOperator rowOf,
        List<String> organizations,
        List<String> users,
        List<String> partitions) {

    /** Keeps the names. */
    public JobList {
        organizations = List.copyOf(organizations);
        users = List.copyOf(users);
        partitions = List.copyOf(partitions);
    }

    /** Names alone, of jobs that are listed as they leave. */
    public static JobList ofNames(
            List<String> organizations, List<String> users, List<String> partitions) {
        return new JobList(0, place -> place, organizations, users, partitions);
    }

    /** Those of a workload. */
    public static JobList of(Workload workload) {
        return new JobList(
                workload.count(),
                workload::rowOfInput,
                workload.organizations(),
                workload.users(),
                workload.partitions());
    }

    /** Those of a workload and of the campaigns beside it, after a run. */
    public static JobList of(Workload workload, CampaignSource campaigns) {
        int first = workload.count();
        return new JobList(
                campaigns.jobs().count(),
                place -> place < first ? workload.rowOfInput(place) : place,
                campaigns.organizations(),
                campaigns.users(),
                campaigns.partitions());
    }
}
