package dandori.scenario.power;

import dandori.machine.Calendar.OnBegin;
import dandori.scenario.key.Times;

/**
 * A cap on the power of a machine.
 *
 * @param name what it is called; empty for nothing
 * @param times when it holds
 * @param share how much may be drawn, as a share of what all nodes draw when they are busy
 * @param by how it is kept
 * @param onBegin what becomes of jobs that run when it begins and are too many
 */
public record PowerCap(String name, Times times, double share, By by, OnBegin onBegin) {

    /** How a cap is kept. */
    public enum By {
        /** Fewer nodes are busy; the others stand idle. */
        START_LESS("start-less"),
        /** Nodes are switched off. */
        OFF("off"),
        /** All nodes run at a lower clock, and, where that is not enough, fewer are busy. */
        SLOWER("slower");

        private final String text;

        By(String text) {
            this.text = text;
        }

        /** Its word in files. */
        public String text() {
            return text;
        }
    }
}
