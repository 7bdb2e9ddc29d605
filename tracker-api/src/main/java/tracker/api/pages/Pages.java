package tracker.api.pages;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which pages a plan has. The scripts name the same ones ({@code public/shell/routes.js}); a test holds them together. */
public final class Pages {
    /** Those that also have one page for each of their subjects. */
    private static final Set<String> OF_SUBJECTS =
            Set.of("indicators", "projects", "tasks", "goals", "departments", "log");

    private static final Set<String> OTHERS = Set.of(
            "timeline", "map", "warnings", "compare", "work", "office", "assessments", "verify", "public", "wall");

    private Pages() {}

    public static boolean exists(String page) {
        return OF_SUBJECTS.contains(page) || OTHERS.contains(page);
    }

    static Set<String> names() {
        return Stream.concat(OF_SUBJECTS.stream(), OTHERS.stream()).collect(Collectors.toUnmodifiableSet());
    }

    public static boolean hasSubjects(String page) {
        return OF_SUBJECTS.contains(page);
    }
}
