package tracker.streams.domain.plan;

import tracker.streams.domain.Text;

/** A department or unit that can lead or assist. */
public record Department(String id, Text name) {}
