package dandori.report;

import dandori.scenario.Scenario;
import dandori.scenario.power.PowerPlan;

/** What slows jobs in a scenario: the network or a lower clock, never both. */
enum Slower {
    /** Jobs that communicate wait for each other's data. */
    NETWORK("the network", "Node hours spent waiting for the network, more than on the best place"),
    /** Nodes run slower under a power cap. */
    CLOCK("a lower clock", "Node hours more than at the full clock");

    private final String words;
    private final String lost;

    Slower(String words, String lost) {
        this.words = words;
        this.lost = lost;
    }

    static Slower of(Scenario scenario) {
        return scenario.power().values().stream().anyMatch(PowerPlan::slows) ? CLOCK : NETWORK;
    }

    /** Who it is, within a sentence. */
    String words() {
        return words;
    }

    /** What the node time is called that jobs take longer by. */
    String lost() {
        return lost;
    }
}
