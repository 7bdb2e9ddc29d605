package tracker.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The README's shell sessions as they stand there. Every section with a shell block is either run, or named here with the reason why not. */
record ReadmeSession(Map<String, Section> sections) {
    private static final Path README = Path.of("../README.md");
    private static final String BLOCK = "    ";
    private static final Pattern CLAIM = Pattern.compile("`(\"[^`]+)`");

    static final List<String> RUN = List.of("A first session", "The plan's cycle");

    static final Map<String, String> NOT_RUN = Map.ofEntries(
            Map.entry("Start", "builds and starts the tracker"),
            Map.entry("Signing in, and the identity provider", "settings, see OidcLoginIT"),
            Map.entry("The pages", "measures, see tracker.api.browser"),
            Map.entry("Performance", "measures, see tracker.api.bench"),
            Map.entry("Webhooks", "a receiver in the public internet, see WebhookIT"),
            Map.entry("The command line", "see CommandLineIT"),
            Map.entry("Proof", "see CommandLineIT and ProofIT"),
            Map.entry("Other brokers", "settings, see SecuredBrokerIT"),
            Map.entry("Several nodes", "settings, see ClusterIT"),
            Map.entry("A cluster", "builds and starts it, see ComposeIT"),
            Map.entry("Backup", "see BackupIT"));

    record Section(List<String> prose, List<String> shell) {}

    static ReadmeSession read() {
        Map<String, Section> sections = new LinkedHashMap<>();
        Section section = new Section(new ArrayList<>(), new ArrayList<>());
        boolean fenced = false;
        for (String line : lines()) {
            if (line.startsWith("## ")) {
                section = new Section(new ArrayList<>(), new ArrayList<>());
                sections.put(line.substring("## ".length()), section);
            }
            fenced ^= line.startsWith("```");
            if (line.startsWith(BLOCK) && !fenced) {
                section.shell().add(line.substring(BLOCK.length()));
            } else {
                section.prose().add(line);
            }
        }
        return new ReadmeSession(sections);
    }

    private static List<String> lines() {
        try {
            return Files.readAllLines(README);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    List<String> sectionsWithShell() {
        return sections.entrySet().stream()
                .filter(section -> !section.getValue().shell().isEmpty())
                .map(Map.Entry::getKey)
                .toList();
    }

    String script() {
        return run().flatMap(section -> section.shell().stream()).collect(Collectors.joining("\n", "", "\n"));
    }

    /** What the text says of the answers, digit for digit. */
    List<String> claims() {
        return run().map(section -> String.join("\n", section.prose()))
                .flatMap(text -> CLAIM.matcher(text).results())
                .map((MatchResult claim) -> claim.group(1))
                .toList();
    }

    private Stream<Section> run() {
        return RUN.stream().map(sections::get);
    }
}
