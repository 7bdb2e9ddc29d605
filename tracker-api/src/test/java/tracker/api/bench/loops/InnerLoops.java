package tracker.api.bench.loops;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import tracker.api.bench.load.OneUpdate;
import tracker.streams.codec.EventCodec;
import tracker.streams.codec.InternalJson;
import tracker.streams.codec.ViewJson;
import tracker.streams.domain.command.Command;
import tracker.streams.domain.command.Decider;
import tracker.streams.domain.command.Decision;
import tracker.streams.domain.event.Event;
import tracker.streams.domain.event.Hash;
import tracker.streams.domain.state.Evolution;
import tracker.streams.domain.state.Subject;
import tracker.streams.domain.view.Contribution;
import tracker.streams.domain.view.PlanSnapshot;
import tracker.streams.domain.view.Tally;
import tracker.streams.domain.view.View;
import tracker.streams.domain.view.Views;
import tracker.streams.topology.PlanSums;

/** What an update costs between the reads and writes of its stores, step by step; and as the yardstick, the hash of its event. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class InnerLoops {
    private final OneUpdate update = OneUpdate.made();
    private final EventCodec codec = new EventCodec();
    private final InternalJson<Command> commands = new InternalJson<>(Command.class);
    private final InternalJson<Subject> states = new InternalJson<>(Subject.class);
    private final ViewJson json = new ViewJson();
    private final byte[] command = commands.encode(update.command());
    private final byte[] event = codec.encode(update.event());
    private final byte[] state = states.encode(update.after());
    private final View view = Views.of(update.plan().plan(), update.after()).orElseThrow();
    private final View shown = Views.of(update.plan().plan(), update.before()).orElseThrow();
    private final PlanSnapshot plan = update.plan().snapshot();
    private final Tally tally = plan.subjects().stream()
            .flatMap(subject -> Views.of(plan.plan(), subject).stream())
            .map(Contribution::of)
            .reduce(Tally.EMPTY, Tally::plus);
    private final InternalJson<PlanSums> sums = new InternalJson<>(PlanSums.class);

    @Benchmark
    public Hash hashOfTheEvent() {
        return EventCodec.hash(event);
    }

    @Benchmark
    public Command readCommand() {
        return commands.decode(command);
    }

    @Benchmark
    public Decision decide() {
        return Decider.decide(update.plan(), update.command(), update.at());
    }

    @Benchmark
    public Subject evolve() {
        return Evolution.evolve(update.before(), update.event());
    }

    @Benchmark
    public byte[] writeEvent() {
        return codec.encode(update.event());
    }

    @Benchmark
    public Event readEvent() {
        return codec.decode(event);
    }

    @Benchmark
    public byte[] writeState() {
        return states.encode(update.after());
    }

    @Benchmark
    public Subject readState() {
        return states.decode(state);
    }

    @Benchmark
    public View rateAndShow() {
        return Views.of(update.plan().plan(), update.after()).orElseThrow();
    }

    /** The one row that every update of a plan rewrites. */
    @Benchmark
    public byte[] rollUpThePlan() {
        return sums.encode(
                new PlanSums(plan.latest(), tally.minus(Contribution.of(shown)).plus(Contribution.of(view))));
    }

    @Benchmark
    public byte[] writeView() {
        return json.encode(view);
    }
}
