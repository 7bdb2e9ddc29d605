package tracker.api.http;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.ServerHttpRequest;
import io.micronaut.http.body.ByteBody;
import io.micronaut.http.body.CloseableByteBody;
import io.micronaut.http.filter.ServerFilterChain;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import tracker.api.access.hop.HopPass;
import tracker.api.peers.HopClient;
import tracker.api.peers.Place;
import tracker.streams.domain.Text;

/** One request's way to the node that can answer it, which may change while it is under way. */
final class HopJourney {
    private static final Logger LOG = LoggerFactory.getLogger(HopJourney.class);
    /** Set on a request whose answer needs a store that has moved. */
    static final String MOVED = "tracker.moved";

    private static final Duration PAUSE = Duration.ofMillis(50);
    /** A larger body is handed on as it comes, and so once only. */
    private static final long LARGEST_HELD = 1 << 20;

    private final HttpRequest<?> request;
    private final ServerFilterChain chain;
    private final Supplier<Place> place;
    private final HopPass pass;
    private final HopClient client;
    private final Problems problems;
    private final Map<String, String> headers = new HashMap<>();
    private final long end;

    HopJourney(
            HttpRequest<?> request,
            ServerFilterChain chain,
            Supplier<Place> place,
            HopPass pass,
            HopClient client,
            Problems problems,
            Duration wait) {
        this.request = request;
        this.chain = chain;
        this.place = place;
        this.pass = pass;
        this.client = client;
        this.problems = problems;
        this.end = System.nanoTime() + wait.toNanos();
    }

    Mono<MutableHttpResponse<?>> begin() {
        headers.put(RequestIds.HEADER, RequestIds.of(request));
        if (!isReading() && request.getHeaders().get(Preconditions.IDEMPOTENCY_KEY) == null) {
            // Else what a node that dies has done of it would be done again.
            headers.put(Preconditions.IDEMPOTENCY_KEY, UUID.randomUUID().toString());
        }
        if (isReading() || !(request instanceof ServerHttpRequest<?> incoming)) {
            return attempt(null);
        }
        ByteBody body = incoming.byteBody();
        OptionalLong length = body.expectedLength();
        if (length.isEmpty() || length.getAsLong() > LARGEST_HELD) {
            return once();
        }
        // A copy: it may be answered here, or there, or first here and then there.
        CloseableByteBody copy = body.split(ByteBody.SplitBackpressureMode.FASTEST);
        return Mono.fromFuture(copy.buffer()).map(held -> held.toByteArray()).flatMap(this::attempt);
    }

    /** Whether the answer is that what is asked for is not here any more, and nothing was done. Asked once of each answer. */
    static boolean hasMoved(HttpRequest<?> request, HttpResponse<?> answer) {
        return answer.code() == HttpStatus.SERVICE_UNAVAILABLE.getCode()
                && request.removeAttribute(MOVED, Boolean.class).isPresent()
                && !Writing.isSent(request);
    }

    private Mono<MutableHttpResponse<?>> once() {
        Place now = place.get();
        if (now instanceof Place.Here) {
            return Mono.from(chain.proceed(request)).map(answer -> answer);
        }
        return now instanceof Place.At at
                ? client.stream(request, pass, at.address(), headers)
                        .flatMap(answer -> isElsewhere(answer) ? Mono.just(notReady()) : judged(answer))
                        .onErrorResume(fault -> Mono.just(notReady()))
                : Mono.just(notReady());
    }

    private Mono<MutableHttpResponse<?>> attempt(@Nullable byte[] body) {
        Place now = place.get();
        if (now instanceof Place.Here) {
            return here(body);
        }
        if (now instanceof Place.At at) {
            return client.ask(request, pass, at.address(), headers, body)
                    .flatMap(answer -> isElsewhere(answer) ? later(body) : judged(answer))
                    .onErrorResume(fault -> {
                        LOG.debug("{} does not answer: {}", at.address(), fault.toString());
                        return later(body);
                    });
        }
        return later(body);
    }

    /** If the plan leaves before anything is done, the request follows it. */
    private Mono<MutableHttpResponse<?>> here(@Nullable byte[] body) {
        return Mono.from(chain.proceed(request))
                .flatMap(answer -> hasMoved(request, answer) ? later(body) : Mono.just(answer));
    }

    private Mono<MutableHttpResponse<?>> later(@Nullable byte[] body) {
        return System.nanoTime() > end
                ? Mono.just(notReady())
                : Mono.delay(PAUSE).then(Mono.defer(() -> attempt(body)));
    }

    /** The caller was let in here: if he is not there, the nodes do not know each other. */
    private Mono<MutableHttpResponse<?>> judged(MutableHttpResponse<?> answer) {
        if (answer.code() == HttpStatus.UNAUTHORIZED.getCode()) {
            LOG.error("another node does not accept this one: do they share one node-key, and do their clocks agree?");
            return Mono.just(notReady());
        }
        return Mono.just(answer);
    }

    private static boolean isElsewhere(HttpResponse<?> answer) {
        return answer.code() == HttpStatus.MISDIRECTED_REQUEST.getCode();
    }

    private boolean isReading() {
        return request.getMethod() == HttpMethod.GET || request.getMethod() == HttpMethod.HEAD;
    }

    private MutableHttpResponse<?> notReady() {
        return problems.of(
                request,
                Problem.Type.NOT_READY,
                new Text(
                        "持有该规划的节点暂无应答；写入请以相同的 Idempotency-Key 重试。",
                        "The node that holds the plan does not answer now; send a write again with the same Idempotency-Key."));
    }
}
