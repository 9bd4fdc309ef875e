/** Traces and scenario files in, experiments and reports out. */
module dandori.scenarios {
    requires transitive dandori.core;
    requires commons.math3;
    requires org.eclipse.collections.api;
    requires org.eclipse.collections.impl;
    requires org.jgrapht.io;
    requires org.snakeyaml.engine;
    requires tools.jackson.databind;
    requires tools.jackson.dataformat.yaml;
    requires tools.jackson.dataformat.csv;
    requires static org.jspecify;

    exports dandori.catalogue;
    exports dandori.estimate;
    exports dandori.experiment;
    exports dandori.experiment.inquiry;
    exports dandori.experiment.journal;
    exports dandori.generate;
    exports dandori.report;
    exports dandori.results;
    exports dandori.scenario;
    exports dandori.scenario.campaign;
    exports dandori.scenario.failure;
    exports dandori.scenario.inquiry;
    exports dandori.scenario.key;
    exports dandori.scenario.power;
    exports dandori.scenario.schema;
    exports dandori.scenario.sweep;
    exports dandori.scenario.text;
    exports dandori.slurm;
    exports dandori.trace;
    exports dandori.trial;
    exports dandori.wiring;

    uses dandori.generate.Generator;
    uses dandori.policy.spi.PartProvider;
    uses dandori.results.TableFormat;
    uses dandori.trace.TraceFormat;

    provides dandori.generate.Generator with
            dandori.generate.DailyCycle,
            dandori.generate.Development,
            dandori.generate.FineTuning,
            dandori.generate.FugakuGeneral,
            dandori.generate.MidTraining;
    provides dandori.trace.TraceFormat with
            dandori.trace.Swf;
}
