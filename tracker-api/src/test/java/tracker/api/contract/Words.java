package tracker.api.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What the contract says in words, in both languages; kept beside the generator, so that handlers stay short. */
final class Words {
    static final Map<String, String> KINDS =
            Map.of("indicators", "指标", "projects", "项目", "tasks", "专项", "assessments", "评估", "feedback", "意见", "", "");
    private static final YAMLMapper YAML = new YAMLMapper();

    private final JsonNode table;
    private final Set<String> unused = new HashSet<>();

    Words(String name) {
        table = read(name);
        table.fieldNames().forEachRemaining(unused::add);
    }

    static JsonNode read(String name) {
        try (InputStream in = Words.class.getResourceAsStream("/contract/" + name)) {
            return YAML.readTree(in);
        } catch (IOException cause) {
            throw new UncheckedIOException(name, cause);
        }
    }

    /** The entry of that key; without one the contract is not complete. */
    JsonNode of(String key) {
        JsonNode entry = table.path(key);
        if (entry.isMissingNode()) {
            throw new IllegalStateException("nothing is said of " + key + " in src/test/resources/contract");
        }
        unused.remove(key);
        return entry;
    }

    boolean has(String key) {
        return table.has(key);
    }

    /** Entries that nobody asked for. */
    Set<String> unused() {
        return Set.copyOf(unused);
    }
}
