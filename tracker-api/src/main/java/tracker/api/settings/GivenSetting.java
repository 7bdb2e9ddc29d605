package tracker.api.settings;

/** A setting that somebody made: {@code origin} says where. {@code name} is as the origin writes it. */
record GivenSetting(String name, String value, String origin, boolean isVariable) {}
