package dandori.soak;

/** The scenario of a seed: the same seed gives the same text, whatever was drawn before. */
final class RandomScenario {

    private RandomScenario() {}

    static String text(long seed) {
        Draw draw = new Draw(seed);
        RandomMachines machines = RandomMachines.of(draw);
        String work = RandomWork.of(draw, machines);
        boolean hasCampaigns = work.contains("\ncampaigns:");
        return ("scenario: soak-%d%n".formatted(seed)
                        + machines.text()
                        + work
                        + RandomPolicies.of(draw, machines)
                        + RandomTrouble.of(draw, machines, hasCampaigns))
                .replace("\r\n", "\n");
    }
}
