package tracker.api.http;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.authentication.Authentication;
import java.time.LocalDate;
import java.util.concurrent.CompletionStage;
import tracker.api.access.Callers;
import tracker.api.access.Needs;
import tracker.api.access.Right;
import tracker.api.http.Operation.Trait;
import tracker.streams.domain.Kind;
import tracker.streams.domain.command.Intent;
import tracker.streams.domain.plan.Measure;
import tracker.streams.domain.view.View;

/** What is to be reached: targets, yearly plans, milestones. */
@Controller("/api/v1/plans/{plan}")
@Consumes(MediaType.APPLICATION_JSON)
@ExecuteOn(TaskExecutors.BLOCKING)
final class TargetController {
    private final Writing writing;
    private final Reading reading;

    TargetController(Writing writing, Reading reading) {
        this.writing = writing;
        this.reading = reading;
    }

    /** Assigns a delegated target, or sets targets for single years. */
    @Put("/indicators/{id}/target")
    @Needs(Right.ASSIGN)
    @Operation(
            value = "setTarget",
            traits = {Trait.WRITE, Trait.VERSIONED},
            problems = {Problem.Type.ADJUSTMENT_REQUIRED})
    @Takes(Requests.Target.class)
    @Answers(type = Writing.Written.class, state = View.IndicatorView.class)
    CompletionStage<HttpResponse<?>> target(
            HttpRequest<byte[]> request, Authentication caller, String plan, String id) {
        RequestBody body = RequestBody.parse(request);
        Intent intent = new Intent.SetTarget(
                body.labelled("measure", Measure.class),
                body.decimal("target"),
                body.decimal("targetHigh"),
                Definitions.yearlyTargets(body));
        String reason = body.text("reason");
        return writing.change(
                request,
                Callers.actor(caller),
                reading.subject(plan, Kind.INDICATOR, id),
                reason,
                body.finished(intent));
    }

    @Put("/projects/{id}/yearly-plan")
    @Needs(Right.ASSIGN)
    @Operation(
            value = "setYearlyPlan",
            traits = {Trait.WRITE, Trait.VERSIONED},
            problems = {Problem.Type.ADJUSTMENT_REQUIRED})
    @Takes(Requests.YearlyPlan.class)
    @Answers(type = Writing.Written.class, state = View.ProjectView.class)
    CompletionStage<HttpResponse<?>> yearlyPlan(
            HttpRequest<byte[]> request, Authentication caller, String plan, String id) {
        RequestBody body = RequestBody.parse(request);
        Intent intent = new Intent.SetYearlyPlan(Definitions.yearlyPlan(body, "years"));
        String reason = body.text("reason");
        return writing.change(
                request, Callers.actor(caller), reading.subject(plan, Kind.PROJECT, id), reason, body.finished(intent));
    }

    @Post("/projects/{id}/milestones")
    @Needs(Right.ASSIGN)
    @Operation(
            value = "planMilestone",
            traits = {Trait.WRITE, Trait.VERSIONED},
            problems = {Problem.Type.ADJUSTMENT_REQUIRED})
    @Takes(Requests.Milestone.class)
    @Answers(status = 201, type = Writing.Written.class, state = View.ProjectView.class)
    CompletionStage<HttpResponse<?>> milestone(
            HttpRequest<byte[]> request, Authentication caller, String plan, String id) {
        RequestBody body = RequestBody.parse(request);
        Intent intent = new Intent.PlanMilestone(Definitions.milestone(body));
        String reason = body.text("reason");
        return writing.write(
                request,
                Callers.actor(caller),
                reading.subject(plan, Kind.PROJECT, id),
                reason,
                body.finished(intent),
                HttpStatus.CREATED,
                null);
    }

    @Post("/projects/{id}/milestones/{milestone}/reached")
    @Needs(Right.REPORT)
    @Operation(
            value = "reachMilestone",
            traits = {Trait.WRITE, Trait.VERSIONED},
            problems = {Problem.Type.MILESTONE_REACHED})
    @Takes(Requests.MilestoneReached.class)
    @Answers(status = 201, type = Writing.Written.class, state = View.ProjectView.class)
    CompletionStage<HttpResponse<?>> reached(
            HttpRequest<byte[]> request, Authentication caller, String plan, String id, String milestone) {
        RequestBody body = RequestBody.parse(request);
        LocalDate reachedOn = body.requiredText("reachedOn") == null ? null : body.date("reachedOn");
        Intent intent = new Intent.ReachMilestone(
                milestone, reachedOn, body.decimal("value"), body.text("note"), ReportRequests.evidence(body));
        return writing.write(
                request,
                Callers.actor(caller),
                reading.subject(plan, Kind.PROJECT, id),
                null,
                body.finished(intent),
                HttpStatus.CREATED,
                null);
    }
}
