package tracker.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The repository's docker-compose.yml, by whichever compose command is installed: the engine's own, or the older one beside it. */
record ComposeFile(List<String> command) {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Duration SHORTLY = Duration.ofMinutes(1);
    private static final List<List<String>> COMMANDS = List.of(List.of("docker", "compose"), List.of("docker-compose"));

    /** Whether there is a compose command. */
    static boolean readable() {
        return installed().findAny().isPresent();
    }

    static ComposeFile find() {
        return new ComposeFile(installed().findFirst().orElseThrow());
    }

    private static Stream<List<String>> installed() {
        return COMMANDS.stream().filter(command -> Commands.run(
                        ROOT,
                        SHORTLY,
                        Stream.concat(command.stream(), Stream.of("version")).toArray(String[]::new))
                .done());
    }

    /** As compose reads it, services of all profiles among the rest, with {@code environment} put in. */
    JsonNode services(Map<String, String> environment) {
        Commands.Outcome config = run(SHORTLY, environment, "--profile", "registry", "config");
        if (!config.done()) {
            throw new IllegalStateException(config.output());
        }
        try {
            return new YAMLMapper().readTree(config.output()).path("services");
        } catch (IOException cause) {
            throw new UncheckedIOException(config.output(), cause);
        }
    }

    String image(String service) {
        return services(Map.of()).path(service).path("image").asText();
    }

    /** What our own image is built upon. */
    String base() {
        return services(Map.of()).at("/topics/build/args/BASE").asText();
    }

    Commands.Outcome run(Duration within, Map<String, String> environment, String... arguments) {
        return Commands.run(
                ROOT,
                within,
                environment,
                Stream.concat(command.stream(), Stream.of(arguments)).toArray(String[]::new));
    }
}
