package tracker.api.access;

import static tracker.api.access.Right.ACKNOWLEDGE;
import static tracker.api.access.Right.BE_A_NODE;
import static tracker.api.access.Right.MANAGE_WEBHOOKS;
import static tracker.api.access.Right.OPERATE;
import static tracker.api.access.Right.POST_FEEDBACK;
import static tracker.api.access.Right.READ_EVENTS;
import static tracker.api.access.Right.READ_EVIDENCE;
import static tracker.api.access.Right.READ_FEEDBACK;
import static tracker.api.access.Right.READ_PUBLISHED;
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
            case PLANNING_OFFICE -> EnumSet.complementOf(EnumSet.of(OPERATE, BE_A_NODE));
            case DEPARTMENT ->
                EnumSet.of(
                        READ_PUBLISHED,
                        READ_VIEWS,
                        READ_EVIDENCE,
                        READ_FEEDBACK,
                        POST_FEEDBACK,
                        REPORT,
                        ACKNOWLEDGE,
                        MANAGE_WEBHOOKS);
            case AUDITOR -> EnumSet.of(READ_PUBLISHED, READ_VIEWS, READ_EVENTS, READ_EVIDENCE, READ_FEEDBACK);
            case DASHBOARD -> EnumSet.of(READ_PUBLISHED, READ_VIEWS);
            case PUBLIC -> EnumSet.of(READ_PUBLISHED, POST_FEEDBACK);
            case OPERATOR -> EnumSet.of(READ_PUBLISHED, READ_VIEWS, OPERATE);
            case SYSTEM -> EnumSet.noneOf(Right.class);
        };
    }
}
