package tracker.api.http;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import jakarta.inject.Singleton;
import java.util.List;
import tracker.api.webhooks.WebhookRefusedException;
import tracker.streams.domain.Text;
import tracker.streams.domain.command.Refusal;

/** Says why something was not done to a webhook. */
@Singleton
final class WebhookProblems {
    private final Problems problems;

    WebhookProblems(Problems problems) {
        this.problems = problems;
    }

    HttpResponse<?> of(HttpRequest<?> request, WebhookRefusedException refused) {
        return switch (refused.why()) {
            case INVALID ->
                problems.of(
                        request,
                        ProblemException.invalid(refused.error().map(List::of).orElse(List.of())));
            case STALE_VERSION ->
                problems.of(
                        request,
                        new Refusal(
                                Refusal.Code.STALE_VERSION,
                                new Text("网络回调已被他人更改。", "Somebody has changed the webhook meanwhile."),
                                List.of(),
                                refused.currentVersion()));
            case UNKNOWN_WEBHOOK ->
                problems.of(request, Problem.Type.UNKNOWN_WEBHOOK, new Text("没有这个网络回调。", "There is no such webhook."));
            case UNKNOWN_DELIVERY ->
                problems.of(
                        request,
                        Problem.Type.UNKNOWN_DELIVERY,
                        new Text("死信中没有这条消息。", "No such message is among the dead letters."));
            case TOO_MANY_WEBHOOKS ->
                problems.of(
                        request,
                        Problem.Type.TOO_MANY_WEBHOOKS,
                        new Text("规划的网络回调已达上限。", "The plan has as many webhooks as it may have."));
            case BUSY ->
                problems.of(
                        request,
                        Problem.Type.TOO_MANY_REQUESTS,
                        new Text("正在进行的测试过多，请稍后再试。", "Too many tests are under way; try again shortly."));
        };
    }
}
