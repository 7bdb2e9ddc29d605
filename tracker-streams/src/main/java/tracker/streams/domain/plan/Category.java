package tracker.streams.domain.plan;

import tracker.streams.domain.Text;

/** A category of projects; {@code unit} is the one unit that its investments are summed in. */
public record Category(String id, Text name, String unit) {}
