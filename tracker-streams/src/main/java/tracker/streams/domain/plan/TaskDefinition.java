package tracker.streams.domain.plan;

import tracker.streams.domain.Text;

/** What a task (one of the named programmes) is registered with; {@code note} says its promise and may be null. */
public record TaskDefinition(TaskKind kind, Text name, Text note) {}
