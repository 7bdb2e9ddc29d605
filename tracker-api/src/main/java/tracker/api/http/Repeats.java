package tracker.api.http;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import tracker.api.view.NotReadyException;
import tracker.api.webhooks.Remembered;
import tracker.api.webhooks.RepeatedRequests;
import tracker.streams.domain.Actor;
import tracker.streams.domain.event.Hash;

/** Idempotency-Key for requests that are no commands: done once, and answered the same when they are repeated. */
@Singleton
final class Repeats {
    private final RepeatedRequests known;
    private final Set<String> underWay = ConcurrentHashMap.newKeySet();

    Repeats(RepeatedRequests known) {
        this.known = known;
    }

    /** What was done. {@code location} may be null. {@code repeated} is the body that a repeated request gets: without a secret. */
    record Done(HttpStatus status, String location, byte[] body, byte[] repeated) {
        static Done of(HttpStatus status, byte[] body) {
            return new Done(status, null, body, body);
        }
    }

    /** Without a key it is done each time. */
    HttpResponse<?> once(HttpRequest<byte[]> request, Actor actor, String plan, Supplier<Done> act) {
        String key = Preconditions.idempotencyKey(request);
        if (key == null) {
            return answer(act.get());
        }
        String name = name(request, actor, key);
        if (!underWay.add(name)) {
            throw new NotReadyException("the same request is under way");
        }
        try {
            String content = content(request);
            Optional<Remembered> before = known.find(plan, name);
            if (before.isPresent()) {
                return repeated(before.get(), content);
            }
            Done done = act.get();
            known.remember(
                    plan,
                    name,
                    content,
                    done.status().getCode(),
                    done.location(),
                    new String(done.repeated(), StandardCharsets.UTF_8));
            return answer(done);
        } finally {
            underWay.remove(name);
        }
    }

    /** Whose request under that key it is. */
    static String name(HttpRequest<?> request, Actor actor, String key) {
        return Hash.sha256(actor.role().label() + "\n" + actor.department() + "\n" + actor.user() + "\n"
                        + request.getPath() + "\n" + key)
                .hex();
    }

    private static HttpResponse<?> repeated(Remembered before, String content) {
        if (!before.content().equals(content)) {
            throw new ProblemException(
                    Problem.Type.KEY_REUSED,
                    "该 Idempotency-Key 已用于其他内容。",
                    "That Idempotency-Key was used with other content.");
        }
        byte[] body = before.body().getBytes(StandardCharsets.UTF_8);
        return answer(new Done(HttpStatus.valueOf(before.status()), before.location(), body, body));
    }

    private static HttpResponse<?> answer(Done done) {
        MutableHttpResponse<byte[]> response = HttpResponse.<byte[]>status(done.status())
                .contentType(MediaType.APPLICATION_JSON_TYPE)
                .body(done.body())
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
        return done.location() == null ? response : response.header(HttpHeaders.LOCATION, done.location());
    }

    private static String content(HttpRequest<byte[]> request) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.writeBytes((request.getMethodName() + "\n").getBytes(StandardCharsets.UTF_8));
        byte[] body = RequestBody.bytes(request);
        whole.writeBytes(body == null ? new byte[0] : body);
        return Hash.sha256(whole.toByteArray()).hex();
    }
}
