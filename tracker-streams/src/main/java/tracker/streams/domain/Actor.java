package tracker.streams.domain;

/** Who did something. {@code department} is null for every role but DEPARTMENT; {@code user} names the person or the token. */
public record Actor(Role role, String department, String user) {}
