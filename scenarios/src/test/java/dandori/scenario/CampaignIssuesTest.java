package dandori.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every kind of issue with campaigns and failures, with its text. */
class CampaignIssuesTest {

    /** Two campaigns without a fault. */
    static final String RIGHT =
            """
            scenario: small
            machines:
              hokkaido: {from: catalogue/sakura-hokkaido}
              fugaku: {from: catalogue/fugaku, groups: true}
              flat: {nodes: 64}
            organizations:
              us: {home: hokkaido}
            campaigns:
              first: {organization: us, model: llm-jp-13b, nodes: 32}
              next: {organization: us, model: llm-jp-172b, nodes: 64, after: first}
            failures:
              hokkaido: {}
            policies:
              easy: {backfill: easy}
            run: {length: 8w}
            """;

    private static List<String> issues(String... settings) {
        return Reading.issues(RIGHT, settings);
    }

    @Test
    void whatIsRightHasNone() {
        assertThat(issues()).isEmpty();
    }

    /** A change, as key=value, and the one issue that it makes; {@code ¶} for a new line. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '`',
            textBlock =
                    """
                    model=llm-jp-13c # model (--set): there is no model 'llm-jp-13c' in the catalogue.¶Maybe 'llm-jp-13b'. Known: bloom-176b, calm2-7b, calm3-22b, chatgpt-class, ernie-class, falcon-180b, falcon-40b, fugaku-llm-13b, gpt-3, kotomamba-2.8b, llama-13b, llama-2-13b, llama-2-34b, llama-2-70b, llama-2-7b, llama-3-405b, …
                    model=my.yaml # model (--set): my.yaml: there is no such file.
                    machine=hokaido # machine (--set): 'hokaido' is not a machine of this scenario.¶Maybe 'hokkaido'. Known: hokkaido, fugaku, flat.
                    machine=flat # machine (--set): machine 'flat' does not say what its nodes are.¶Maybe 'stepTime', if a step was measured; or a machine of the catalogue.
                    machines=[hokkaido, {nodes: 16}] # machines[1] (--set): 'machine' is missing.¶Maybe add 'machine' (name): which machine of the scenario.
                    nodes=0 # nodes (--set): must be a number of at least 1 or a range, but is 0.¶Maybe '64', or '64..128'.
                    nodes=64..32 # nodes (--set): must be a number of at least 1 or a range, but is '64..32'.¶Maybe '32..64'.
                    nodes=253 # nodes (--set): 253 is more than the 252 nodes that a job may have on 'hokkaido'.¶Maybe 252.
                    nodes=127 # nodes (--set): nothing that divides 40 layers, 40 heads and 1024 sequences makes use of 1016 accelerators.¶Maybe 128 nodes (1024 accelerators).
                    spares=221 # nodes (line 9): 32 and 221 spares is more than the 252 nodes that a job may have on 'hokkaido'.¶Maybe 31.
                    accelerators=256 # accelerators (--set): 'nodes' and 'accelerators' both say how many.¶Maybe delete one of the two.
                    elastic=32 # elastic (--set): must be a range, but is 32.¶Maybe '32..64', or leave it out.
                    elastic=64..16 # elastic (--set): must be a number of at least 1 or a range, but is '64..16'.¶Maybe '16..64'.
                    elastic=40..64 # elastic (--set): must hold the 32 nodes that jobs ask for, but is '40..64'.¶Maybe '32..64'.
                    elastic=31..33 # elastic (--set): holds no other number of nodes on which whole copies of the model (4 accelerators each) share out 1024 sequences.¶Maybe '16..32'.
                    parallelism={pipeline: 5} # parallelism.pipeline (--set): is 5, which does not divide 256 accelerators.¶Maybe pipeline 4.
                    parallelism={tensor: 16} # parallelism.tensor (--set): is 16, which does not divide 40 heads.¶Maybe tensor 8.
                    parallelism={tensor: 8, pipeline: 8, microBatch: 1, data: 8} # parallelism.data (--set): is 8, but 256 accelerators / (8 x 8) is 4.¶Maybe leave it out.
                    parallelism={tensor: 1, pipeline: 1, microBatch: 4} # parallelism (--set): needs 167 GiB of memory an accelerator, which has 80.¶Maybe recompute full.
                    parallelism={recompute: some} # parallelism.recompute (--set): must be 'none', 'selective' or 'full', but is 'some'.
                    parallelism={pipelines: 4} # parallelism.pipelines (--set): there is no key 'pipelines' here.¶Maybe 'pipeline'. Known: tensor, pipeline, data, interleave, expert, sequenceParallel, microBatch, globalBatch, recompute, sharding, precision.
                    tokens=0 # tokens (--set): must be a number of tokens from 1 to 1e18, but is 0.¶Maybe '300 B', or '2.1 T'.
                    done=100 % # done (--set): must be less than the whole, but is '100 %'.¶Maybe '25 %', or '500 B'.
                    done=3 T # done (--set): must be less than the whole, but is '3 T'.¶Maybe '25 %', or '500 B'.
                    deadline=0s # deadline (--set): must be later than 'submit'.
                    submit=2025-01-05T00:00Z # submit (--set): lies before the beginning of the run.¶Maybe 'done': what was trained before.
                    delay=1d # delay (--set): says nothing without 'after'.¶Maybe 'submit': the time since the run's beginning.
                    after=third # after (--set): there is no campaign 'third'.¶Maybe one of: first, next.
                    after=next # after (--set): the campaign waits for itself: first → next → first.¶Maybe 'submit' in place of one 'after'.
                    after=first # after (--set): the campaign waits for itself: first → first.¶Maybe 'submit' in place of one 'after'.
                    partition=small # partition (--set): 'hokkaido' has no resource groups here.¶Maybe machines: {hokkaido: {from: …, groups: true}}
                    shape=2x2x2 # shape (--set): shapes are for tori, and 'hokkaido' is none (rail-optimized).¶Maybe leave 'shape' out.
                    piece=10min # piece (--set): a job of 10min cannot start (15min), make a step (3s777ms), write a checkpoint (4s998ms) and be done 5min before its limit.¶Maybe piece: 24h
                    model={a: b} # model (--set): must be text, but is a mapping.
                    model= # model (--set): must be text, but is empty.
                    restart=-1h # restart (--set): must be a duration with its unit, but is '-1h'.¶Maybe '30min'. Units: ms, s, min, h, d, w, y.
                    chain=before # chain (--set): must be 'after-end' or 'ahead', but is 'before'.
                    checkpoint={interval: 3h} # checkpoint.interval (--set): rule 'daly' has an interval of its own.¶Maybe rule: fixed, or leave 'interval' out.
                    checkpoint={rule: fixed} # checkpoint (--set): 'interval' is missing.¶Maybe interval: 3h
                    checkpoint={rule: fixed, interval: -1h} # checkpoint.interval (--set): must be a duration with its unit, but is '-1h'.¶Maybe '30min'. Units: ms, s, min, h, d, w, y.
                    checkpoint={size: 5 m} # checkpoint.size (--set): must be an amount of bytes above 0, but is '5 m'.¶Maybe '80 GB'. Units: B, kB, MB, GB, TB, PB, KiB, MiB, GiB, TiB, PiB.
                    checkpoint={bandwidth: 0 GB/s} # checkpoint.bandwidth (--set): must be a bandwidth above 0, but is '0 GB/s'.¶Maybe '6.8 GB/s'. Units: B/s, MB/s, GB/s, TB/s, PB/s, MiB/s, GiB/s, Gbit/s, Tbit/s.
                    """)
    void campaigns(String setting, String text) {
        assertThat(issues("campaigns.first." + setting))
                .containsExactly("campaigns.first." + text.replace('¶', '\n'));
    }

    /** A whole campaign that is elastic, and the one issue that there is. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '`',
            textBlock =
                    """
                    {model: llm-jp-172b, nodes: 64, elastic: 8..64} # elastic (--set): on 8 nodes it needs 94 GiB of memory an accelerator, which has 80.¶Maybe '16..64'.
                    {model: llm-jp-172b, elastic: 300..400} # elastic (--set): '300..400' is more than the 252 nodes that a job may have on 'hokkaido'.¶Maybe 252.
                    {model: llm-jp-13b, nodes: 32, stepTime: 3s, parallelism: {tensor: many}} # parallelism.tensor (--set): must be a whole number, but is 'many'.
                    {model: llm-jp-13b, nodes: 32, elastic: 16..32, stepTime: 3s} # elastic (--set): jobs with 'stepTime' cannot be elastic: it is meant for one number of nodes.¶Maybe leave 'stepTime' or 'elastic' out.
                    {model: llm-jp-13b, elastic: 16..32, piece: 10min} # piece (--set): a job of 10min cannot start (15min), make a step (3s777ms), write a checkpoint (4s998ms) and be done 5min before its limit.¶Maybe piece: 24h
                    {model: llm-jp-13b, elastic: 4..32, piece: 20min30s} # piece (--set): a job of 20min30s cannot start (15min), make a step (28s211ms), write a checkpoint (39s980ms) and be done 5min before its limit.¶Maybe piece: 24h
                    {model: fugaku-llm-13b, machine: fugaku, elastic: 96..192, shape: torus} # elastic (--set): jobs with 'shape' cannot be elastic: it is meant for one number of nodes.¶Maybe leave 'shape' or 'elastic' out.
                    """)
    void elastic(String campaign, String text) {
        assertThat(
                        issues(
                                "campaigns.one="
                                        + campaign.replace("{model", "{organization: us, model")))
                .containsExactly("campaigns.one." + text.replace('¶', '\n'));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '`',
            textBlock =
                    """
                    {machine: fugaku, nodes: 200000} # nodes (--set): 200000 is more than the 82,944 nodes that a job may have on 'fugaku'.¶Maybe 82944.
                    {machine: fugaku, nodes: 64, partition: smal} # partition (--set): 'fugaku' has no resource group 'smal'.¶Maybe 'small'. Known: small, int, f-pt-small, spot-small, spot-int, large, small-torus, f-pt-large, middle, huge, spot-large, spot-middle, ppu2023.
                    {machine: fugaku, nodes: 100, shape: 48x6x48:torus} # shape (--set): a box of 13,824 nodes is not 100.¶Maybe leave 'nodes' out.
                    {machine: fugaku, nodes: 32, partition: large} # nodes (--set): 32 is less than the 385 nodes that a job must have on 'large' of 'fugaku'.¶Maybe 385, or partition: small.
                    {machine: fugaku, shape: 48x6x48:torus, partition: small} # shape (--set): '48x6x48:torus' is more than the 384 nodes that a job may have on 'small' of 'fugaku'.¶Maybe a box of 384 nodes, or partition: large.
                    {machine: fugaku, shape: 48x6x48x2} # shape (--set): the shape '48x6x48x2' has 4 axes; at most 3 can be.¶Maybe '48x6x48:torus', or 'torus', 'mesh', 'noncont'.
                    {machine: fugaku, shape: 48x6x48:torus, parallelism: {tensor: 6, pipeline: 8, globalBatch: 2016}, piece: 165h} # piece (--set): is longer than the 1d that the group allows.¶Maybe piece: 1d, or partition: ppu2023
                    """)
    void fugaku(String campaign, String text) {
        String whole =
                campaign.replace("{machine", "{organization: us, model: fugaku-llm-13b, machine");
        assertThat(issues("campaigns.llm=" + whole))
                .first()
                .isEqualTo("campaigns.llm." + text.replace('¶', '\n'));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '`',
            textBlock =
                    """
                    hokaido={} # hokaido (--set): 'hokaido' is not a machine of this scenario.¶Maybe 'hokkaido'. Known: hokkaido, fugaku, flat.
                    fugaku={} # fugaku (--set): nobody says how often nodes of 'fugaku' fail.¶Maybe nodeMtbf: 2y
                    hokkaido={nodeMtbf: 0s} # hokkaido.nodeMtbf (--set): must be at least 1ms, but is 0s.
                    hokkaido={nodeMtbf: 1y, per1000NodeDays: 3} # hokkaido.per1000NodeDays (--set): 'nodeMtbf' and 'per1000NodeDays' both say how often.¶Maybe delete one of the two.
                    hokkaido={lifetime: {distribution: weibull}} # hokkaido.lifetime (--set): 'shape' is missing.¶Maybe shape: 0.7
                    hokkaido={lifetime: {shape: 0.7}} # hokkaido.lifetime.shape (--set): 'exponential' has no shape.¶Maybe distribution: weibull
                    hokkaido={lemons: {nodes: 5 %}} # hokkaido.lemons (--set): 'failures' is missing.¶Maybe add 'failures' (text): which part of the failures is theirs, such as `50 %`.
                    hokkaido={lemons: {nodes: 5 %, failures: 100 %}} # hokkaido.lemons.failures (--set): must be above 0 % and below 100 %, but is '100 %'.¶Maybe '5 %'.
                    hokkaido={lemons: {nodes: 5 %, failures: 1 %}} # hokkaido.lemons.failures (--set): must be at least the share of nodes, but is 1 %.¶Maybe '50 %'.
                    hokkaido={software: {}} # hokkaido.software (--set): 'nodeMtbf' or 'per1000NodeDays' is missing.¶Maybe per1000NodeDays: 1
                    hokkaido={repair: {median: 4h}} # hokkaido.repair (--set): 'p95' is missing.¶Maybe p95: 1d
                    hokkaido={repair: {median: 4h, p95: 2h}} # hokkaido.repair.p95 (--set): must be at least the median, but is 2h.
                    flat={nodeMtbf: 1y, switches: {mtbf: 1y}} # flat.switches (--set): the nodes of 'flat' (flat) stand below no switches.¶Maybe leave 'switches' out.
                    """)
    void failures(String setting, String text) {
        assertThat(issues("failures." + setting))
                .first()
                .isEqualTo("failures." + text.replace('¶', '\n'));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '`',
            textBlock =
                    """
                    policies.easy.backfill=clairvoyant # policies.easy (line 14): the policy knows run times, but nobody knows those of campaigns.¶Maybe estimates: requested, or leave the policy out.
                    policies.easy.backfill=as-logged # policies.easy.backfill (--set): 'as-logged' gives jobs no places, but nodes of 'hokkaido' fail.¶Maybe leave 'failures', or the policy, out.
                    policies.easy.placement={hokkaido: count} # policies.easy.placement (--set): 'count' gives jobs no places, but failures of 'hokkaido' hit places.¶Maybe leave 'placement' out: it is then 'rail-packing' on 'hokkaido'.
                    run.overrun=extend # run.overrun (--set): the jobs of campaigns end at their time limits, so they cannot be extended.¶Maybe overrun: kill
                    run.conventions=sc15 # run.conventions (--set): 'sc15' frees nodes before jobs leave them, so nothing can fail under it.¶Maybe leave 'failures' out.
                    failures.hokkaido={per1000NodeDays: 100000} # campaigns.first (line 9): on 32 nodes of 'hokkaido' something breaks every 27 s, so that training would take over a thousand times as long as without.¶Maybe fewer nodes, a shorter 'restart', or a larger 'nodeMtbf'.
                    run.onFailure=retry # run.onFailure (--set): must be 'requeue' or 'fail', but is 'retry'.
                    """)
    void policiesAndRuns(String setting, String text) {
        assertThat(issues(setting)).contains(text.replace('¶', '\n'));
    }

    @Test
    void allAreToldAtOnce() {
        List<String> all =
                issues(
                        "campaigns.first.tokens=0",
                        "campaigns.first.checkpoint={rule: fixed, interval: -1h}",
                        "campaigns.next.parallelism={pipeline: 5}",
                        "failures.hokkaido.lifetime={distribution: weibull}",
                        "run.overrun=extend");

        assertThat(all).hasSize(5);
    }

    @Test
    void whatFollowsFromAnotherFaultIsNotTold() {
        assertThat(issues("machines.hokkaido.from=catalogue/hokaido"))
                .singleElement(STRING)
                .startsWith("machines.hokkaido.from (--set): there is no machine 'hokaido'");
        assertThat(issues("campaigns.first.checkpoint={rule: dalyy, interval: 3h}"))
                .singleElement(STRING)
                .startsWith("campaigns.first.checkpoint.rule (--set): must be 'fixed'");
        assertThat(issues("organizations.us.home=hokaido"))
                .singleElement(STRING)
                .startsWith("organizations.us.home (--set): 'hokaido' is not a machine");
        assertThat(
                        issues(
                                "campaigns.other={organization: us, model: gpt-3, machine: fugaku, shape: 1x}"))
                .singleElement(STRING)
                .startsWith("campaigns.other.shape (--set): the shape '1x'");
    }

    @Test
    void faultsOfOneSectionAreToldTogether() {
        assertThat(
                        issues(
                                "campaigns.first.checkpoint={interval: 3h, size: 5 m, bandwidth: 0 GB/s}"))
                .hasSize(3);
        assertThat(issues("campaigns.first.tokens=0", "campaigns.first.done=120 %")).hasSize(2);
    }

    @Test
    void aScenarioNeedsJobsOrCampaigns() {
        List<String> lines = new ArrayList<>(List.of(RIGHT.split("\n")));
        lines.subList(7, 10).clear();

        assertThat(Reading.issues(String.join("\n", lines)))
                .containsExactly(
                        "(line 1): 'workload' is missing.\n"
                                + "Maybe add 'workload' (section): which jobs come; or"
                                + " 'campaigns'.");
    }
}
