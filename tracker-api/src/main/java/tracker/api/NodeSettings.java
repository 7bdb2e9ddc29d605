package tracker.api;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.bind.annotation.Bindable;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tracker.streams.domain.Labelled;
import tracker.streams.runtime.StreamsSettings.NodePath;

/** What a node is among others. {@code address} is where they reach it, null for one that is alone; {@code shared} is null where it shares nothing. */
@ConfigurationProperties("tracker")
public record NodeSettings(
        @Bindable(defaultValue = "node-1") String node,
        @Nullable String address,
        @Nullable String shared,
        @Bindable(defaultValue = "api,write,read") String roles,
        @Nullable Integer standbys,
        @Bindable(defaultValue = "20s") Duration hopWait,
        @Nullable Duration drain,
        @Bindable(defaultValue = "") String proxies) {
    private static final int STANDBYS = 1;
    private static final Duration DRAIN = Duration.ofSeconds(5);

    /** Where what all nodes must agree on lies: tokens, checkpoint keys, the key between nodes. */
    public Path sharedDirectory(TrackerSettings settings) {
        return shared == null
                ? settings.dataDirectory()
                : Path.of(shared).toAbsolutePath().normalize();
    }

    /** Whether it answers callers, and not other nodes alone. */
    public boolean answersApi() {
        return List.of(roles.split(",")).contains("api");
    }

    Set<NodePath> paths() {
        List<String> named = List.of(roles.split(","));
        return Arrays.stream(NodePath.values())
                .filter(path -> named.contains(Labelled.fromName(path)))
                .collect(Collectors.toUnmodifiableSet());
    }

    int copies() {
        return standbys != null ? standbys : address == null ? 0 : STANDBYS;
    }

    /** How long it still answers once it is stopped. */
    Duration draining() {
        return drain != null ? drain : address == null ? Duration.ZERO : DRAIN;
    }
}
