package tracker.streams.domain;

/** Names one subject: a plan itself, or an indicator, project or task of it. All subjects of a plan share its partition. */
public record SubjectId(String plan, Kind kind, String id) {
    private static final int LONGEST = 64;

    public SubjectId {
        requireSlug(plan);
        requireSlug(id);
        if (kind == Kind.PLAN && !plan.equals(id)) {
            throw new IllegalArgumentException("a plan's subject is the plan itself: " + plan + ", " + id);
        }
    }

    public static SubjectId ofPlan(String plan) {
        return new SubjectId(plan, Kind.PLAN, plan);
    }

    /** Whether {@code text} can be an identifier: letters, digits, dot, underscore and hyphen, at most 64, not a sign first. */
    public static boolean isSlug(String text) {
        if (text.isEmpty() || text.length() > LONGEST || !isLetterOrDigit(text.charAt(0))) {
            return false;
        }
        for (int index = 1; index < text.length(); index++) {
            char character = text.charAt(index);
            if (!isLetterOrDigit(character) && character != '.' && character != '_' && character != '-') {
                return false;
            }
        }
        return true;
    }

    /** The inverse of {@link #key()}. */
    public static SubjectId parse(String key) {
        String[] parts = key.split("/", -1);
        if (parts.length != 3) {
            throw new IllegalArgumentException("not a subject: " + key);
        }
        return new SubjectId(parts[0], Labelled.of(Kind.class, parts[1]), parts[2]);
    }

    /** {@code plan/kind/id}: the key of the subject's records and rows. */
    public String key() {
        return plan + "/" + name();
    }

    /** {@code kind/id}: what the subject is called within its plan, in events, lists and requests. */
    public String name() {
        return kind.label() + "/" + id;
    }

    private static boolean isLetterOrDigit(char character) {
        return (character >= 'A' && character <= 'Z')
                || (character >= 'a' && character <= 'z')
                || (character >= '0' && character <= '9');
    }

    private static void requireSlug(String text) {
        if (!isSlug(text)) {
            throw new IllegalArgumentException("not an identifier: " + text);
        }
    }
}
