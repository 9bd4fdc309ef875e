/** Traces and scenario files in, experiments and reports out. */
module dandori.scenarios {
    requires transitive dandori.core;
    requires commons.math3;
    requires java.xml;
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
    exports dandori.fit;
    exports dandori.generate;
    exports dandori.report;
    exports dandori.resample;
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
    exports dandori.simgrid;
    exports dandori.slurm;
    exports dandori.trace;
    exports dandori.trace.csv;
    exports dandori.trace.export;
    exports dandori.trace.sacct;
    exports dandori.trace.table;
    exports dandori.trial;
    exports dandori.validation;
    exports dandori.wiring;

    uses dandori.generate.Generator;
    uses dandori.policy.spi.PartProvider;
    uses dandori.results.TableFormat;
    uses dandori.trace.TraceFormat;
    uses dandori.trace.export.TraceOutput;

    provides dandori.generate.Generator with
            dandori.generate.DailyCycle,
            dandori.generate.Development,
            dandori.generate.Downey,
            dandori.generate.FineTuning,
            dandori.generate.FugakuGeneral,
            dandori.generate.Lublin,
            dandori.generate.MidTraining;
    provides dandori.trace.TraceFormat with
            dandori.trace.Swf,
            dandori.trace.batsim.Batsim,
            dandori.trace.csv.Acme,
            dandori.trace.csv.AlibabaPai,
            dandori.trace.csv.AlibabaPods,
            dandori.trace.csv.Csv,
            dandori.trace.csv.Helios,
            dandori.trace.csv.Philly,
            dandori.trace.lsf.Lsf,
            dandori.trace.pbs.Pbs,
            dandori.trace.philly.PhillyJobs,
            dandori.trace.sacct.Sacct,
            dandori.trace.table.JobTable,
            dandori.trace.tcs.Tcs;
    provides dandori.trace.export.TraceOutput with
            dandori.trace.export.BatsimOutput,
            dandori.trace.export.SwfOutput,
            dandori.trace.export.TableOutput;
}
