/** The engine of Dandori: jobs, machines, state, policies, the simulation and its metrics. */
module dandori.core {
    requires org.eclipse.collections.api;
    requires org.eclipse.collections.impl;
    requires commons.math3;
    requires transitive org.apache.commons.rng.api;
    requires org.apache.commons.rng.simple;
    requires static transitive org.jspecify;

    exports dandori.engine;
    exports dandori.interconnect;
    exports dandori.job;
    exports dandori.machine;
    exports dandori.policy;
    exports dandori.policy.spi;
    exports dandori.state;

    uses dandori.policy.spi.PartProvider;
}
