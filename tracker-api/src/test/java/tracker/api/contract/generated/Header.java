package tracker.api.contract.generated;

/** A header of a request or an answer; its characters are bytes. */
public record Header(String name, String value) {}
