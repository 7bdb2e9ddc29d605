package tracker.api.view;

import java.util.Optional;
import tracker.streams.domain.command.Result;
import tracker.streams.runtime.TrackerStreams;
import tracker.streams.topology.Answers;
import tracker.streams.topology.CommandTopology;

/** What became of a command, as long as it is remembered. */
public final class CommandQueries {
    private final TrackerStreams streams;

    public CommandQueries(TrackerStreams streams) {
        this.streams = streams;
    }

    /** Empty where the command is unknown, not decided yet, or forgotten. */
    public Optional<Result> result(String plan, String commandId) {
        return stores().get(CommandTopology.ANSWERS, plan, Answers.row(commandId))
                .map(Answers::decode)
                .map(Answers.Answer::result);
    }

    private Stores stores() {
        return streams.commands()
                .map(commands -> new StateQueries(
                        commands.streams(), streams.partitions(), commands.tasks(), commands::partitions))
                .orElseThrow(() -> new NotReadyException("this node decides no commands"));
    }
}
