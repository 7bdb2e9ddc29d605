package tracker.api.http.wire;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * How patient the server is with a connection: {@code idleTimeout} until the head of the next request is whole, {@code bodyTimeout} from
 * there until its body is, {@code answerTimeout} while nothing is taken of an answer. {@code connections} bounds those to the API at once.
 */
@ConfigurationProperties("tracker")
public record WireSettings(
        @Bindable(defaultValue = "60s") Duration idleTimeout,
        @Bindable(defaultValue = "10m") Duration bodyTimeout,
        @Bindable(defaultValue = "2m") Duration answerTimeout,
        @Bindable(defaultValue = "10000") int connections,
        @Bindable(defaultValue = "false") boolean accessLog) {}
