package tracker.api.access.oidc;

import tracker.streams.domain.Actor;
import tracker.streams.domain.Text;

/** What the claims of a good token make of its holder. */
sealed interface Identity {
    record Accepted(Actor actor) implements Identity {}

    record Refused(Text why) implements Identity {}
}
