package tracker.api.http;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.authentication.Authentication;
import java.time.Instant;
import java.util.List;
import tracker.api.access.Callers;
import tracker.api.access.Needs;
import tracker.api.access.Right;
import tracker.api.access.Rights;
import tracker.streams.codec.ViewJson;
import tracker.streams.domain.Actor;

/** Who one is, by token or session. */
@Controller("/api/v1/me")
final class MeController {
    private final ViewJson json = new ViewJson();

    /** department is null for all but a department, ends where the token has no end. */
    private record Me(String user, String role, String department, List<String> rights, Instant ends) {}

    @Get
    // What everybody has who is known, and nobody who is not.
    @Needs(Right.READ_VIEWS)
    @Operation("getMe")
    @Answers(type = Me.class)
    HttpResponse<?> me(Authentication caller) {
        Actor actor = Callers.actor(caller);
        List<String> rights =
                Rights.of(actor.role()).stream().map(Right::label).sorted().toList();
        return Json.ok(json.encode(new Me(
                        actor.user(),
                        actor.role().label(),
                        actor.department(),
                        rights,
                        Callers.ends(caller).orElse(null))))
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
    }
}
