/** Traces and scenario files in, experiments and reports out. */
module dandori.scenarios {
    requires dandori.core;
    requires tools.jackson.databind;
    requires tools.jackson.dataformat.yaml;
    requires tools.jackson.dataformat.csv;
    requires static org.jspecify;
}
