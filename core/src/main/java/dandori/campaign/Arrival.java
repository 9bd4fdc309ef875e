package dandori.campaign;

/** A piece that is to be submitted; those of one instant in the order of campaigns. */
record Arrival(long atMillis, int campaign) implements Comparable<Arrival> {

    @Override
    public int compareTo(Arrival other) {
        int byTime = Long.compare(atMillis, other.atMillis);
        return byTime != 0 ? byTime : Integer.compare(campaign, other.campaign);
    }
}
