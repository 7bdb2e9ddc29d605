package tracker.api.contract.generated;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tracker.api.contract.Contract;
import tracker.api.contract.generated.Call.Expected;

/** What is said to be allowed is, what is changed mostly is not, every operation has its requests, and a wrong answer is found. */
class RequestsTest {
    private static final int EACH = 25;
    private static final JsonNode CONTRACT = Contract.served();
    private static final Caller SOMEBODY = new Caller("somebody", "a-token");
    private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");

    private final Requests requests = new Requests(CONTRACT, (operation, media) -> null);
    private final Judge judge = new Judge(CONTRACT);

    @Test
    void whatIsSaidToBeAllowedIs() {
        for (ApiOperation operation : requests.operations()) {
            for (int i = 0; i < EACH; i++) {
                Call call = allowed(operation, i);
                assertThat(judge.forbidden(call)).as("%s", call).isEmpty();
            }
        }
    }

    @Test
    void everyOperationIsChangedInEachWayThatItHas() {
        Map<String, Integer> forbidden = new TreeMap<>();
        for (ApiOperation operation : requests.operations()) {
            for (int i = 0; i < EACH; i++) {
                Draws draws = new Draws(i);
                Call call = requests.mutated(operation, requests.place(operation, draws), SOMEBODY, draws);
                assertThat(call.expected()).isNotEqualTo(Expected.ALLOWED);
                boolean is = call.expected() == Expected.REFUSED
                        || !judge.forbidden(call).isEmpty();
                forbidden.merge(operation.id(), is ? 1 : 0, Integer::sum);
            }
        }
        assertThat(forbidden).hasSameSizeAs(requests.operations());
        assertThat(forbidden.values()).as("%s", forbidden).allMatch(count -> count > 0);
        // Of those that take JSON a good part is none that the schema allows.
        assertThat(forbidden.get("reportIndicator")).isGreaterThan(EACH / 4);
        assertThat(forbidden.get("signIn")).isGreaterThan(EACH / 4);
    }

    @Test
    void theSameSeedMakesTheSameRequests() {
        Requests others = new Requests(CONTRACT, (operation, media) -> null);
        for (ApiOperation operation : requests.operations()) {
            for (int i = 0; i < 3; i++) {
                Draws one = Draws.of(7, i);
                Draws other = Draws.of(7, i);
                assertThat(requests.mutated(operation, requests.place(operation, one), SOMEBODY, one)
                                .toString())
                        .isEqualTo(others.mutated(operation, others.place(operation, other), SOMEBODY, other)
                                .toString());
            }
        }
        long different = IntStream.range(0, EACH)
                .mapToObj(i -> allowed(operation("reportIndicator"), i).toString())
                .distinct()
                .count();
        assertThat(different).isGreaterThan(EACH / 2);
    }

    @Test
    void plantedFaultsAreFound() {
        ApiOperation me = operation("getMe");
        Call call = allowed(me, 1);
        String right =
                "{\"user\":\"Li Hua\",\"role\":\"auditor\",\"department\":null,\"rights\":[\"read-views\"],\"ends\":null}";
        assertThat(judge.faults(me, call, reply(200, JSON, right))).isEmpty();
        assertThat(judge.faults(me, call, reply(200, JSON, right.replace("\"role\":\"auditor\",", ""))))
                .singleElement()
                .asString()
                .contains("'role'");
        assertThat(judge.faults(me, call, reply(418, JSON, right))).contains("status 418 is not in the contract");
        assertThat(judge.faults(me, call.as(Expected.REFUSED, "planted"), reply(200, JSON, right)))
                .containsExactly("it should be refused");
        Map<String, String> problem = Map.of("Content-Type", "application/problem+json", "Content-Language", "en");
        String internal =
                "{\"type\":\"/problems/internal\",\"title\":\"Internal error\",\"status\":500,\"retryable\":false}";
        assertThat(judge.faults(me, call.withoutHeader("Accept-Language"), reply(500, problem, internal)))
                .containsExactly("a fault of the tracker's own: 500");
        String unready = "{\"type\":\"/problems/not-ready\",\"title\":\"尚未就绪\",\"status\":503,\"retryable\":true}";
        assertThat(judge.faults(me, call.withoutHeader("Accept-Language"), reply(503, problem, unready)))
                .contains(
                        "a fault of the tracker's own: 503",
                        "header Retry-After is missing",
                        "the title is not that of its type in en");
        Call nobodys = new Call("GET", call.target(), call.headers(), null, Caller.NOBODY, Expected.ALLOWED, "planted");
        assertThat(judge.faults(me, nobodys, reply(200, JSON, right)))
                .containsExactly("by nobody known: 401 is to be expected");
    }

    @Test
    void formsAndPathsAndHeadersAreHeldAgainstTheContract() {
        Call form = allowed(operation("signIn"), 1)
                .withTarget("/login")
                .withHeader("Content-Type", "application/x-www-form-urlencoded");
        assertThat(judge.forbidden(form.withBody(bytes("token=x&next=%2Fdocs"))))
                .isEmpty();
        assertThat(judge.forbidden(form.withBody(bytes("next=%2F")))).isNotEmpty();
        assertThat(judge.forbidden(form.withBody(bytes("token=x&token=y")))).isNotEmpty();
        assertThat(judge.forbidden(form.withBody(bytes("token=x&colour=red")))).isNotEmpty();
        Call one = new Call(
                "GET", "/api/v1/plans/p/indicators/I01", List.of(), null, SOMEBODY, Expected.EITHER, "planted");
        assertThat(judge.forbidden(one)).isEmpty();
        assertThat(judge.forbidden(one.withTarget("/api/v1/plans/p/indicators/-I01")))
                .isNotEmpty();
        assertThat(judge.forbidden(one.withHeader("Tracker-Position", "x"))).isNotEmpty();
        assertThat(judge.forbidden(one.withTarget(one.target() + "?asOfVersion=1&asOfVersion=1")))
                .isNotEmpty();
    }

    private Call allowed(ApiOperation operation, int seed) {
        Draws draws = Draws.of(seed, seed);
        return requests.allowed(operation, requests.place(operation, draws), SOMEBODY, draws);
    }

    private ApiOperation operation(String id) {
        return requests.operations().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Reply reply(int status, Map<String, String> headers, String body) {
        return new Reply(
                status,
                headers.entrySet().stream()
                        .map(one -> new Header(one.getKey(), one.getValue()))
                        .toList(),
                bytes(body));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
