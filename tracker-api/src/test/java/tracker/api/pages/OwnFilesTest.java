package tracker.api.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tracker.api.words.Language;

/** The files of the pages as they are served. */
class OwnFilesTest {
    private static final Pattern ROUTE =
            Pattern.compile("'?([\\w-]*)'?: \\{ load: \\(\\) => import\\('[^']+'\\), list: '[\\w-]+'(, one: )?");
    private static final Pattern IMPORT = Pattern.compile("(?:from|import\\()\\s*'(\\.[^']+)'");

    private final OwnFiles files = new OwnFiles();
    private final BrowserModules modules = new BrowserModules();

    @Test
    void theScriptsKnowTheSamePagesAsTheServer() {
        Set<String> routes = new TreeSet<>();
        ROUTE.matcher(source("shell/routes.js")).results().forEach(found -> {
            String page = found.group(1);
            routes.add(page);
            if (!page.isEmpty()) {
                assertThat(Pages.exists(page)).as(page).isTrue();
                assertThat(Pages.hasSubjects(page)).as(page).isEqualTo(found.group(2) != null);
            }
        });
        assertThat(routes).hasSize(Pages.names().size() + 1).containsAll(Pages.names());
    }

    @Test
    void everythingThatIsImportedIsThere() {
        for (String name : files.names()) {
            if (name.endsWith(".js")) {
                IMPORT.matcher(source(name))
                        .results()
                        .map(found -> Path.of(name)
                                .resolveSibling(found.group(1))
                                .normalize()
                                .toString())
                        .forEach(imported -> assertThat(files.find(imported))
                                .as(name + " imports " + imported)
                                .isPresent());
            }
        }
    }

    @Test
    void aVersionIsOfTheBytes() {
        assertThat(files.version()).hasSize(16).isEqualTo(new OwnFiles().version());
    }

    @Test
    void modulesAreThoseOfTheMapAndNothingElse() {
        assertThat(modules.imports("/modules/")).containsEntry("lit", "/modules/lit/3.3.1/index.js");
        assertThat(modules.find("lit/3.3.1/index.js")).isPresent();
        for (String not : List.of(
                "../application.yml",
                "lit/3.3.1/../../../application.js",
                "lit/3.3.1/package.json",
                "other/1/x.js",
                "",
                "/")) {
            assertThat(modules.find(not)).as(not).isEmpty();
        }
    }

    @Test
    void theShellRunsNothingButWhatItNames() {
        Shell shell = new Shell(files, modules);
        assertThat(shell.html(Language.ZH, false)).contains("lang=\"zh-CN\"").doesNotContain("data-known");
        assertThat(shell.html(Language.EN, true)).contains("lang=\"en\" data-known");
        assertThat(shell.policy()).doesNotContain("unsafe");
    }

    private String source(String name) {
        return new String(files.find(name).orElseThrow().bytes(), StandardCharsets.UTF_8);
    }
}
