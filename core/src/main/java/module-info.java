/** The engine of Dandori: jobs, machines, state, policies, the simulation and its metrics. */
module dandori.core {
    requires org.eclipse.collections.api;
    requires org.eclipse.collections.impl;
    requires commons.math3;
    requires transitive org.apache.commons.rng.api;
    requires org.apache.commons.rng.simple;
    requires transitive org.jgrapht.core;
    requires static transitive org.jspecify;

    exports dandori.agent;
    exports dandori.campaign;
    exports dandori.collective;
    exports dandori.engine;
    exports dandori.failure;
    exports dandori.interconnect;
    exports dandori.job;
    exports dandori.kit;
    exports dandori.machine;
    exports dandori.metric;
    exports dandori.network;
    exports dandori.policy;
    exports dandori.policy.backfill;
    exports dandori.policy.limit;
    exports dandori.policy.order;
    exports dandori.policy.placement;
    exports dandori.policy.placement.switches;
    exports dandori.policy.preemption;
    exports dandori.policy.routing;
    exports dandori.policy.share;
    exports dandori.policy.spi;
    exports dandori.sim;
    exports dandori.state;
    exports dandori.statistics;
    exports dandori.training;
    exports dandori.wait;

    uses dandori.policy.spi.PartProvider;

    provides dandori.policy.spi.PartProvider with
            dandori.policy.order.Fcfs.Provider,
            dandori.policy.order.ShortestFirst.Provider,
            dandori.policy.order.LongestFirst.Provider,
            dandori.policy.order.SmallestAreaFirst.Provider,
            dandori.policy.order.LargestAreaFirst.Provider,
            dandori.policy.order.FewestNodesFirst.Provider,
            dandori.policy.order.LargestExpansionFirst.Provider,
            dandori.policy.order.Wfp3.Provider,
            dandori.policy.order.Unicef.Provider,
            dandori.policy.order.Learned.F1Provider,
            dandori.policy.order.Learned.F2Provider,
            dandori.policy.order.Learned.F3Provider,
            dandori.policy.order.Learned.F4Provider,
            dandori.policy.order.FairTreeOrder.Provider,
            dandori.policy.order.Multifactor.Provider,
            dandori.policy.order.FairShare.Provider,
            dandori.policy.order.DominantShare.Provider,
            dandori.policy.order.LeastAttained.Provider,
            dandori.policy.order.Gittins.Provider,
            dandori.policy.order.ShortestRemaining.Provider,
            dandori.policy.order.ShortestRemaining.ServiceProvider,
            dandori.policy.order.QuasiShortest.Provider,
            dandori.policy.order.Themis.Provider,
            dandori.policy.order.DominantShare.HierarchicalProvider,
            dandori.policy.backfill.NoBackfill.Provider,
            dandori.policy.backfill.Easy.Provider,
            dandori.policy.backfill.IdentityEasy.Provider,
            dandori.policy.backfill.ShortestBackfill.Provider,
            dandori.policy.backfill.Conservative.Provider,
            dandori.policy.backfill.Depth.Provider,
            dandori.policy.backfill.Depth.ReplanProvider,
            dandori.policy.backfill.Selective.Provider,
            dandori.policy.backfill.LookAhead.Provider,
            dandori.policy.backfill.Slack.Provider,
            dandori.policy.backfill.DeadlineBackfill.Provider,
            dandori.policy.backfill.Slurm.Provider,
            dandori.policy.backfill.Tcs.Provider,
            dandori.policy.backfill.Preemptive.Provider,
            dandori.policy.backfill.Rounds.Provider,
            dandori.policy.backfill.Rounds.OrganizationsProvider,
            dandori.policy.backfill.Rounds.FinishTimeProvider,
            dandori.policy.backfill.Rounds.MakespanProvider,
            dandori.policy.backfill.Gang.Provider,
            dandori.policy.backfill.Malleable.AfsProvider,
            dandori.policy.backfill.Malleable.GoodputProvider,
            dandori.policy.backfill.Moldable.Provider,
            dandori.policy.backfill.Unlimited.Provider,
            dandori.policy.backfill.AsLogged.Provider,
            dandori.policy.limit.FixedQuota.Provider,
            dandori.policy.limit.FixedQuota.AccountProvider,
            dandori.policy.limit.FixedQuota.UserProvider,
            dandori.policy.limit.LentQuota.Provider,
            dandori.policy.limit.LentQuota.AccountProvider,
            dandori.policy.limit.LentQuota.UserProvider,
            dandori.policy.preemption.ByQos.Provider,
            dandori.policy.limit.Reclaim.Provider,
            dandori.policy.placement.Counted,
            dandori.policy.placement.FirstFit.Provider,
            dandori.policy.placement.BestFit.Provider,
            dandori.policy.placement.RandomNodes.Provider,
            dandori.policy.placement.RoundRobin.Provider,
            dandori.policy.placement.switches.LeafPacking.Provider,
            dandori.policy.placement.switches.RailPacking.Provider,
            dandori.policy.placement.switches.GroupPack.Provider,
            dandori.policy.placement.switches.GroupSpread.Provider,
            dandori.policy.placement.Scattered.Provider,
            dandori.policy.placement.TorusBoxes.UnitProvider,
            dandori.policy.placement.TorusBoxes.ShelfProvider,
            dandori.policy.placement.TorusBoxes.MeshProvider,
            dandori.policy.routing.Home.Provider,
            dandori.policy.routing.LeastLoaded.Provider,
            dandori.policy.routing.EarliestStart.Provider,
            dandori.policy.routing.Cheapest.Provider,
            dandori.policy.routing.Greenest.Provider;
}
