package dandori.scenario;

import static dandori.scenario.Reading.RIGHT;
import static dandori.scenario.Reading.issues;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every kind of issue, with its text. */
class IssuesTest {

    @Test
    void aFileWithoutFaultsHasNone() {
        assertThat(issues(RIGHT)).isEmpty();
    }

    @Test
    void allAreToldAtOnceUnderTheFilesName() {
        assertThatThrownBy(() ->
                        Reading.scenario(
                                RIGHT.replace("nodes: 64", "nodes: 0")
                                        .replace("backfill: easy", "backfill: eazy")
                                        .replace("load: 0.7", "laod: 0.7")))
                .hasMessage(
                        """
                        my.yaml has 4 problems.

                          machines.one.nodes (line 3): must be at least 1, but is 0.

                          workload.streams[0].generate (line 6): 'load' or 'jobsPerDay' is missing.
                          Maybe load: 0.7

                          workload.streams[0].generate.laod (line 6): model 'daily-cycle' has no option 'laod'.
                          Maybe 'load'. Known: model, load, jobsPerDay, fit, thin, drawnAs, nodes, runTime, estimates, users, endings, cycle.

                          policies.easy.backfill (line 8): there is no backfill 'eazy'.
                          Maybe 'easy'. Known: afs, as-logged, clairvoyant, conservative, deadline, depth, easy, gang, gavel, gavel-finish-time, gavel-makespan, gavel-organizations, goodput, identity-easy, los, moldable, … \
                        (dandori catalogue policies)\
                        """);
    }

