package tracker.streams.domain.plan;

import tracker.streams.domain.Text;

/** A goal group of the plan. */
public record Goal(String id, Text name) {}
