package tracker.api.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The contract does not break what was released, and what would is found: each kind of such a change is planted here. */
class ContractChangesTest {
    private static final String REPORTS = "/paths/~1api~1v1~1plans~1{plan}~1indicators~1{id}~1reports";
    private static final JsonNode RELEASED = Contract.read("/contract/released/v1.yml");

    @Test
    void nothingThatWasReleasedIsBroken() {
        assertThat(ContractChanges.breaking(RELEASED, Contract.served()))
                .as(
                        "clients of the released contract would break; what is meant to be another contract gets another version")
                .isEmpty();
    }

    static Stream<Arguments> breaking() {
        return Stream.of(
                planted("a path is gone", "GET /api/v1/plans: is gone", now -> at(now, "/paths")
                        .remove("/api/v1/plans")),
                planted("an operation is gone", "/indicators/{id}/reports: is gone", now -> at(now, REPORTS)
                        .remove("post")),
                planted("a field of an answer is gone", "/pace: is gone", now -> {
                    at(now, "/components/schemas/IndicatorView/properties").remove("pace");
                    remove(now, "/components/schemas/IndicatorView/required", "pace");
                }),
                planted(
                        "a field of an answer may be absent",
                        "/unit: may be absent",
                        now -> remove(now, "/components/schemas/IndicatorView/required", "unit")),
                planted("a field of an answer has another type", "/unit: the type is another", now -> at(
                                now, "/components/schemas/IndicatorView/properties/unit")
                        .put("type", "integer")),
                planted("a field of an answer may be null", "/unit: the type is another", now -> at(
                                now, "/components/schemas/IndicatorView/properties/unit")
                        .putArray("type")
                        .add("string")
                        .add("null")),
                planted("a field of a request is required", "/note: is required", now -> ((ArrayNode)
                                now.at("/components/schemas/IndicatorReportRequest/required"))
                        .add("note")),
                planted("a new field of a request is required", "/colour: is required", now -> {
                    at(now, "/components/schemas/IndicatorReportRequest/properties")
                            .putObject("colour")
                            .put("type", "string");
                    ((ArrayNode) now.at("/components/schemas/IndicatorReportRequest/required")).add("colour");
                }),
                planted("a field of a request is gone", "/note: is gone", now -> at(
                                now, "/components/schemas/IndicatorReportRequest/properties")
                        .remove("note")),
                planted("a request's type is narrower", "/note: the type is another", now -> at(
                                now, "/components/schemas/IndicatorReportRequest/properties/note")
                        .put("type", "string")),
                planted("a request's limit is narrower", "/note: the maxLength is another", now -> at(
                                now, "/components/schemas/IndicatorReportRequest/properties/note")
                        .put("maxLength", 10)),
                planted(
                        "a word of a request is gone",
                        "the word \"F\" is gone",
                        now -> remove(now, "/components/schemas/ObservationStatus/enum", "F")),
                planted("a status is another", "the status 201 is gone", now -> {
                    ObjectNode responses = at(now, REPORTS + "/post/responses");
                    responses.set("200", responses.remove("201"));
                }),
                planted(
                        "a problem's status is another",
                        "/problems/period-already-reported has another status",
                        now -> {
                            ObjectNode responses = at(now, REPORTS + "/post/responses");
                            responses.set("410", responses.remove("409"));
                        }),
                planted("a header is gone", "201: the header ETag is gone", now -> at(
                                now, REPORTS + "/post/responses/201/headers")
                        .remove("ETag")),
                planted("a media type is no longer taken", "text/csv is no longer taken", now -> at(
                                now, "/paths/~1api~1v1~1plans~1{plan}~1imports/post/requestBody/content")
                        .remove("text/csv")),
                planted("an answer has another form", "it is no longer text/html", now -> at(
                                now, "/paths/~1docs/get/responses/200/content")
                        .remove("text/html")),
                planted("a parameter is gone", "the parameter limit is gone", now -> now.findParents("$ref").stream()
                        .filter(ref -> ref.path("$ref").asText().endsWith("parameters/limit"))
                        .forEach(ref -> ((ObjectNode) ref).put("$ref", "#/components/parameters/q"))),
                planted("a parameter is required", "the parameter asOf is required", now -> at(
                                now, "/components/parameters/asOf")
                        .put("required", true)),
                planted("a parameter is narrower", "limit: the maximum is another", now -> at(
                                now, "/components/parameters/limit/schema")
                        .put("maximum", 10)),
                planted("another right is needed", "needs another right", now -> at(now, REPORTS + "/post")
                        .put("x-right", "operate")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("breaking")
    void whatBreaksIsNamed(String change, String named, Consumer<JsonNode> plant) {
        JsonNode now = RELEASED.deepCopy();
        plant.accept(now);

        assertThat(ContractChanges.breaking(RELEASED, now))
                .anySatisfy(fault -> assertThat(fault).contains(named));
    }

    @Test
    void whatIsOnlyMoreBreaksNothing() {
        JsonNode now = RELEASED.deepCopy();
        at(now, "/paths").set("/api/v1/more", now.at("/paths/~1api~1v1~1plans"));
        at(now, "/components/schemas/IndicatorView/properties")
                .putObject("more")
                .put("type", "string");
        ((ArrayNode) now.at("/components/schemas/IndicatorView/required")).add("more");
        at(now, "/components/schemas/IndicatorReportRequest/properties")
                .putObject("more")
                .put("type", "string");
        at(now, "/components/schemas/IndicatorReportRequest/properties/note").put("maxLength", 5000);
        ((ArrayNode) now.at("/components/schemas/ObservationStatus/enum")).add("X");
        ((ArrayNode) now.at("/components/schemas/Rating/enum")).add("new-rating");
        at(now, "/components/parameters/limit/schema").put("maximum", 5000);
        at(now, REPORTS + "/post/responses").set("410", now.at(REPORTS + "/post/responses/400"));

        assertThat(ContractChanges.breaking(RELEASED, now)).isEmpty();
    }

    private static Arguments planted(String change, String named, Consumer<JsonNode> plant) {
        return Arguments.of(change, named, plant);
    }

    private static ObjectNode at(JsonNode document, String pointer) {
        return (ObjectNode) document.at(pointer);
    }

    private static void remove(JsonNode document, String pointer, String word) {
        ArrayNode list = (ArrayNode) document.at(pointer);
        for (int i = list.size() - 1; i >= 0; i--) {
            if (list.get(i).asText().equals(word)) {
                list.remove(i);
            }
        }
    }
}
