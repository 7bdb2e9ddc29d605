package tracker.api.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What differs from the contract is found: each kind of wrong answer is planted here. */
class ContractCheckerTest {
    private static final ContractChecker CHECKER = new ContractChecker(Contract.served());
    private static final String ME = "/api/v1/me";
    private static final String WEBHOOK = "/api/v1/plans/p/webhooks/w";
    private static final Map<String, String> PLAIN = Map.of("Content-Type", "application/json");

    private ObjectNode me;

    @BeforeEach
    void right() throws IOException {
        me = (ObjectNode) new YAMLMapper()
                .readTree("{user: Li Hua, role: auditor, department: null, rights: [read-views], ends: null}");
        assertThat(faults(200, PLAIN, me)).isEmpty();
    }

    @Test
    void aStatusThatIsNotInTheContract() {
        assertThat(faults(418, PLAIN, me)).containsExactly("status 418 is not in the contract");
    }

    @Test
    void aRequiredFieldThatIsMissing() {
        assertThat(planted(body -> body.remove("role")))
                .singleElement()
                .asString()
                .contains("body", "'role'");
    }

    @Test
    void aFieldMoreThanThereIs() {
        assertThat(planted(body -> body.put("colour", "red")))
                .singleElement()
                .asString()
                .contains("'colour'");
    }

    @Test
    void aFieldOfAnotherType() {
        assertThat(planted(body -> body.put("user", 7)))
                .singleElement()
                .asString()
                .contains("/user", "integer");
    }

    @Test
    void aFieldThatMayNotBeNull() {
        assertThat(planted(body -> body.putNull("user")))
                .singleElement()
                .asString()
                .contains("/user", "null");
    }

    @Test
    void aFieldOfAnotherForm() {
        assertThat(planted(body -> body.put("ends", "tomorrow")))
                .singleElement()
                .asString()
                .contains("/ends");
    }

    @Test
    void aContentTypeThatIsNotInTheContract() {
        assertThat(faults(200, Map.of("Content-Type", "text/plain"), me))
                .containsExactly("content type text/plain is not in the contract");
    }

    @Test
    void whatIsNoJson() {
        assertThat(CHECKER.faults(exchange("GET", ME, null, 200, PLAIN, "{\"user\":")))
                .singleElement()
                .asString()
                .startsWith("not JSON");
    }

    @Test
    void aHeaderThatIsMissingAndOneOfAnotherForm() {
        assertThat(CHECKER.faults(exchange("GET", WEBHOOK, null, 200, PLAIN, "{}")))
                .contains("header ETag is missing");
        Map<String, String> weak = Map.of("Content-Type", "application/json", "ETag", "7");
        assertThat(CHECKER.faults(exchange("GET", WEBHOOK, null, 200, weak, "{}")))
                .anySatisfy(fault -> assertThat(fault).startsWith("header ETag: "));
    }

    @Test
    void aBodyWhereThereIsNone() {
        assertThat(CHECKER.faults(exchange("DELETE", WEBHOOK, null, 204, PLAIN, "{}")))
                .containsExactly("a body where the contract has none");
    }

    @Test
    void aProblemOfATypeThatItDoesNotHave() {
        String problem = "{\"type\":\"/problems/stale-version\",\"title\":\"t\",\"status\":404,\"retryable\":false}";
        Map<String, String> headers = Map.of("Content-Type", "application/problem+json", "Content-Language", "en");
        assertThat(CHECKER.faults(exchange("GET", WEBHOOK, null, 404, headers, problem)))
                .anySatisfy(fault -> assertThat(fault).contains("/type"));
    }

    @Test
    void aRequestThatItForbidsAndThatWasAccepted() {
        String unknown = "{\"url\":\"https://example.com\",\"colour\":1}";
        assertThat(CHECKER.faults(exchange("PUT", WEBHOOK, unknown, 200, PLAIN, "{}")))
                .anySatisfy(fault -> assertThat(fault).startsWith("request: ").contains("'colour'"));
        assertThat(CHECKER.faults(exchange("PUT", WEBHOOK, "", 200, PLAIN, "{}")))
                .contains("a body is required by the contract, and was not");
        assertThat(CHECKER.faults(exchange("GET", ME + "?colour=1", null, 200, PLAIN, me.toString())))
                .containsExactly("query parameter colour is not in the contract");
    }

    @Test
    void whatItDoesNotKnowAndIsAnswered() {
        assertThat(CHECKER.faults(exchange("GET", "/api/v1/secrets", null, 200, PLAIN, "{}")))
                .containsExactly("not in the contract, yet answered 200");
    }

    private List<String> planted(Consumer<ObjectNode> change) {
        change.accept(me);
        return faults(200, PLAIN, me);
    }

    private static List<String> faults(int status, Map<String, String> headers, JsonNode body) {
        return CHECKER.faults(exchange("GET", ME, null, status, headers, body.toString()));
    }

    /** {@code sent} is a body in JSON, or null. */
    private static Exchange exchange(
            String method, String path, String sent, int status, Map<String, String> headers, String body) {
        return new Exchange(
                method,
                URI.create("http://localhost" + path),
                name -> Optional.ofNullable(sent == null ? null : PLAIN.get(name)),
                sent == null ? null : sent.getBytes(StandardCharsets.UTF_8),
                status,
                name -> Optional.ofNullable(headers.get(name)),
                body.getBytes(StandardCharsets.UTF_8));
    }
}
