package tracker.api.access.session;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/** How people sign in to the pages. {@code address} is where browsers find the tracker, as {@code https://tracker.example.org}. */
@ConfigurationProperties("tracker.login")
public record LoginSettings(
        @Nullable String address,
        @Bindable(defaultValue = "8h") Duration lifetime,
        @Bindable(defaultValue = "30") int attemptsPerMinute) {}
