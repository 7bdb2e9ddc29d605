package tracker.api.bench.beyond;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BeyondPageTest {
    @TempDir
    private Path directory;

    private Path page;
    private String before;

    @BeforeEach
    void lay() throws IOException {
        page = directory.resolve("beyond.md");
        before = Files.readString(Path.of("..", "docs", "beyond.md"));
        Files.writeString(page, before);
    }

    @Test
    void theTablesAreComputedAnewAndWhatPeopleWroteStays() throws IOException {
        BeyondPage.write(page, everything(1));
        String once = Files.readString(page);
        BeyondPage.write(page, everything(2));
        String twice = Files.readString(page);

        assertThat(once).contains("| e | an event with its key | 1.00 B | section 6 |");
        assertThat(twice)
                .contains("| e | an event with its key | 2.00 B | section 6 |")
                .isNotEqualTo(once);
        assertThat(words(twice)).isEqualTo(words(before));
    }

    @Test
    void whereSomethingWasNotMeasuredItStaysAsItIs() throws IOException {
        Map<String, Double> named = everything(1);
        named.remove(Figure.READ.key());
        BeyondPage.write(page, named);

        assertThat(page).hasContent(before);
    }

    private static Map<String, Double> everything(double value) {
        Map<String, Double> named = new HashMap<>();
        for (Figure figure : Figure.values()) {
            named.put(figure.key(), value);
        }
        return named;
    }

    private static String words(String page) {
        return page.replaceAll("(?m)^\\|.*\\n", "").replaceAll("\\n+", "\n");
    }
}
