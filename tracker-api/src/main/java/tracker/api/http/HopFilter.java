package tracker.api.http;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Filter;
import io.micronaut.http.filter.HttpServerFilter;
import io.micronaut.http.filter.ServerFilterChain;
import io.micronaut.http.filter.ServerFilterPhase;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.RouteInfo;
import io.micronaut.web.router.UriRouteMatch;
import java.util.Optional;
import java.util.function.Supplier;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import tracker.api.NodeSettings;
import tracker.api.StartPhase;
import tracker.api.UnderWay;
import tracker.api.access.Callers;
import tracker.api.access.hop.HopPass;
import tracker.api.command.CommandGateway;
import tracker.api.peers.HopClient;
import tracker.api.peers.Place;
import tracker.api.peers.Places;
import tracker.streams.domain.Text;

/**
 * Lets any node answer any question: what is another node's to answer is handed on to it, once, and waits here while a plan moves from
 * node to node. What another node hands on is answered here or not at all (421), so that nothing goes in circles.
 */
@Filter("/api/**")
final class HopFilter implements HttpServerFilter {
    private final Places places;
    private final HopClient client;
    private final CallerAddresses addresses;
    private final Problems problems;
    private final NodeSettings settings;
    private final StartPhase phase;
    private final UnderWay underWay;

    HopFilter(
            Places places,
            HopClient client,
            CallerAddresses addresses,
            Problems problems,
            NodeSettings settings,
            StartPhase phase,
            UnderWay underWay) {
        this.phase = phase;
        this.underWay = underWay;
        this.places = places;
        this.client = client;
        this.addresses = addresses;
        this.problems = problems;
        this.settings = settings;
    }

    @Override
    public Publisher<MutableHttpResponse<?>> doFilter(HttpRequest<?> request, ServerFilterChain chain) {
        underWay.begun();
        return way(request, chain).doFinally(end -> underWay.ended());
    }

    private Mono<MutableHttpResponse<?>> way(HttpRequest<?> request, ServerFilterChain chain) {
        Optional<HopPass> pass = HopPass.of(request);
        if (pass.isPresent() && !phase.isAnswering()) {
            return Mono.just(misdirected());
        }
        if (pass.isEmpty() && !settings.answersApi()) {
            return Mono.just(problems.of(
                    request, Problem.Type.NOT_READY, new Text("本节点只应答其他节点。", "This node answers other nodes only.")));
        }
        Supplier<Place> place = places.hasPeers() ? place(request) : null;
        if (place == null) {
            return Mono.from(chain.proceed(request)).map(answer -> answer);
        }
        return pass.isPresent()
                ? answered(request, chain, place)
                : new HopJourney(request, chain, place, pass(request), client, problems, settings.hopWait()).begin();
    }

    /** For another node. */
    private Mono<MutableHttpResponse<?>> answered(
            HttpRequest<?> request, ServerFilterChain chain, Supplier<Place> place) {
        if (!(place.get() instanceof Place.Here)) {
            return Mono.just(misdirected());
        }
        return Mono.from(chain.proceed(request))
                .map(answer -> HopJourney.hasMoved(request, answer) ? misdirected() : answer);
    }

    private HopPass pass(HttpRequest<?> request) {
        Authentication caller = request.getUserPrincipal(Authentication.class).orElse(null);
        return new HopPass(
                caller == null ? null : Callers.actor(caller),
                caller == null ? null : Callers.ends(caller).orElse(null),
                addresses.of(request));
    }

    /** Null for what every node can answer. */
    @Nullable
    private Supplier<Place> place(HttpRequest<?> request) {
        UriRouteMatch<?, ?> match = RouteAttributes.getRouteMatch(request)
                .filter(UriRouteMatch.class::isInstance)
                .<UriRouteMatch<?, ?>>map(found -> (UriRouteMatch<?, ?>) found)
                .orElse(null);
        if (match == null) {
            return null;
        }
        Object plan = match.getVariableValues().get("plan");
        if (plan != null) {
            return () -> places.ofPlan(plan.toString());
        }
        RouteInfo<?> route = match.getRouteInfo();
        String named = route.getDeclaringType() == CommandController.class
                ? CommandGateway.planOf(String.valueOf(match.getVariableValues().get("id")))
                : null;
        return named == null ? null : () -> places.ofCommands(named);
    }

    private static MutableHttpResponse<?> misdirected() {
        return io.micronaut.http.HttpResponse.status(HttpStatus.MISDIRECTED_REQUEST);
    }

    /** Once it is known who asks, and that he may ask so often. */
    @Override
    public int getOrder() {
        return ServerFilterPhase.SECURITY.after() + 1;
    }
}
