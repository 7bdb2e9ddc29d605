package tracker.streams.domain;

/** A text that people see, in Chinese and in English; neither is null. */
public record Text(String zh, String en) {}
