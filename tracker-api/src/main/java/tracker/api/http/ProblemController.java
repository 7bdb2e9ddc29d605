package tracker.api.http;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tracker.api.access.Needs;
import tracker.api.access.Right;
import tracker.api.tables.TableLimits;
import tracker.api.tables.Tables;
import tracker.streams.codec.ViewJson;
import tracker.streams.domain.Labelled;
import tracker.streams.domain.Text;

/** What the types of problems mean and what to do about them, at the addresses that problems name, in both languages. */
@Controller("/problems")
@Needs(Right.READ_PUBLISHED)
final class ProblemController {
    private static final String TABLE = "/problems/meanings.csv";

    private final Map<String, Text> meanings = meanings();
    private final ViewJson json = new ViewJson();

    record Documented(String type, int status, boolean retryable, Text title, Text meaning) {}

    @Get
    @Operation("listProblems")
    @Answers(type = ProblemController.Documented.class, page = true)
    HttpResponse<?> all() {
        List<byte[]> items = Arrays.stream(Problem.Type.values())
                .map(type -> json.encode(documented(type)))
                .toList();
        return Json.ok(Json.page(items, null));
    }

    @Get("/{type}")
    @Operation(
            value = "getProblem",
            problems = {Problem.Type.NOT_FOUND})
    @Answers(type = ProblemController.Documented.class)
    HttpResponse<?> one(String type) {
        return Labelled.find(Problem.Type.class, type)
                .map(known -> Json.ok(json.encode(documented(known))))
                .orElseThrow(() ->
                        new ProblemException(Problem.Type.NOT_FOUND, "没有这种问题。", "There is no such type of problem."));
    }

    private Documented documented(Problem.Type type) {
        return new Documented(
                type.uri(), type.status().getCode(), type.isRetryable(), type.title(), meanings.get(type.label()));
    }

    private static Map<String, Text> meanings() {
        try (InputStream in = ProblemController.class.getResourceAsStream(TABLE)) {
            return Tables.read(TABLE, in, TableLimits.DEFAULT).get(0).rows().stream()
                    .collect(Collectors.toUnmodifiableMap(
                            row -> row.cell("type"), row -> new Text(row.cell("zh"), row.cell("en"))));
        } catch (IOException cause) {
            throw new UncheckedIOException(TABLE, cause);
        }
    }
}
