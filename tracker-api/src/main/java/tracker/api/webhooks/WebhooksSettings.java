package tracker.api.webhooks;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;
import java.util.List;

/**
 * Where webhooks may go and how hard is tried: {@code attempts} in all, with pauses from {@code firstRetry} to {@code longestRetry}.
 * {@code allowedHosts} may have private addresses too. {@code parallel} bounds the requests under way at once on a node.
 */
@ConfigurationProperties("tracker.webhooks")
public record WebhooksSettings(
        @Bindable(defaultValue = "false") boolean allowHttp,
        @Bindable(defaultValue = "") List<String> allowedHosts,
        @Bindable(defaultValue = "5s") Duration connectTimeout,
        @Bindable(defaultValue = "10s") Duration answerTimeout,
        @Bindable(defaultValue = "12") int attempts,
        @Bindable(defaultValue = "5s") Duration firstRetry,
        @Bindable(defaultValue = "3h") Duration longestRetry,
        @Bindable(defaultValue = "16") int parallel,
        @Bindable(defaultValue = "1000") int deadLetters,
        @Bindable(defaultValue = "24h") Duration secretOverlap,
        @Bindable(defaultValue = "50") int perPlan) {
    public WebhooksSettings {
        allowedHosts = allowedHosts.stream().filter(host -> !host.isBlank()).toList();
    }
}
