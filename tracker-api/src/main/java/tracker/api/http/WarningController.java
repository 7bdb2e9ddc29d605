package tracker.api.http;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.Map;
import tracker.api.access.Needs;
import tracker.api.access.Right;
import tracker.api.http.Operation.Trait;
import tracker.streams.domain.view.WarningEntry;

/** The plan's early warnings, open and cleared. */
@Controller("/api/v1/plans/{plan}/warnings")
@ExecuteOn(TaskExecutors.BLOCKING)
@Needs(Right.READ_VIEWS)
final class WarningController {
    private static final Map<String, String> FILTERS =
            Map.of("state", "state", "rule", "rule", "department", "department", "kind", "kind", "subject", "subject");

    private final Reading reading;

    WarningController(Reading reading) {
        this.reading = reading;
    }

    /** Those that were acknowledged are open still. */
    @Get
    @Operation(
            value = "listWarnings",
            traits = {Trait.POSITION, Trait.AS_OF, Trait.CONDITIONAL, Trait.FIELDS, Trait.LIST})
    @Answers(type = WarningEntry.class, page = true)
    HttpResponse<?> warnings(HttpRequest<?> request, String plan) {
        return reading.whole(request, plan, reads -> Lists.answer(request, FILTERS, reads.position(), reads::warnings));
    }
}
