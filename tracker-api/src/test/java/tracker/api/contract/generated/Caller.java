package tracker.api.contract.generated;

/** Who asks. {@code token} is null for somebody without one. */
public record Caller(String name, String token) {
    public static final Caller NOBODY = new Caller("nobody", null);
    public static final Caller UNKNOWN = new Caller("an unknown token", "made-up");
}
