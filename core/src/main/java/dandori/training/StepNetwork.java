package dandori.training;

/** How long the exchanges of a step take, each in seconds, for what one accelerator sends. */
interface StepNetwork {

    /** Among the accelerators that share a matrix: the sum of so many bytes that each has. */
    double tensorAllReduce(double bytes);

    /** From a stage to the next. */
    double handOver(double bytes);

    /** Among the copies: the sum of so many bytes of gradients. */
    double gradients(double bytes);

    /** Among the copies: everybody gets so many bytes, of which each has a part. */
    double gather(double bytes);

    /** To and from the accelerators that share experts. */
    double experts(double bytes);

    /** Inside a node. */
    double inNode(double bytes);

    /** The network that a case runs on. */
    static StepNetwork of(TrainingCase what, StepConstants constants) {
        return what.node().isTofu()
                ? new TofuStepNetwork(what.parallelism(), constants)
                : new PortStepNetwork(what.node(), what.parallelism(), constants);
    }
}
