package dandori.experiment;

/** Small scenarios in which models are trained, for tests. */
public final class CampaignStudies {

    /**
     * 100 steps of 1 s. A job starts in 10 s, computes 20 steps, writes for 5 s, and so on; 110 of
     * its 120 s are enough for 80 steps. The second does the last 20, from 110 to 145 s.
     */
    public static final String BY_HAND =
            """
            scenario: by-hand
            machines:
              one: {nodes: 8}
            campaigns:
              tiny:
                organization: us
                model: llm-jp-1.8b
                nodes: 8
                parallelism: {globalBatch: 1}
                tokens: 409600
                stepTime: 1s
                restart: 10s
                checkpoint: {rule: fixed, interval: 20s, size: 5 GB, bandwidth: 1 GB/s}
                piece: 2min
                margin: 10s
                deadline: 140s
            policies:
              easy: {backfill: easy}
            """;

    /** Two models beside other jobs, on a machine on which much fails. */
    public static final String BUSY =
            """
            scenario: busy
            description: Who trains first?
            machines:
              hokkaido: {from: catalogue/sakura-hokkaido, nodes: 64}
            organizations:
              them: {shares: 1}
              us: {shares: 2}
            workload:
              streams:
                - {organization: them, generate: {load: 0.4, nodes: {max: 16}}}
            campaigns:
              small: {organization: us, model: llm-jp-1.8b, nodes: 8, tokens: 100 B, piece: 12h, chain: ahead}
              large:
                organization: us
                model: llm-jp-13b
                nodes: 16..32
                spares: 1
                tokens: 100 B
                after: small
                delay: 1h
                piece: 24h
                deadline: 10d
            failures:
              hokkaido:
                per1000NodeDays: 100
                lemons: {nodes: 5 %, failures: 50 %}
                switches: {mtbf: 30d, repair: {distribution: fixed, mean: 2h}}
                software: {per1000NodeDays: 10}
            policies:
              plain: {backfill: none}
              easy: {backfill: easy}
            run: {length: 2w, seeds: 1..3, network: static}
            """;

    private CampaignStudies() {}
}
