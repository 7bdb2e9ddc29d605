package tracker.api.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tracker.api.contract.Contract;
import tracker.streams.domain.Role;

/** docs/rights.md against the table of rights in the code and the routes of the contract. */
class RightsDocumentTest {
    private static final Path DOCUMENT = Path.of("../docs/rights.md");
    private static final List<Role> ROLES = Arrays.stream(Role.values())
            .filter(role -> !Rights.of(role).isEmpty())
            .toList();

    /** To write it anew: mvn test -Dtest=RightsDocumentTest -Dsurefire.failIfNoSpecifiedTests=false -Drights.write=true. */
    @Test
    void theDocumentShowsTheTableAndTheRoutes() throws IOException {
        String document = document();
        if (Boolean.getBoolean("rights.write")) {
            Files.writeString(DOCUMENT, document);
        }

        assertThat(Files.readString(DOCUMENT)).isEqualTo(document);
    }

    @Test
    void everyRightIsAskedForByARouteAndHeldBySomebody() {
        List<String> asked = routes().map(Route::right).toList();

        assertThat(EnumSet.complementOf(EnumSet.of(Right.BE_A_NODE))).allSatisfy(right -> {
            assertThat(asked).contains(right.label());
            assertThat(ROLES).anyMatch(role -> Rights.of(role).contains(right));
        });
    }

    private record Route(String method, String path, String right, String summary) {
        String row() {
            return "| `%s %s` | `%s` | %s |".formatted(method, path, right, summary);
        }
    }

    private static String document() {
        List<String> lines = new ArrayList<>(List.of(
                "# Rights · 权限",
                "",
                "Who may do what. A department acts for what it leads or assists; that is decided with the subject. Written from the code.",
                "各角色的权限。部门限于本部门牵头或协办的对象。本页由代码生成。",
                "",
                "| right · 权限 | what · 含义 | " + ROLES.stream().map(Role::label).collect(Collectors.joining(" | "))
                        + " |",
                "| --- | --- |" + " :-: |".repeat(ROLES.size())));
        for (Right right : Right.values()) {
            lines.add("| `%s` | %s · %s | %s |"
                    .formatted(
                            right.label(),
                            right.meaning().en(),
                            right.meaning().zh(),
                            ROLES.stream()
                                    .map(role -> Rights.of(role).contains(right) ? "yes · 是" : "")
                                    .collect(Collectors.joining(" | "))));
        }
        lines.addAll(
                List.of("", "## Routes · 路由", "", "| route · 路由 | right · 权限 | what · 含义 |", "| --- | --- | --- |"));
        routes().map(Route::row).forEach(lines::add);
        return String.join("\n", lines) + "\n";
    }

    /** HEAD goes with its GET. */
    private static Stream<Route> routes() {
        List<Route> routes = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : Contract.served().path("paths").properties()) {
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                String right = operation.getValue().path("x-right").asText("");
                if (!right.isEmpty() && !operation.getKey().equals("head")) {
                    routes.add(new Route(
                            operation.getKey().toUpperCase(Locale.ROOT),
                            path.getKey(),
                            right,
                            operation.getValue().path("summary").asText()));
                }
            }
        }
        return routes.stream();
    }
}
