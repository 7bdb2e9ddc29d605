package tracker.api.access;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.security.authentication.Authentication;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tracker.streams.domain.Actor;
import tracker.streams.domain.Labelled;
import tracker.streams.domain.Role;

/** The actor behind an authentication, and the other way round. */
public final class Callers {
    private static final String DEPARTMENT = "department";
    private static final String ENDS = "ends";

    private Callers() {}

    /** {@code authentication} is null for somebody without a token: that is the public. */
    public static Actor actor(@Nullable Authentication authentication) {
        if (authentication == null) {
            return new Actor(Role.PUBLIC, null, Role.PUBLIC.label());
        }
        Role role = Labelled.of(Role.class, authentication.getRoles().iterator().next());
        return new Actor(role, (String) authentication.getAttributes().get(DEPARTMENT), authentication.getName());
    }

    /** When that authentication ends; empty where it does not. */
    public static Optional<Instant> ends(Authentication authentication) {
        return Optional.ofNullable((Instant) authentication.getAttributes().get(ENDS));
    }

    /** {@code ends} is null for one that does not end by itself. */
    public static Authentication authentication(Actor actor, @Nullable Instant ends) {
        Map<String, Object> attributes = new HashMap<>();
        if (ends != null) {
            attributes.put(ENDS, ends);
        }
        if (actor.department() != null) {
            attributes.put(DEPARTMENT, actor.department());
        }
        return Authentication.build(actor.user(), List.of(actor.role().label()), attributes);
    }
}
