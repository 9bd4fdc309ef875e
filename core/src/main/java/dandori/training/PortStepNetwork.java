package dandori.training;

/**
 * Nodes with accelerators on a bus and ports into a switched network. Ranks are numbered through
 * tensor, then data, then pipeline, so those that share a matrix stand in one node if they can.
 */
final class PortStepNetwork implements StepNetwork {

    private final StepConstants constants;
    private final double bus; // effective, bytes per second
    private final double ports; // of a node, effective, bytes per second
    private final double perNode;
    private final double tensor;
    private final double data;
    private final double inner; // copies in a node
    private final double expert;

    PortStepNetwork(TrainingNode node, Parallelism parallelism, StepConstants constants) {
        this.constants = constants;
        bus = node.busBytesPerSecond() * constants.busShare();
        ports = node.portsBytesPerSecond() * constants.networkShare();
        perNode = node.accelerators();
        tensor = parallelism.tensor();
        data = parallelism.data();
        expert = parallelism.expert();
        inner = Math.min(data, Math.max(1, perNode / tensor));
    }

    @Override
    public double tensorAllReduce(double bytes) {
        if (tensor == 1) {
            return 0;
        }
        double near = Math.min(tensor, perNode);
        double spread = perNode > 1 ? (near - 1) / (perNode - 1) : 0;
        double seconds =
                2 * (near - 1) / near * bytes / bus + constants.reduceLatency() * (1 + 2 * spread);
        return tensor > perNode ? seconds + 2 * (1 - perNode / tensor) * bytes / ports : seconds;
    }

    @Override
    public double handOver(double bytes) {
        return bytes / (tensor * data >= perNode ? ports / perNode : bus / 2);
    }

    @Override
    public double gradients(double bytes) {
        double outer = data / inner;
        return 2 * (inner - 1) / inner * bytes / bus
                + 2 * (outer - 1) / outer * bytes / (ports * inner / perNode);
    }

    @Override
    public double gather(double bytes) {
        double outer = data / inner;
        return (inner - 1) / inner * bytes / bus
                + (outer - 1) / outer * bytes / (ports * inner / perNode);
    }

    @Override
    public double experts(double bytes) {
        double leaving = (expert - 1) / expert * bytes;
        return leaving / (expert * tensor > perNode ? ports / perNode : bus);
    }

    @Override
    public double inNode(double bytes) {
        return bytes / bus;
    }
}
