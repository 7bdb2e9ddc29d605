package tracker.api.http;

/** How many items a page has. */
final class Limits {
    private static final int DEFAULT = 100;
    private static final int MOST = 1000;

    private Limits() {}

    /** As {@link #of(Integer)}, of a parameter as it came. */
    static int of(String wanted) {
        try {
            return of(wanted == null ? null : Integer.valueOf(wanted));
        } catch (NumberFormatException notANumber) {
            return of(0);
        }
    }

    /** {@code wanted} is null where the caller leaves it to us. */
    static int of(Integer wanted) {
        if (wanted == null) {
            return DEFAULT;
        }
        if (wanted < 1 || wanted > MOST) {
            throw new ProblemException(
                    Problem.Type.MALFORMED, "limit 须在 1 至 " + MOST + " 之间。", "limit lies between 1 and " + MOST + ".");
        }
        return wanted;
    }
}
