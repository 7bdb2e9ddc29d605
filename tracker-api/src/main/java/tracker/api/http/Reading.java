package tracker.api.http;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Supplier;
import tracker.api.view.PlanQueries;
import tracker.api.view.PlanReads;
import tracker.api.view.PositionToken;
import tracker.streams.domain.Kind;
import tracker.streams.domain.Period;
import tracker.streams.domain.SubjectId;

/** What every read does first: see that it sees what its caller has seen, and that the plan is there. */
@Singleton
final class Reading {
    static final String POSITION = "Tracker-Position";
    static final String AS_OF = "asOf";

    private final PlanQueries queries;
    private final Clock clock;

    Reading(PlanQueries queries, Clock clock) {
        this.queries = queries;
        this.clock = clock;
    }

    /**
     * Waits for the position that the request carries, where it is one of this plan. Answers the plan as it is, or as it was known at the
     * moment that {@code asOf} names.
     */
    PlanReads begin(HttpRequest<?> request, String plan) {
        return at(AS_OF, request, present(request, plan));
    }

    /**
     * Answers what is made of the whole plan and tagged by its position. Who has it already, and nothing has happened since, is told so without
     * a look at the stores.
     */
    HttpResponse<?> whole(HttpRequest<?> request, String plan, Function<PlanReads, HttpResponse<?>> answer) {
        long seen = token(request, plan).map(PositionToken::position).orElse(0L);
        OptionalLong unchanged = request.getParameters().contains(AS_OF)
                ? OptionalLong.empty()
                : Preconditions.knownVersions(request)
                        .filter(version -> version > 0 && version >= seen)
                        .filter(version -> queries.isUnchanged(new PositionToken(plan, version)))
                        .findFirst();
        return unchanged.isPresent()
                ? Preconditions.unchanged(Preconditions.tag(unchanged.getAsLong()))
                : answer.apply(begin(request, plan));
    }

    /** As {@link #begin}, whatever moment the request names. */
    PlanReads present(HttpRequest<?> request, String plan) {
        if (!SubjectId.isSlug(plan)) {
            throw unknownPlan();
        }
        return token(request, plan)
                .map(queries::now)
                .orElseGet(() -> queries.now(plan))
                .orElseThrow(Reading::unknownPlan);
    }

    /** What the caller has seen of this plan, if it says so. */
    private static Optional<PositionToken> token(HttpRequest<?> request, String plan) {
        return Optional.ofNullable(request.getHeaders().get(POSITION))
                .map(header -> PositionToken.parse(header)
                        .orElseThrow(() -> new ProblemException(
                                Problem.Type.MALFORMED,
                                "Tracker-Position 不是本系统给出的值。",
                                "That Tracker-Position was not given by this system.")))
                .filter(token -> token.plan().equals(plan));
    }

    /** The plan as it was known at the moment in that parameter; as it is now where there is none. */
    PlanReads at(String parameter, HttpRequest<?> request, PlanReads now) {
        Instant at = Times.parse(parameter, request.getParameters().get(parameter));
        if (at == null) {
            return now;
        }
        if (at.isAfter(clock.instant()) && at.isAfter(now.latest().recordedAt())) {
            throw new ProblemException(Problem.Type.MOMENT_AHEAD, "该时刻尚未到来。", "That moment has not come yet.");
        }
        return queries.asOf(now.latest().id().plan(), at)
                .orElseThrow(() -> new ProblemException(
                        Problem.Type.BEFORE_THE_PLAN, "该时刻规划尚未登记。", "The plan was not registered yet at that moment."));
    }

    SubjectId subject(String plan, Kind kind, String id) {
        if (!SubjectId.isSlug(plan)) {
            throw unknownPlan();
        }
        if (!SubjectId.isSlug(id)) {
            throw unknownSubject().get();
        }
        return new SubjectId(plan, kind, id);
    }

    /** The subject that a body or a parameter names as kind/id; the plan itself where {@code name} is null. */
    SubjectId named(String plan, String name) {
        try {
            return name == null ? SubjectId.ofPlan(plan) : SubjectId.parse(plan + "/" + name);
        } catch (IllegalArgumentException noSuchForm) {
            throw unknownSubject().get();
        }
    }

    /** The kind whose plural a path names. */
    Kind kind(String collection) {
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.collection().equals(collection))
                .findFirst()
                .orElseThrow(unknownSubject());
    }

    /** The period that a path names. */
    Period period(String text) {
        return Period.parse(text)
                .orElseThrow(() ->
                        new ProblemException(Problem.Type.PERIOD_NOT_REPORTED, "没有这个时期。", "There is no such period."));
    }

    Supplier<ProblemException> unknownSubject() {
        return () -> new ProblemException(Problem.Type.UNKNOWN_SUBJECT, "规划中没有这个对象。", "The plan has no such subject.");
    }

    private static ProblemException unknownPlan() {
        return new ProblemException(Problem.Type.UNKNOWN_PLAN, "没有这个规划。", "There is no such plan.");
    }
}
