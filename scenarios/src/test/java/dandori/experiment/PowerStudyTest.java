package dandori.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dandori.report.StudyReport;
import dandori.report.TextReport;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole studies under caps, lower clocks, recurring outages and reservations, fully checked. */
class PowerStudyTest {

    private static final Group EAST = new Group(Group.Kind.MACHINE, "east");

    private static final Group WEST = new Group(Group.Kind.MACHINE, "west");

    @TempDir private Path folder;

    private Study study(String... settings) throws IOException, InterruptedException {
        String[] all = new String[settings.length + 1];
        all[0] = "run.seeds=1";
        System.arraycopy(settings, 0, all, 1, settings.length);
        return Studies.play(Studies.scenario(Studies.SMALL, all), 2, folder);
    }

    private static double of(Study study, Group group, String key) {
        return study.spread("easy", group, key).mean();
    }

    @Test
    void energyIsAddedUpWhereTheScenarioSpeaksOfIt() throws IOException, InterruptedException {
        Study study = study("power={east: {busy: 400 W, idle: 100 W}}");
        // 64 nodes for six days: as much as is busy draws 400 W, the rest 100.
        double nodeHours = 64 * 24 * 6;
        double busy = of(study, EAST, "delivered_node_hours");
        double hours = of(study, EAST, "capacity_node_hours");
        assertThat(hours).isCloseTo(nodeHours, within(200.0));
        assertThat(of(study, EAST, "energy_kwh"))
                .isCloseTo(busy * 0.4 + (hours - busy) * 0.1, within(1.0));
        assertThat(of(study, EAST, "energy_saved_kwh")).isZero();
        assertThat(of(study, Group.ALL, "energy_kwh")).isNaN();
    }

    @Test
    void thePowerInTheSeriesAddsUpToTheEnergyAndIsEmptyWhereNobodyKnowsIt()
            throws IOException, InterruptedException {
        Study study = study("power={east: {busy: 400 W, idle: 100 W}}");
        double from = of(study, EAST, "window_from_s");
        double to = of(study, EAST, "window_to_s");
        List<String[]> east = new ArrayList<>();
        try (InputStream in =
                new GZIPInputStream(
                        Files.newInputStream(folder.resolve("cells/0001/series.csv.gz")))) {
            String table = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            for (String line : table.lines().skip(1).toList()) {
                String[] values = line.split(",", -1);
                assertThat(values[8].isEmpty()).isEqualTo(values[1].equals("west"));
                if (values[1].equals("east")) {
                    east.add(values);
                }
            }
        }
        double kilowattHours = 0;
        for (int row = 0; row < east.size(); row++) {
            double begin = Double.parseDouble(east.get(row)[0]);
            boolean isLast = row == east.size() - 1;
            double end = isLast ? to : Double.parseDouble(east.get(row + 1)[0]);
            double hours = Math.max(0, Math.min(end, to) - Math.max(begin, from)) / 3600;
            kilowattHours += Double.parseDouble(east.get(row)[8]) * hours;
        }
        double energy = of(study, EAST, "energy_kwh"); // of every pass, not of one a step
        assertThat(kilowattHours).isCloseTo(energy, within(energy / 100));
    }

    @Test
    void organizationsShareTheEnergyOfAMachineByTheirUseOfIt()
            throws IOException, InterruptedException {
        Study study = study("power={east: {busy: 400 W, idle: 100 W}, west: {busy: 1 kW}}");
        Group big = Group.organization("big");
        Group tiny = Group.organization("tiny");
        double all = of(study, EAST, "energy_kwh");
        double hours = of(study, EAST, "delivered_node_hours");
        // By hand: what its nodes drew while busy, and of the idle nodes its part of all use.
        double use = of(study, big, "delivered_node_hours");
        double idle = of(study, EAST, "energy_idle_kwh");
        assertThat(idle).isCloseTo(all - hours * 0.4, within(1e-6));
        assertThat(of(study, big, "energy_kwh"))
                .isCloseTo(use * 0.4 + idle * use / hours, within(1e-6));
        assertThat(of(study, big, "energy_idle_kwh")).isCloseTo(idle * use / hours, within(1e-6));
        assertThat(of(study, big, "energy_kwh") + of(study, tiny, "energy_kwh"))
                .isCloseTo(all, within(1e-6));
        assertThat(of(study, Group.organization("other"), "energy_kwh"))
                .isCloseTo(of(study, WEST, "energy_kwh"), within(1e-6));
        assertThat(of(study, Group.ALL, "energy_kwh"))
                .isCloseTo(all + of(study, WEST, "energy_kwh"), within(1e-6));
        // Nobody knows where these machines stand, or what they cost.
        assertThat(of(study, big, "carbon_kg")).isNaN();
        assertThat(study.figureNames(big)).doesNotContain("cost_yen");
    }

    @Test
    void carbonAndMoneyAreOfTheMachinesFile() throws IOException, InterruptedException {
        Study study =
                study(
                        "machines.east={from: catalogue/tsubame-4}",
                        "power={east: {busy: 1 kW, idle: 500 W}, west: {busy: 1 kW}}");
        Group big = Group.organization("big");
        assertThat(of(study, EAST, "carbon_kg"))
                .isCloseTo(0.42 * of(study, EAST, "energy_kwh"), within(1e-6));
        assertThat(of(study, big, "electricity_yen"))
                .isCloseTo(22 * of(study, big, "energy_kwh"), within(1e-6));
        assertThat(of(study, big, "cost_yen"))
                .isCloseTo(275 * of(study, big, "delivered_node_hours"), within(1e-6));
        assertThat(of(study, EAST, "cost_yen"))
                .isCloseTo(275 * of(study, EAST, "delivered_node_hours"), within(1e-6));
        assertThat(of(study, Group.ALL, "cost_yen")).as("west has no price").isNaN();
    }

    @Test
    void nodesThatAreOffAtNightSaveAndLeaveLessToUse() throws IOException, InterruptedException {
        Study study =
                study(
                        "power={east: {busy: 400 W, idle: 100 W, caps: [{from: 0d, to: 7d, hours:"
                                + " 22:00-06:00, share: 0.5, by: off}]}, west: {busy: 1 kW}}",
                        "maintenance=[{machine: west, from: 0d, to: 7d, days: [wed], nodes: 8}]",
                        "reservations=[{machine: east, from: 0d, to: 7d, hours: 12:00-14:00, nodes:"
                                + " 16, organizations: [tiny], lend: 10min}]");
        assertThat(study.failures()).isEmpty();
        assertThat(of(study, EAST, "energy_saved_kwh")).isCloseTo(32 * 8 * 6 * 0.1, within(20.0));
        assertThat(of(study, EAST, "capacity_node_hours"))
                .isCloseTo(64 * 24 * 6 - 32 * 8 * 6, within(200.0));
        assertThat(of(study, Group.ALL, "energy_kwh")).isPositive();
        assertThat(TextReport.of(StudyReport.of(study), false))
                .contains("Energy by machine", "Energy saved by caps");
    }

    @Test
    void aLowerClockKillsThoseThatReachTheirWalltime() throws IOException, InterruptedException {
        Study study =
                study(
                        "power={east: {busy: 400 W, idle: 100 W, clocks: [{speed: 0.5, busy: 200"
                                + " W}], caps: [{from: 1d, to: 6d, share: 0.6, by: slower}]}}");
        assertThat(of(study, EAST, "killed_slowed")).isPositive();
        assertThat(of(study, EAST, "energy_saved_kwh")).isPositive();
        assertThat(study.failures()).isEmpty();
    }
}
