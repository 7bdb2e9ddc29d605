package tracker.api.access;

import static tracker.api.access.Right.ASSIGN;
import static tracker.api.access.Right.READ_EVENTS;
import static tracker.api.access.Right.READ_VIEWS;
import static tracker.api.access.Right.REPORT;

import java.util.EnumSet;
import java.util.Set;
import tracker.streams.domain.Role;

/** The table of rights: who may do what. */
public final class Rights {
    private Rights() {}

    public static Set<Right> of(Role role) {
        return switch (role) {
            case PLANNING_OFFICE -> EnumSet.of(READ_VIEWS, READ_EVENTS, REPORT, ASSIGN);
            case DEPARTMENT -> EnumSet.of(READ_VIEWS, REPORT);
            case AUDITOR -> EnumSet.of(READ_VIEWS, READ_EVENTS);
            case DASHBOARD -> EnumSet.of(READ_VIEWS);
            case PUBLIC, SYSTEM -> EnumSet.noneOf(Right.class);
        };
    }
}