    /**
     * A change of the right file, as key=value, and the one issue that it makes; {@code /} for a
     * new line.
     */
    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '`',
            textBlock =
                    """
                    machines.one.nodes=1_000 # machines.one.nodes (--set): must be a whole number, but is '1_000'./Maybe 1000.
                    machines.one.nodes='64' # machines.one.nodes (--set): must be a whole number, but is '64'./Maybe 64, without quotes.
                    machines.one.nodes=2.5 # machines.one.nodes (--set): must be a whole number, but is 2.5.
                    machines.one.nodes=6.8e9 # machines.one.nodes (--set): must be at most 2147483647, but is 6.8e9.
                    machines.one.nodes=[1] # machines.one.nodes (--set): must be a whole number, but is a list.
                    machines.one.unit=nodes # machines.one.unit (--set): must be 'node', 'accelerator' or 'processor', but is 'nodes'./Maybe 'node'.
                    machines.one={from: catalogue/fugako} # machines.one.from (--set): there is no machine 'fugako' in the catalogue./Maybe 'fugaku'. Known: abci-3, azure-eagle, azure-openai-2020, eos-h100, fugaku, jean-zay, jean-zay-a100, mosaic-a100-40, mosaic-a100-80, mosaic-h100, ricc, sakura-hokkaido, sakuraone, selene, summit, tpu, …
                    machines.one={from: catalogue/sakuraone, groups: true} # machines.one.groups (--set): 'sakuraone' has no resource groups./Maybe leave 'groups' out.
                    machines.one={from: catalogue/abci-3, groups: true, nodes: 8} # machines.one.nodes (--set): resource groups are ranges of the machine's own 766 nodes./Maybe leave 'nodes' or 'groups' out.
                    machines.one.groups=true # machines.one.groups (--set): a flat machine has no resource groups./Maybe leave 'groups' out.
                    machines.one={from: catalogue/ricc, unit: node} # machines.one.unit (--set): the machine's file says what its unit is./Maybe leave 'unit' out.
                    machines.one={from: catalogue/fugaku, nodes: 0} # machines.one.nodes (--set): must be at least 1, but is 0.
                    machines.one.size=4 # machines.one.size (--set): there is no key 'size' here./Maybe one of: from, nodes, unit, groups, maintenance.
                    machines.one=3 # machines.one (--set): must be a mapping of keys, but is 3./Maybe one of: from, nodes, unit, groups, maintenance.
                    scenario=two words # scenario (--set): must be a name of letters, digits, '-', '_' or '+', but is 'two words'.
                    organizations={us: {home: two}} # organizations.us.home (--set): 'two' is not a machine of this scenario./Maybe 'one'.
                    organizations={us: {shares: -1}} # organizations.us.shares (--set): must be at least 0, but is -1.
                    organizations={use: {}} # workload.streams[0].organization (line 6): 'us' is not an organization of this scenario./Maybe 'use'.
                    machines.two={nodes: 4} # workload.streams[0].organization (line 6): 'us' has no home, and there are 2 machines./Maybe organizations: {us: {home: one}}
                    organizations={us: {users: {ann: -1}}} # organizations.us.users.ann (--set): must be at least 0, but is -1.
                    organizations={us: {users: 3}} # organizations.us.users (--set): must be a mapping of numbers, but is 3.
                    organizations={us: {accounts: {a: {share: 1}}}} # organizations.us.accounts.a.share (--set): there is no key 'share' here./Maybe 'shares'. Known: shares, asParent, users, accounts.
                    organizations={us: {users: {ann: 1}, accounts: {a: {users: {ann: 2}}}}} # organizations.us.accounts.a.users.ann (--set): user 'ann' stands in 'us' too, and a job does not say in which account it is./Maybe another name.
                    organizations={us: {shares: 1e991}} # organizations.us.shares (--set): must be at most 1e+300, but is 1e991.
                    workload.routing=home-ish # workload.routing (--set): there is no routing 'home-ish'./Maybe one of: cheapest, earliest-start, greenest, home, least-loaded. (dandori catalogue policies)
                    workload.routing=cheapest # policies.easy (line 8): routing 'cheapest' has one machine only to send jobs to./Maybe routing: home
                    workload.moves={speeds: {won: 2}} # workload.moves.speeds.won (--set): 'won' is not a machine of this scenario./Maybe 'one'.
                    workload.moves={nodesPer: {one: 0}} # workload.moves.nodesPer.one (--set): must be at least 0.001, but is 0.
                    workload.moves={nodesPer: 3} # workload.moves.nodesPer (--set): must be a mapping of names, but is 3.
                    workload.moves={transfer: 30} # workload.moves.transfer (--set): must be a duration with its unit, but is 30./Maybe '30min'. Units: ms, s, min, h, d, w, y.
                    workload.streams=[] # workload.streams (--set): must be a list of at least one, but is an empty list.
                    workload.streams[0].trace={file: x} # workload.streams[0].generate (line 6): a stream has a 'trace' or 'generate', but not both./Maybe make two streams of it.
                    workload.streams[0]={organization: us} # workload.streams[0] (--set): 'trace' or 'generate' is missing./Maybe generate: {load: 0.7}
                    workload.streams[0].resample={} # workload.streams[0].resample (--set): there is no key 'resample' here./Maybe one of: organization, trace, generate, snapshot, partition, shape, communication, uses, minimumElapse, estimates, elastic.
                    workload.streams[0]={generate: {load: 1}} # workload.streams[0] (--set): whose jobs are these? 'organization' is missing./Maybe organization: a-name
                    workload.streams[0].generate.load=0 # workload.streams[0].generate.load (--set): must be at least 1e-9, but is 0.
                    workload.streams[0].generate.load={sweep: [1, 2]} # workload.streams[0].generate.load (--set): must be a number, but is a mapping.
                    workload.streams[0].generate.jobsPerDay=5 # workload.streams[0].generate (line 6): 'load' and 'jobsPerDay' both say how many jobs come./Maybe delete one of the two.
                    workload.streams[0].generate.model=jann # workload.streams[0].generate.model (--set): there is no model 'jann'./Maybe one of: daily-cycle, development, downey, fine-tuning, fugaku-general, lublin, mid-training.
                    workload.streams[0].generate.nodes.min=17 # workload.streams[0].generate.nodes.min (--set): must be at most the largest size, 16, but is 17.
                    workload.streams[0].generate.nodes.mim=1 # workload.streams[0].generate.nodes.mim (--set): model 'daily-cycle' has no option 'mim'./Maybe 'min'. Known: min, max, powersOfTwo, skew.
                    workload.streams[0].generate.nodes=8 # workload.streams[0].generate.nodes (--set): must be a mapping of keys, but is 8./Maybe one of: min, max, powersOfTwo, skew.
                    workload.streams[0].generate.runTime={median: 30} # workload.streams[0].generate.runTime.median (--set): must be a duration with its unit, but is 30./Maybe '30min'. Units: ms, s, min, h, d, w, y.
                    workload.streams[0].generate.runTime={median: 10ms} # workload.streams[0].generate.runTime.median (--set): must be at least 1s, but is 10ms.
                    workload.streams[0].generate.runTime={median: 9h} # workload.streams[0].generate.runTime.p95 (--set): must be at least the median.
                    workload.streams[0].generate.drawnAs=uss # workload.streams[0].generate.drawnAs (--set): there is no organization 'uss'./Maybe 'us'.
                    workload.streams[0].generate.thin={upTo: 2, by: 0} # workload.streams[0].generate.thin.by (--set): must be at least 1, but is 0.
                    workload.streams[0].generate.thin={upTo: 2} # workload.streams[0].generate.thin (--set): 'by' is missing./Maybe add 'by' (whole number): how many of them one stands for.
                    workload.streams[0].generate.thin={upTo: 16, by: 5} # workload.streams[0].generate.thin.by (--set): makes jobs of 16 nodes ones of 80, but the machine has 64./Maybe a smaller 'upTo' or 'by'.
                    run.length=300y 5y # run.length (--set): must be a duration with its unit, but is '300y 5y'./Maybe '30min'. Units: ms, s, min, h, d, w, y.
                    """)
    void oneFaultIsOneIssue(String setting, String text) {
        assertThat(issues(RIGHT, setting)).containsExactly(text.replace('/', '\n'));
    }

    /** The same for policies, runs and reports. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '`',
            textBlock =
                    """
                    policies.easy.backfill=eas # policies.easy.backfill (--set): there is no backfill 'eas'./Maybe 'easy'. Known: afs, as-logged, clairvoyant, conservative, deadline, depth, easy, gang, gavel, gavel-finish-time, gavel-makespan, gavel-organizations, goodput, identity-easy, los, moldable, … (dandori catalogue policies)
                    policies.easy.order={use: fcsf} # policies.easy.order.use (--set): there is no order 'fcsf'./Maybe 'fcfs'. Known: drf, f1, f2, f3, f4, fair-share, fair-tree, fcfs, gittins, hdrf, laf, las, ljf, lxf, multifactor, qssf, … (dandori catalogue policies)
                    policies.easy.order={} # policies.easy.order (--set): 'use' is missing: the name of the order./Maybe one of: drf, f1, f2, f3, f4, fair-share, fair-tree, fcfs, gittins, hdrf, laf, las, ljf, lxf, multifactor, qssf, …
                    policies.easy.backfill=depth # policies.easy.backfill (--set): backfill 'depth' needs the option 'reservations'./Maybe add 'reservations': How many jobs hold a reservation; 1 is EASY, unlimited is replan.
                    policies.easy.backfill=depth:0 # policies.easy.backfill (--set): must be at least 1, but is 0.
                    policies.easy.backfill=none:1 # policies.easy.backfill (--set): backfill 'none' takes no value./Maybe 'none'.
                    policies.easy.backfill={use: easy, candidate: 3} # policies.easy.backfill.candidate (--set): backfill 'easy' has no option 'candidate'./Maybe 'candidates'. Known: use, candidates.
                    policies.easy.backfill={use: easy, candidates: few} # policies.easy.backfill.candidates (--set): must be a whole number, but is 'few'.
                    policies.easy={backfill: clairvoyant, estimates: requested} # policies.easy.estimates (--set): says 'requested', but backfill 'clairvoyant' knows run times./Maybe leave 'estimates' out.
                    policies.easy.backfill=as-logged # policies.easy (line 8): backfill 'as-logged' repeats the starts of a trace, but a stream is generated./Maybe leave the policy out, or take traces only.
                    policies.easy.estimates=exakt # policies.easy.estimates (--set): must be 'requested', 'exact' or 'predicted', but is 'exakt'./Maybe 'exact'.
                    policies.easy.abstract=yes # policies.easy.abstract (--set): must be true or false, but is 'yes'./Maybe 'true'.
                    policies.easy.abstract=true # policies (line 8): all policies are abstract, so there is none to run./Maybe another policy that extends one of them.
                    policies.easy.extends=bsae # policies.easy.extends (--set): there is no policy 'bsae'.
                    policies.easy.extends=easy # policies.easy.extends (--set): the policy extends itself: easy → easy.
                    policies.easy.preemption=qoss # policies.easy.preemption (--set): there is no preemption 'qoss'./Maybe 'qos'. Known: qos, reclaim. (dandori catalogue policies)
                    policies.easy.preemption=qos # policies.easy.preemption (--set): 'qos' is missing, so nobody would make way./Maybe qos: {urgent: {priority: 1, preempts: [default], organizations: [NAME]}}
                    policies.easy.qos={spot: {}} # policies.easy.qos (--set): says nothing without 'preemption: qos'./Maybe 'preemption: qos'.
                    policies.easy={preemption: qos, qos: {top: {priority: 1, preempts: [spto]}, spot: {}}} # policies.easy.qos.top.preempts[0] (--set): there is no quality of service 'spto'./Maybe 'spot'. Known: top, spot, default.
                    policies.easy={preemption: qos, qos: {top: {preempts: [spot]}, spot: {}}} # policies.easy.qos.top (--set): preempts 'spot', whose priority (0) is not below its own (0)./Maybe priority: 1
                    policies.easy={preemption: qos, qos: {top: {organizations: [uss]}}} # policies.easy.qos.top.organizations[0] (--set): 'uss' is no organization of this scenario./Maybe 'us'.
                    policies.easy={backfill: preemptive, preemption: qos, qos: {top: {priority: 1, preempts: [default], users: [us-u1]}}} # policies.easy.preemption (--set): jobs take turns under 'preemptive', but those of quality 'top' would begin anew each time, so some might never end./Maybe 'mode: suspend' for 'top'.
                    policies.easy={preemption: qos, qos: {top: {users: [us-u1]}, spot: {users: [us-u1]}}} # policies.easy.qos.spot.users[0] (--set): 'us-u1' has quality of service 'top' already./Maybe leave it out.
                    policies.easy={preemption: qos, qos: {top: {mode: pause}}} # policies.easy.qos.top.mode (--set): must be 'kill', 'requeue', 'checkpoint-requeue' or 'suspend', but is 'pause'.
                    policies.easy={preemption: qos, qos: {top: {checkpointEvery: 1h}}} # policies.easy.qos.top.checkpointEvery (--set): says nothing with 'mode: requeue'./Maybe 'mode: checkpoint-requeue'.
                    policies={} # policies (--set): must name at least one, but is an empty mapping.
                    run.length=-3 # run.length (--set): must be a duration with its unit, but is -3./Maybe '30min'. Units: ms, s, min, h, d, w, y.
                    run.length=0 # run.length (--set): must be at least 1ms, but is 0.
                    run.length=trace # run.length (--set): 'trace' is only for runs without generated streams./Maybe '4w'.
                    run.warmUp=28d # run.warmUp (--set): must be shorter than the run (4w), but is 4w.
                    run.shake={} # run.shake (--set): there is no trace to shake: no stream is a 'trace'./Maybe leave 'shake' out: generated jobs differ under each seed as it is.
                    run.until={figure: wait_p94_s} # run.until.figure (--set): must be 'wait_mean_s', 'wait_median_s', 'wait_p95_s', 'turnaround_mean_s', 'bounded_slowdown_mean', 'bounded_slowdown_median', 'bounded_slowdown_p95', 'bounded_slowdown_per_processor_mean', 'utilization', 'useful_utilization', 'queue_mean_jobs', 'backlog_mean_node_hours', 'delivered_node_hours', 'lost_node_hours' or 'fairness_jain', but is 'wait_p94_s'./Maybe 'wait_p95_s'.
                    run.until={halfWidth: 0 %} # run.until.halfWidth (--set): must be above 0, but is '0 %'./Maybe '5 %'.
                    run.until={seedsAtMost: 1} # run.until.seedsAtMost (--set): must be at least 2, but is 1.
                    run.seeds=3..1 # run.seeds (--set): must be a seed of at least 0 or a range of them, but is '3..1'./Maybe '1..3'.
                    run.seeds=[1, 1] # run.seeds (--set): names a seed twice.
                    run.seeds=1..100000 # run.seeds (--set): makes more than 10000 seeds.
                    run.start=2026-04-01 # run.start (--set): must be a date with time and zone, but is '2026-04-01'./Maybe '2026-04-01T00:00+09:00', or 'Z' at the end for UTC.
                    run.conventions=sc16 # run.conventions (--set): must be 'dandori' or 'sc15', but is 'sc16'./Maybe 'sc15'.
                    run.lenght=3d # run.lenght (--set): there is no key 'lenght' here./Maybe 'length'. Known: length, warmUp, seeds, shake, until, start, conventions, overrun, network, onFailure, explain, keep.
                    run={<<: {a: 1}} # run.<< (--set): there is no key '<<' here./Maybe 'extends': merge keys of YAML are not read.
                    report.by=[user] # report.by[0] (--set): must be 'organization', 'nodesClass' or 'partition', but is 'user'.
                    report.metrics=[wait_p95] # report.metrics[0] (--set): is none of the words that are known here: 'wait_p95'./Maybe 'wait_p95_s'. Known: utilization, useful_utilization, wait_mean_s, wait_median_s, wait_p95_s, wait_max_s, turnaround_mean_s, bounded_slowdown_mean, bounded_slowdown_median, bounded_slowdown_p95, bounded_slowdown_per_processor_mean, queue_mean_jobs, backlog_mean_node_hours, completed, killed, requeued, …
                    report.metrics=[] # report.metrics (--set): must be a list of at least one, but is an empty list.
                    report.figures=[wait] # report.figures[0] (--set): must be 'campaigns', 'sizes', 'queue', 'load', 'waits' or 'slowdowns', but is 'wait'./Maybe 'waits'.
                    report.figures=[waits, waits] # report.figures[1] (--set): 'waits' is in the list twice.
                    report.compareTo=eays # report.compareTo (--set): there is no policy 'eays' to show./Maybe 'easy'.
                    report.policies=[easy, easy] # report.policies[1] (--set): 'easy' is in the list twice.
                    failures={} # failures (--set): must name at least one, but is an empty mapping.
                    """)
    void policiesRunsAndReports(String setting, String text) {
        assertThat(issues(RIGHT, setting)).containsExactly(text.replace('/', '\n'));
    }

    @Test
    void aMissingKeySaysWhatItIsFor() {
        assertThat(issues(RIGHT.replace("nodes: 64", "unit: node")))
                .containsExactly(
                        "machines.one (line 3): 'nodes' is missing.\n"
                                + "Maybe add 'nodes' (whole number), or 'from: catalogue/fugaku'.");
        assertThat(issues(RIGHT.replace("nodes: 64", "from: fugaku")))
                .containsExactly(
                        "machines.one.from (line 3): fugaku: there is no such file.\n"
                                + "Maybe 'catalogue/fugaku'.");
        assertThat(issues("scenario: x"))
                .hasSize(3)
                .allMatch(issue -> issue.contains("is missing"));
    }

    @Test
    void aCycleOfExtensionsIsShown() {
        assertThat(issues(RIGHT + "  a: {extends: b}\n  b: {extends: a}\n"))
                .containsExactly(
                        "policies.b.extends (line 10): the policy extends itself: a → b → a.");
    }

    @Test
    void aMachineOfWhichNothingIsSaidHasNoSize() {
        assertThat(issues(RIGHT, "machines.one="))
                .containsExactly(
                        "machines.one (--set): 'nodes' is missing.\n"
                                + "Maybe add 'nodes' (whole number), or 'from: catalogue/fugaku'.");
    }

    @Test
    void aKeyThatIsGivenTwiceNamesBothLines() {
        assertThat(issues(RIGHT + "scenario: other\n"))
                .containsExactly(
                        "scenario (line 9): the key 'scenario' is given twice, first in line 1.\n"
                                + "Maybe delete one of the two.");
    }

    @Test
    void tooManyJobsAreToldBeforeTheyAreDrawn() {
        assertThat(issues(RIGHT, "machines.one.nodes=2000000000", "run.length=50y"))
                .containsExactly(
                        "workload.streams[0].generate (line 6): makes 7.83e+13 jobs, but 50,000,000"
                                + " are the most.\n"
                                + "Maybe a smaller 'load' or 'jobsPerDay', longer or larger jobs, or a"
                                + " shorter run.");
    }

    @Test
    void tracesAreCheckedToo() {
        String trace =
                RIGHT.replace(
                        "{organization: us, generate: {load: 0.7, nodes: {max: 16}}}",
                        "{trace: {file: a.swf, organizations: {1: us}, from: 5d, to: 4d,"
                                + " processorsPerNode: 0}}");

        assertThat(issues(trace))
                .containsExactlyInAnyOrder(
                        "workload.streams[0] (line 6): whose jobs are these? 'organization' is"
                                + " missing.\n"
                                + "Maybe trace: {organizationFrom: group}",
                        "workload.streams[0].trace.organizations (line 6): says nothing without"
                                + " 'organizationFrom'.\n"
                                + "Maybe organizationFrom: group",
                        "workload.streams[0].trace.file (line 6): there is no file 'a.swf'"
                                + " (/nowhere/a.swf).\n"
                                + "Maybe a path that begins with '/'; others begin at the scenario"
                                + " file's folder.",
                        "workload.streams[0].trace.processorsPerNode (line 6): must be at least 1,"
                                + " but is 0.",
                        "workload.streams[0].trace.to (line 6): must be later than 'from'.");
    }

    @Test
    void aFileThatIsNotThereIsSaidInASentence() {
        assertThatThrownBy(() -> ScenarioReader.read(Path.of("/nowhere/my.yaml"), List.of()))
                .hasMessage("/nowhere/my.yaml has 1 problem.\n\n  there is no such file.");
        assertThatThrownBy(() -> ScenarioReader.read(Path.of("/"), List.of()))
                .hasMessage("/ has 1 problem.\n\n  is a folder, not a file.");
    }
}
