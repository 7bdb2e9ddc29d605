package tracker.api.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tracker.api.cli.client.Query;

/** Which events of a plan are wanted; the tracker says what is no such filter. */
@Command
final class EventFilters {
    @Option(
            names = "--subject",
            paramLabel = "ID",
            description = {"只要该对象（id 或 kind/id）", "of this subject only (id or kind/id)"})
    private String subject;

    @Option(
            names = "--type",
            paramLabel = "TYPE",
            description = {"只要该类事件，如 ProgressReported", "of this type only, as ProgressReported"})
    private String type;

    @Option(
            names = "--actor",
            paramLabel = "WHO",
            description = {"只要该用户、角色或部门的", "by this user, role or department only"})
    private String actor;

    @Option(
            names = "--from",
            paramLabel = "TIME",
            description = {"此时刻起记录的（RFC 3339）", "recorded at this time or later (RFC 3339)"})
    private String from;

    @Option(
            names = "--to",
            paramLabel = "TIME",
            description = {"此时刻之前记录的", "recorded before this time"})
    private String to;

    Query on(Query query) {
        return query.with("subject", subject)
                .with("type", type)
                .with("actor", actor)
                .with("from", from)
                .with("to", to);
    }
}
