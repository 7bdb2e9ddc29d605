package tracker.api.http;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.authentication.Authentication;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import tracker.api.access.Callers;
import tracker.api.access.Needs;
import tracker.api.access.Right;
import tracker.api.command.CommandGateway;
import tracker.api.http.Operation.Trait;
import tracker.api.view.PlanReads;
import tracker.streams.domain.Actor;
import tracker.streams.domain.Kind;
import tracker.streams.domain.SubjectId;
import tracker.streams.domain.command.Intent;
import tracker.streams.domain.view.View;

/** What people have to say of a plan, what is published of it, and what they are answered. */
@Controller("/api/v1/plans/{plan}/feedback")
@ExecuteOn(TaskExecutors.BLOCKING)
final class FeedbackController {
    private static final Map<String, String> FILTERS = Map.of("state", "state", "about", "about");

    private final Writing writing;
    private final Reading reading;
    private final FeedbackLimits limits;

    FeedbackController(Writing writing, Reading reading, FeedbackLimits limits) {
        this.writing = writing;
        this.reading = reading;
        this.limits = limits;
    }

    @Get
    @Needs(Right.READ_FEEDBACK)
    @Operation(
            value = "listFeedback",
            traits = {Trait.POSITION, Trait.AS_OF, Trait.CONDITIONAL, Trait.FIELDS, Trait.LIST})
    @Answers(type = View.FeedbackView.class, page = true)
    HttpResponse<?> list(HttpRequest<?> request, String plan) {
        return reading.whole(
                request,
                plan,
                reads -> Lists.answer(request, FILTERS, reads.position(), () -> reads.all(Kind.FEEDBACK)));
    }

    @Get("/{id}")
    @Needs(Right.READ_FEEDBACK)
    @Operation(
            value = "getFeedback",
            traits = {Trait.POSITION, Trait.AS_OF, Trait.CONDITIONAL, Trait.FIELDS},
            problems = {Problem.Type.UNKNOWN_SUBJECT})
    @Answers(type = View.FeedbackView.class)
    HttpResponse<?> one(HttpRequest<?> request, String plan, String id) {
        PlanReads reads = reading.begin(request, plan);
        SubjectId subject = reading.subject(plan, Kind.FEEDBACK, id);
        return Preconditions.answer(request, reads.one(subject).orElseThrow(reading.unknownSubject()));
    }

    /** Anybody may, so often; it is shown to the public once the planning office has published it. */
    @Post
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Right.POST_FEEDBACK)
    @Operation(
            value = "postFeedback",
            traits = {Trait.POSITION, Trait.WRITE, Trait.VERSIONED})
    @Takes(Requests.Feedback.class)
    @Answers(status = 201, type = Writing.Written.class, state = View.FeedbackView.class, headers = "Location")
    CompletionStage<HttpResponse<?>> post(HttpRequest<byte[]> request, @Nullable Authentication caller, String plan) {
        reading.begin(request, plan);
        Actor actor = Callers.actor(caller);
        RequestBody body = RequestBody.parse(request);
        Intent intent = body.finished(new Intent.PostFeedback(body.text("about"), body.requiredText("text")));
        limits.check(request, actor);
        // The same key is the same feedback: it must be of the same subject, to be known again.
        String key = Preconditions.idempotencyKey(request);
        String id = key == null
                ? CommandGateway.newSubjectId()
                : CommandGateway.subjectIdOf(actor.role().label() + "/" + actor.user() + "/" + key);
        SubjectId subject = reading.subject(plan, Kind.FEEDBACK, id);
        String location = "/api/v1/plans/" + plan + "/feedback/" + id;
        return writing.write(request, actor, subject, null, intent, HttpStatus.CREATED, location);
    }

    @Post("/{id}/moderation")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Right.MODERATE_FEEDBACK)
    @Operation(
            value = "moderateFeedback",
            traits = {Trait.WRITE, Trait.VERSIONED})
    @Takes(Requests.Moderation.class)
    @Answers(type = Writing.Written.class, state = View.FeedbackView.class)
    CompletionStage<HttpResponse<?>> moderate(
            HttpRequest<byte[]> request, Authentication caller, String plan, String id) {
        RequestBody body = RequestBody.parse(request);
        Boolean published = body.flag("published");
        if (published == null) {
            body.error("published", "required", "必填。", "It is required.");
        }
        String reason = body.text("reason");
        body.requireNothingElse();
        body.requireValid();
        return writing.change(
                request,
                Callers.actor(caller),
                reading.subject(plan, Kind.FEEDBACK, id),
                reason,
                new Intent.ModerateFeedback(published));
    }

    @Post("/{id}/answer")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Right.MODERATE_FEEDBACK)
    @Operation(
            value = "answerFeedback",
            traits = {Trait.WRITE, Trait.VERSIONED})
    @Takes(Requests.FeedbackAnswer.class)
    @Answers(type = Writing.Written.class, state = View.FeedbackView.class)
    CompletionStage<HttpResponse<?>> answer(
            HttpRequest<byte[]> request, Authentication caller, String plan, String id) {
        RequestBody body = RequestBody.parse(request);
        Intent intent = body.finished(new Intent.AnswerFeedback(body.requiredText("text")));
        return writing.change(request, Callers.actor(caller), reading.subject(plan, Kind.FEEDBACK, id), null, intent);
    }
}
