package tracker.api.view;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tracker.streams.codec.EventCodec;
import tracker.streams.codec.EventJson;
import tracker.streams.codec.ViewJson;
import tracker.streams.domain.Kind;
import tracker.streams.domain.event.Event;
import tracker.streams.runtime.AppliedPositions;

/** The events of a plan in the log's order: by page, and as they come. */
public final class EventFeed {
    private static final Logger LOG = LoggerFactory.getLogger(EventFeed.class);
    private static final int READ_AT_ONCE = 500;
    /** A page looks at no more events than this for those that match, and then says where to go on. */
    private static final int LOOK_AT_MOST = 20_000;

    private final PlanQueries queries;
    private final EventCodec codec;
    private final EventJson json;
    private final ViewJson views = new ViewJson();
    private final Duration heartbeat;

    public EventFeed(PlanQueries queries, EventCodec codec, Duration heartbeat) {
        this.queries = queries;
        this.codec = codec;
        this.json = new EventJson(codec);
        this.heartbeat = heartbeat;
    }

    /** {@code next} is the position to go on after; null once the log's end was reached. */
    public record Page(List<byte[]> items, Long next) {}

    public sealed interface Item {}

    public record Recorded(long position, String json) implements Item {}

    /** The reader asked to go on after a position that the log has not reached: it is another log, or a cut one. */
    public record Gap(long after, long last) implements Item {}

    public record Heartbeat() implements Item {}

    public Page page(String plan, EventQuery query, long after, int limit) {
        List<byte[]> items = new ArrayList<>();
        long position = after;
        for (int looked = 0; looked < LOOK_AT_MOST; ) {
            List<byte[]> batch = queries.events(plan, position, READ_AT_ONCE);
            for (byte[] encoded : batch) {
                Event event = codec.decode(encoded);
                position = event.position();
                looked++;
                if (query.matches(event)) {
                    items.add(json.encode(encoded));
                    if (items.size() == limit) {
                        return new Page(items, position < queries.position(plan) ? position : null);
                    }
                }
            }
            if (batch.size() < READ_AT_ONCE) {
                return new Page(items, null);
            }
        }
        return new Page(items, position);
    }

    /** Every event above {@code after} that {@code query} wants, once and in order, then each new one; {@code after} null begins at the end. */
    public Flux<Item> live(String plan, EventQuery query, Long after) {
        return follow(
                plan,
                after,
                (queries, event, encoded) -> query.matches(event)
                        ? Optional.of(new String(json.encode(encoded), StandardCharsets.UTF_8))
                        : Optional.empty());
    }

    /** A subject of the plan after one of its events. {@code state} is null for the plan itself, which is read as a whole. */
    private record Changed(
            String subject, Kind kind, long version, long position, Instant recordedAt, JsonNode state) {}

    /** As {@link #live}: after each event of those kinds, the subject as the event left it. */
    public Flux<Item> states(String plan, Set<Kind> kinds, Long after) {
        return follow(
                plan,
                after,
                (queries, event, encoded) -> kinds.contains(event.subject().kind())
                        ? Optional.of(new String(views.encode(changed(queries, event)), StandardCharsets.UTF_8))
                        : Optional.empty());
    }

    private Changed changed(PlanQueries queries, Event event) {
        return new Changed(
                event.subject().name(),
                event.subject().kind(),
                event.version(),
                event.position(),
                event.recordedAt(),
                queries.atVersion(event.subject(), event.version())
                        .filter(view -> view.json().length > 0)
                        .map(view -> views.read(view.json()))
                        .orElse(null));
    }

    /** What is sent of an event; empty for nothing. */
    private interface Shown {
        Optional<String> of(PlanQueries queries, Event event, byte[] encoded);
    }

    private Flux<Item> follow(String plan, Long after, Shown shown) {
        PlanQueries queries = this.queries.pinned();
        AppliedPositions applied = queries.applied();
        long last = reached(queries, plan, after);
        long start = after == null ? last : Math.min(after, last);
        AtomicLong sent = new AtomicLong(start);
        Flux<Long> moves = Flux.create(
                sink -> {
                    AppliedPositions.Subscription subscription = applied.listen(plan, sink::next);
                    sink.onDispose(subscription::close);
                    // Registered first, looked at second: nothing falls between.
                    sink.next(queries.position(plan));
                },
                FluxSink.OverflowStrategy.LATEST);
        Flux<Item> events = moves.publishOn(Schedulers.boundedElastic(), 1)
                .concatMap(
                        move -> Flux.<List<byte[]>>generate(batch -> {
                                    List<byte[]> next = queries.events(plan, sent.get(), READ_AT_ONCE);
                                    if (next.isEmpty()) {
                                        batch.complete();
                                    } else {
                                        sent.addAndGet(next.size());
                                        batch.next(next);
                                    }
                                })
                                .concatMapIterable(batch -> wanted(queries, shown, batch), 1),
                        0);
        Flux<Item> gap = after != null && after > last ? Flux.just(new Gap(after, last)) : Flux.empty();
        // The first at once: until something is sent, a client does not know that it is heard.
        Flux<Item> heartbeats =
                Flux.interval(Duration.ZERO, heartbeat).onBackpressureDrop().map(tick -> new Heartbeat());
        // When the generation that it follows ends, so does it: the client resumes with the one that is read then.
        return gap.concatWith(Flux.merge(events, heartbeats).takeUntilOther(Mono.fromFuture(applied.closed(), true)));
    }

    /**
     * The plan's last position, once that is no less than {@code after} if it will be: who comes from another node may have seen more than this
     * one has applied yet.
     */
    private static long reached(PlanQueries queries, String plan, Long after) {
        long last = queries.position(plan);
        if (after == null || after <= last) {
            return last;
        }
        try {
            queries.await(new PositionToken(plan, after));
        } catch (NotReadyException neverWritten) {
            LOG.debug("{} has no position {}", plan, after);
        }
        return queries.position(plan);
    }

    private List<Item> wanted(PlanQueries queries, Shown shown, List<byte[]> events) {
        List<Item> items = new ArrayList<>();
        for (byte[] encoded : events) {
            Event event = codec.decode(encoded);
            shown.of(queries, event, encoded).ifPresent(json -> items.add(new Recorded(event.position(), json)));
        }
        return items;
    }
}
