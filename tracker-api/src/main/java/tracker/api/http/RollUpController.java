package tracker.api.http;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tracker.api.access.Needs;
import tracker.api.access.Right;
import tracker.api.http.Operation.Trait;
import tracker.streams.domain.plan.PlanDefinition;
import tracker.streams.domain.view.Calendar;
import tracker.streams.domain.view.PlanSnapshot;
import tracker.streams.domain.view.RollUp;
import tracker.streams.domain.view.RollUps;

/** Subjects put together by goal, category, industry, department or owner; what is due when; what nobody answers for. */
@Controller("/api/v1/plans/{plan}")
@ExecuteOn(TaskExecutors.BLOCKING)
@Needs(Right.READ_VIEWS)
final class RollUpController {
    private final Reading reading;

    RollUpController(Reading reading) {
        this.reading = reading;
    }

    /** A list answer; absent on its last page is {@code next}, and these have one page. */
    record Items(List<?> items) {}

    @Get("/goals/{id}")
    @Operation(
            value = "getGoal",
            traits = {Trait.POSITION, Trait.AS_OF, Trait.CONDITIONAL, Trait.FIELDS},
            problems = {Problem.Type.UNKNOWN_SUBJECT})
    @Answers(type = RollUp.class)
    HttpResponse<?> goal(HttpRequest<?> request, String plan, String id) {
        return answer(request, plan, snapshot -> RollUps.goal(snapshot, id));
    }

    @Get("/categories/{id}")
    @Operation(
            value = "getCategory",
            traits = {Trait.POSITION, Trait.AS_OF, Trait.CONDITIONAL, Trait.FIELDS},
            problems = {Problem.Type.UNKNOWN_SUBJECT})
    @Answers(type = RollUp.class)
    HttpResponse<?> category(HttpRequest<?> request, String plan, String id) {
        return answer(request, plan, snapshot -> RollUps.category(snapshot, id));
    }

    @Get("/departments/{id}")
    @Operation(
            value = "getDepartment",
            traits = {Trait.POSITION, Trait.AS_OF, Trait.CONDITIONAL, Trait.FIELDS},
            problems = {Problem.Type.UNKNOWN_SUBJECT})
    @Answers(type = RollUp.class)
    HttpResponse<?> department(HttpRequest<?> request, String plan, String id) {
        return answer(request, plan, snapshot -> RollUps.department(snapshot, id));
    }

    @Get("/departments")
    @Operation(
            value = "listDepartments",
            traits = {Trait.POSITION, Trait.AS_OF, Trait.CONDITIONAL, Trait.FIELDS})
    @Answers(type = RollUp.class, page = true)
    HttpResponse<?> departments(HttpRequest<?> request, String plan) {
        return answer(
                request,
                plan,
                snapshot -> Optional.of(new Items(snapshot.plan().definition().departments().stream()
                        .map(department ->
                                RollUps.department(snapshot, department.id()).orElseThrow())
                        .map(RollUpController::withoutItems)
                        .toList())));
    }

    @Get("/industries")
    @Operation(
            value = "getIndustries",
            traits = {Trait.POSITION, Trait.AS_OF, Trait.CONDITIONAL, Trait.FIELDS})
    @Answers(type = RollUp.class)
    HttpResponse<?> industries(HttpRequest<?> request, String plan) {
        return answer(request, plan, snapshot -> Optional.of(RollUps.industries(snapshot)));
    }

    @Get("/industries/{id}")
    @Operation(
            value = "getIndustry",
            traits = {Trait.POSITION, Trait.AS_OF, Trait.CONDITIONAL, Trait.FIELDS},
            problems = {Problem.Type.UNKNOWN_SUBJECT})
    @Answers(type = RollUp.class)
    HttpResponse<?> industry(HttpRequest<?> request, String plan, String id) {
        return answer(request, plan, snapshot -> RollUps.industry(snapshot, id));
    }

    @Get("/owners")
    @Operation(
            value = "listOwners",
            traits = {Trait.POSITION, Trait.AS_OF, Trait.CONDITIONAL, Trait.FIELDS})
    @Answers(type = RollUp.class, page = true)
    HttpResponse<?> owners(HttpRequest<?> request, String plan) {
        return answer(
                request,
                plan,
                snapshot -> Optional.of(new Items(RollUps.owners(snapshot).stream()
                        .map(RollUpController::withoutItems)
                        .toList())));
    }

    /** An owner is known by its Chinese name. */
    @Get("/owners/{name}")
    @Operation(
            value = "getOwner",
            traits = {Trait.POSITION, Trait.AS_OF, Trait.CONDITIONAL, Trait.FIELDS},
            problems = {Problem.Type.UNKNOWN_SUBJECT})
    @Answers(type = RollUp.class)
    HttpResponse<?> owner(HttpRequest<?> request, String plan, String name) {
        return answer(request, plan, snapshot -> RollUps.owner(snapshot, name));
    }

    /** Without {@code from} and {@code to} it is the whole plan. */
    @Get("/calendar")
    @Operation(
            value = "getCalendar",
            traits = {Trait.POSITION, Trait.AS_OF, Trait.CONDITIONAL, Trait.FIELDS})
    @Answers(type = Calendar.Entry.class, page = true)
    HttpResponse<?> calendar(
            HttpRequest<?> request,
            String plan,
            @Nullable @QueryValue String department,
            @Nullable @QueryValue String from,
            @Nullable @QueryValue String to) {
        LocalDate first = day("from", from);
        LocalDate last = day("to", to);
        return answer(request, plan, snapshot -> {
            PlanDefinition definition = snapshot.plan().definition();
            return Optional.of(new Items(Calendar.of(
                    snapshot,
                    department,
                    first == null ? definition.start().minusYears(1) : first,
                    last == null ? definition.end().plusYears(1) : last)));
        });
    }

    /** What has no lead department, or only an example of one. */
    @Get("/unassigned")
    @Operation(
            value = "listUnassigned",
            traits = {Trait.POSITION, Trait.AS_OF, Trait.CONDITIONAL, Trait.FIELDS})
    @Answers(type = RollUp.class)
    HttpResponse<?> unassigned(HttpRequest<?> request, String plan) {
        return answer(request, plan, snapshot -> Optional.of(RollUps.unassigned(snapshot)));
    }

    private HttpResponse<?> answer(HttpRequest<?> request, String plan, Function<PlanSnapshot, Optional<?>> of) {
        return reading.whole(
                request,
                plan,
                reads -> Preconditions.answer(request, reads.derived(of).orElseThrow(reading.unknownSubject())));
    }

    private static RollUp withoutItems(RollUp whole) {
        return new RollUp(
                whole.standing(),
                whole.group(),
                whole.groupId(),
                whole.name(),
                whole.count(),
                whole.ratings(),
                whole.statuses(),
                whole.investment(),
                whole.warnings(),
                whole.discipline(),
                whole.parts(),
                List.of());
    }

    /** Null stays null. */
    private static LocalDate day(String name, String text) {
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeParseException notADay) {
            throw new ProblemException(
                    Problem.Type.MALFORMED, name + " 须形如 2025-12-31。", name + " is written 2025-12-31.");
        }
    }
}
