package tracker.api.access;

import io.micronaut.security.authentication.Authentication;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tracker.streams.domain.Actor;
import tracker.streams.domain.Labelled;
import tracker.streams.domain.Role;

/** The actor behind an authentication, and the other way round. */
public final class Callers {
    private static final String DEPARTMENT = "department";

    private Callers() {}

    public static Actor actor(Authentication authentication) {
        Role role = Labelled.of(Role.class, authentication.getRoles().iterator().next());
        return new Actor(role, (String) authentication.getAttributes().get(DEPARTMENT), authentication.getName());
    }

    static Authentication authentication(Actor actor) {
        Map<String, Object> attributes = new HashMap<>();
        if (actor.department() != null) {
            attributes.put(DEPARTMENT, actor.department());
        }
        return Authentication.build(actor.user(), List.of(actor.role().label()), attributes);
    }
}
