package tracker.api.contract.generated;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tracker.api.contract.ContractChecker;
import tracker.api.contract.Exchange;
import tracker.api.contract.generated.Call.Expected;
import tracker.api.http.Problem;

/** Says what is wrong with an answer: by the contract, and by what is known of the request. */
public final class Judge {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** What is found in a field by its form alone: nobody who keeps to the schema hears of these. */
    private static final Set<String> OF_FORM = Set.of(
            "not-a-date",
            "not-a-flag",
            "not-a-list",
            "not-a-number",
            "not-a-text",
            "not-an-integer",
            "not-an-object",
            "required",
            "unknown-field",
            "unknown-word");

    /** Which changes there can be, the subject says; a decision's reference wants a reason; of some fields one is needed; only what is missing has no value. No schema says so. */
    private static final Pattern RELATED = Pattern.compile("/changes/.*|/reason|(/reports/\\d+)?(/value)?");

    private final ContractChecker contract;

    public Judge(JsonNode contract) {
        this.contract = new ContractChecker(contract);
    }

    /** What the contract does not allow in the request. */
    public List<String> forbidden(Call call) {
        return contract.forbidden(exchange(call, new Reply(0, List.of(), null)));
    }

    /** {@code operation} is what was meant: the request may have become another's. */
    public List<String> faults(ApiOperation operation, Call call, Reply reply) {
        List<String> faults = new ArrayList<>();
        boolean isUnavailable =
                reply.status() == 503 && reply.header("Retry-After").isPresent();
        if (reply.status() >= 500 && !isUnavailable) {
            faults.add("a fault of the tracker's own: " + reply.status());
        }
        faults.addAll(contract.faults(exchange(call, reply)));
        if (call.expected() == Expected.REFUSED && reply.isSuccess()) {
            faults.add("it should be refused");
        }
        if (reply.header("Content-Type").orElse("").startsWith("application/problem+json") && reply.body().length > 0) {
            problem(call, reply, faults);
        }
        if (call.expected() == Expected.ALLOWED) {
            allowed(operation, call, reply, faults);
        }
        return faults;
    }

    private void allowed(ApiOperation operation, Call call, Reply reply, List<String> faults) {
        boolean isKnown = call.caller() != Caller.UNKNOWN && call.caller() != Caller.NOBODY;
        if (!isKnown && !operation.isPublic() && reply.status() != 401) {
            faults.add("by nobody known: 401 is to be expected");
        }
        if (List.of(400, 405, 406, 413, 415).contains(reply.status())) {
            faults.add("the contract allows the request, and it is refused for its form");
        }
    }

    /** Its type is one that there is, its title what that type has in the language it says. */
    private static void problem(Call call, Reply reply, List<String> faults) {
        JsonNode problem;
        try {
            problem = JSON.readTree(reply.body());
        } catch (IOException noJson) {
            // The contract says so already.
            return;
        }
        Optional<Problem.Type> type = Arrays.stream(Problem.Type.values())
                .filter(one -> one.uri().equals(problem.path("type").asText()))
                .findFirst();
        String language = reply.header("Content-Language").orElse("");
        String title = problem.path("title").asText();
        if (type.isEmpty()) {
            faults.add("a problem of no type that there is");
        } else if (!title.equals(
                language.startsWith("zh")
                        ? type.get().title().zh()
                        : type.get().title().en())) {
            faults.add("the title is not that of its type in " + language);
        }
        String asked = call.header("Accept-Language");
        if (asked != null && List.of("zh", "en").contains(asked) && !language.startsWith(asked)) {
            faults.add("asked for " + asked + ", answered in " + language);
        }
        if (call.expected() == Expected.ALLOWED) {
            for (JsonNode error : problem.path("errors")) {
                if (OF_FORM.contains(error.path("code").asText())
                        && !RELATED.matcher(error.path("pointer").asText()).matches()) {
                    faults.add("the contract allows the request, and " + error.path("pointer")
                            + " is refused for its form");
                }
            }
        }
    }

    private static Exchange exchange(Call call, Reply reply) {
        return new Exchange(
                call.method(),
                uri(call.target()),
                name -> Optional.ofNullable(call.header(name)),
                call.body() == null ? new byte[0] : call.body(),
                reply.status(),
                reply::header,
                reply.body());
    }

    /** What is no address in the strict sense is one with the odd characters escaped. */
    private static URI uri(String target) {
        StringBuilder escaped = new StringBuilder("http://localhost");
        byte[] bytes = target.getBytes(StandardCharsets.ISO_8859_1);
        for (int i = 0; i < bytes.length; i++) {
            char one = (char) (bytes[i] & 0xFF);
            boolean isEscape = one == '%' && target.substring(i).matches("(?s)%[0-9A-Fa-f]{2}.*");
            boolean isPlain = one < 0x7F && (Character.isLetterOrDigit(one) || "-._~:/?@!$&'()*+,;=".indexOf(one) >= 0);
            escaped.append(isEscape || isPlain ? String.valueOf(one) : "%%%02X".formatted((int) one));
        }
        return URI.create(escaped.toString());
    }
}
