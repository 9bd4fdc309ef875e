/** Traces and scenario files in, experiments and reports out. */
module dandori.scenarios {
    requires transitive dandori.core;
    requires org.eclipse.collections.api;
    requires org.eclipse.collections.impl;
    requires tools.jackson.databind;
    requires tools.jackson.dataformat.yaml;
    requires tools.jackson.dataformat.csv;
    requires static org.jspecify;

    exports dandori.trace;

    uses dandori.trace.TraceFormat;

    provides dandori.trace.TraceFormat with
            dandori.trace.Swf;
}
