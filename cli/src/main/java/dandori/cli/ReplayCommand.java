package dandori.cli;

import dandori.policy.Estimates;
import dandori.policy.Policy;
import dandori.results.JsonText;
import dandori.sim.Checking;
import dandori.sim.Conventions;
import dandori.sim.Overrun;
import dandori.trace.Traces;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dandori replay}: plays a trace through one policy. */
@Command(
        name = "replay",
        description = "Plays a trace through a queue: one machine, one policy.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  dandori replay RICC-2010-2.swf.gz --processors 8192 --order fcfs --backfill easy --out out",
            "  dandori replay RICC-2010-2.swf.gz --machine ricc --backfill easy",
            "  dandori replay jobs.swf --machine fugaku --groups --backfill easy",
            "  dandori replay jobs.swf --machine sakura-hokkaido --backfill easy --placement random:1",
            "      --network max-min --communication ring-all-reduce:1GB/s",
            "",
            "Without a size, the trace's header gives it (MaxProcs, else MaxNodes)."
        })
final class ReplayCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "TRACE",
            description =
                    "A log in any format that is known, plain or gzip; or a folder of them, as"
                            + " one.")
    private Path trace = Path.of("");

    @ArgGroup private @Nullable Size size;

    @Option(
            names = "--processors-per-node",
            paramLabel = "C",
            defaultValue = "1",
            description =
                    "Turn processors into nodes, rounded up. Default: 1, jobs ask for processors.")
    private int processorsPerNode = 1;

    @Option(
            names = "--dependencies",
            description =
                    "A job that names a preceding one (fields 17, 18) is submitted its think time"
                            + " after that has left.")
    private boolean dependencies;

    @Option(
            names = "--order",
            paramLabel = "NAME",
            completionCandidates = Choices.OfOrder.class,
            defaultValue = "fcfs",
            description =
                    "Who comes first: fcfs, sjf, saf, lxf, wfp3, … (dandori catalogue policies)."
                            + " Default: fcfs.")
    private String order = "fcfs";

    @Option(
            names = "--backfill",
            paramLabel = "NAME",
            completionCandidates = Choices.OfBackfill.class,
            defaultValue = "none",
            description =
                    "Who may overtake: none, easy, sjbf, los, conservative, slack, replan, depth:K,"
                            + " deadline, selective, slurm, tcs; the bounds"
                            + " clairvoyant (easy that knows run times) and unlimited; the baseline"
                            + " as-logged. Default: none.")
    private String backfill = "none";

    @Mixin private PlaceOptions places = new PlaceOptions();

    @Option(
            names = "--estimates",
            paramLabel = "KIND",
            defaultValue = "REQUESTED",
            description =
                    "What the rules are told of run times: requested, exact, or predicted (as long"
                            + " as the user's last two jobs). Default: requested.")
    private Estimates estimates = Estimates.REQUESTED;

    @Option(
            names = "--conventions",
            paramLabel = "PRESET",
            completionCandidates = Choices.OfConventions.class,
            defaultValue = "dandori",
            converter = ConventionsWord.class,
            description = "What happens first at one instant: dandori or sc15. Default: dandori.")
    private Conventions conventions = Conventions.DANDORI;

    @Option(
            names = "--overrun",
            paramLabel = "KIND",
            defaultValue = "KILL",
            description =
                    "Jobs that run past their walltime, or that the network slows past it: kill or"
                            + " extend. Default: kill.")
    private Overrun overrun = Overrun.KILL;

    @Option(
            names = "--from",
            paramLabel = "DATE",
            description =
                    "Leave out jobs submitted before it: 2010-06-01, or 2010-06-01T12:00 with a"
                            + " time.")
    private @Nullable String from;

    @Option(
            names = "--to",
            paramLabel = "DATE",
            description = "Leave out jobs submitted then or later.")
    private @Nullable String to;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "The seed of whatever is random in a run; so far nothing is. Default: 1.")
    private long seed = 1;

    @Option(
            names = "--check",
            paramLabel = "LEVEL",
            defaultValue = "CHEAP",
            description = "How much the run checks itself: off, cheap or full. Default: cheap.")
    private Checking checking = Checking.CHEAP;

    @Option(
            names = "--explain",
            description =
                    "Write down why each job waited, for 'dandori explain': waits.csv.gz in --out.")
    private boolean explains;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Write jobs.csv.gz, series.csv.gz, summary.json and manifest.json there.")
    private @Nullable Path out;

    @Option(names = "--force", description = "Replace the results of another replay in --out.")
    private boolean force;

    @Option(
            names = "--parquet",
            description =
                    "Write the tables as Parquet files as well: jobs.parquet and so on in --out.")
    private boolean parquet;

    @Mixin private TraceOptions log = new TraceOptions();

    @Mixin private OutputOptions output = new OutputOptions();

    @Spec private @Nullable CommandSpec spec;

    /** For picocli. */
    ReplayCommand() {}

    /** The machine's size, or the machine, in one of four words. */
    static final class Size extends SizeOptions {

        @Option(
                names = "--machine",
                paramLabel = "NAME",
                completionCandidates = Choices.OfMachine.class,
                description =
                        "A machine of the catalogue (dandori catalogue machines) or a machine file,"
                                + " as one pool unless --groups is given.")
        private @Nullable String machine;

        /** For picocli. */
        Size() {}
    }

    @Override
    public Integer call() throws Exception {
        CommandSpec command = Objects.requireNonNull(spec);
        PrintWriter err = command.commandLine().getErr();
        List<String> call = List.copyOf(command.commandLine().getParseResult().originalArgs());
        List<Path> inputs = inputs();
        checkFolder(call, inputs);
        if (conventions == Conventions.SC15 && overrun == Overrun.EXTEND) {
            throw new WrongCallException(
                    "--overrun: 'extend' cannot be had under the conventions sc15, whose rules of"
                            + " import cut run times to the estimates.",
                    "leave it out.");
        }
        boolean isAsLogged = backfill.equals("as-logged");
        PlaceWords where =
                new PlaceWords(
                        places,
                        size == null || size.machine == null
                                ? null
                                : MachineWords.named("--machine", size.machine));
        ReplayTrace input =
                new ReplayTrace(
                        trace,
                        SizeOptions.given(size),
                        where.machine(),
                        processorsPerNode,
                        conventions,
                        from,
                        to,
                        isAsLogged,
                        dependencies,
                        log);
        String placement = where.placement(backfill);
        Policy policy = new PolicyWords().policy(order, backfill, placement, estimates);
        where.check(policy);
        ReplayRules rules =
                new ReplayRules(
                        policy,
                        order,
                        placement,
                        where.network,
                        where.communication,
                        conventions,
                        isAsLogged ? Overrun.EXTEND : overrun, // in the log they ran on
                        checking,
                        explains,
                        seed);
        ReplayResult result =
                new Replay(input, rules, out, force, parquet, Traces.KEPT_JOBS, call, inputs)
                        .run(output.progress, err);
        PrintWriter standard = command.commandLine().getOut();
        standard.print(
                output.print.json ? JsonText.of(ReplayTree.of(result)) : ReplayText.of(result));
        standard.flush();
        return 0;
    }

    /** The files that are read. */
    private List<Path> inputs() {
        List<Path> inputs = new ArrayList<>(log.inputs(trace));
        if (size != null && size.machine != null) {
            MachineWords.file(size.machine).ifPresent(inputs::add);
        }
        return inputs;
    }

    /** Refuses a folder that cannot be, or must stay, before any work is done for it. */
    private void checkFolder(List<String> call, List<Path> inputs) throws IOException {
        if (out == null) {
            if (parquet) {
                throw new WrongCallException(
                        "--parquet: there is no folder to write the files into.", "'--out DIR'.");
            }
            if (explains) {
                throw new WrongCallException(
                        "--explain: there is no folder to write the reasons into.", "'--out DIR'.");
            }
            return;
        }
        if (out.toString().isEmpty()) {
            throw new WrongCallException("--out: is empty.", "'--out .' for this folder.");
        }
        for (Path path = out; path != null; path = path.getParent()) {
            if (Files.exists(path) && !Files.isDirectory(path)) {
                throw new WrongCallException(
                        "--out: %s is a file, where a folder is expected.".formatted(path),
                        "another name.");
            }
        }
        FreePlace.checkNotRead("--out", out, inputs);
        if (!force) {
            EarlierReplay.refuseOther(out, call, inputs);
        }
    }
}
