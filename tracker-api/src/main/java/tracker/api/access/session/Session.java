package tracker.api.access.session;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import tracker.streams.domain.Actor;
import tracker.streams.domain.Labelled;
import tracker.streams.domain.Role;

/**
 * Somebody who is signed in, under the hash of what his cookie holds: {@code token} is the hash of the static token that he showed, else
 * {@code issuer} the provider that vouched for him.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Session(String sha256, String token, String issuer, String role, String department, String user, Instant ends) {

    Session(String sha256, String token, String issuer, Actor actor, Instant ends) {
        this(sha256, token, issuer, actor.role().label(), actor.department(), actor.user(), ends);
    }

    Actor actor() {
        return new Actor(Labelled.of(Role.class, role), department, user);
    }

    boolean isOpenAt(Instant moment) {
        return moment.isBefore(ends);
    }
}
