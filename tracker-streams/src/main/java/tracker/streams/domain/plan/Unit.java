package tracker.streams.domain.plan;

import tracker.streams.domain.Text;

/** A unit of measure: the symbol that reports must use, and what it is called. */
public record Unit(String symbol, Text name) {}
