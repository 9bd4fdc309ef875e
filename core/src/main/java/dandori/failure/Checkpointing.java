package dandori.failure;

/** How long a job computes from one checkpoint to the next. */
public sealed interface Checkpointing {

    /**
     * The time computed between two checkpoints, in milliseconds, without the writing.
     *
     * @param checkpointMillis how long writing one keeps the job from computing; at least 0
     * @param mtbfMillis mean time between interruptions of the job; above 0, infinite if there are
     *     none
     * @return above 0 if writing takes time; infinite where checkpoints are of no use
     */
    double intervalMillis(double checkpointMillis, double mtbfMillis);

    /**
     * The same however often the job is interrupted.
     *
     * @param intervalMillis the time; positive
     */
    record Fixed(double intervalMillis) implements Checkpointing {

        /** Checks the time. */
        public Fixed {
            Requirements.positive("intervalMillis", intervalMillis);
        }

        @Override
        public double intervalMillis(double checkpointMillis, double mtbfMillis) {
            return intervalMillis;
        }
    }

    /**
     * The best to first order: √(2 C M) for a writing time C and a mean time between interruptions
     * M. Good while C is much shorter than M.
     *
     * <p>Young, "A first order approximation to the optimum checkpoint interval", CACM 17(9), 1974.
     */
    record Young() implements Checkpointing {

        @Override
        public double intervalMillis(double checkpointMillis, double mtbfMillis) {
            Requirements.notNegative("checkpointMillis", checkpointMillis);
            return Math.sqrt(2 * checkpointMillis * Requirements.mtbf(mtbfMillis));
        }
    }

    /**
     * The best to a higher order, which also counts failures while writing and restarting: √(2 C M)
     * (1 + √(C / 2M) / 3 + (C / 2M) / 9) - C for C below 2 M, else M.
     *
     * <p>Daly, "A higher order estimate of the optimum checkpoint interval for restart dumps",
     * Future Generation Computer Systems 22(3), 2006.
     */
    record Daly() implements Checkpointing {

        @Override
        public double intervalMillis(double checkpointMillis, double mtbfMillis) {
            double young = new Young().intervalMillis(checkpointMillis, mtbfMillis);
            if (checkpointMillis >= 2 * mtbfMillis) {
                return mtbfMillis;
            }
            double ratio = checkpointMillis / (2 * mtbfMillis);
            return young * (1 + Math.sqrt(ratio) / 3 + ratio / 9) - checkpointMillis;
        }
    }
}
