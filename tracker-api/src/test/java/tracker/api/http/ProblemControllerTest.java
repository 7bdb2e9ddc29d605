package tracker.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A type of problem that nobody has explained fails here. */
class ProblemControllerTest {
    private final ProblemController controller = new ProblemController();

    @ParameterizedTest
    @EnumSource
    void everyTypeIsExplainedInBothLanguages(Problem.Type type) throws Exception {
        byte[] answer = (byte[]) controller.one(type.label()).body();
        JsonNode explained = new ObjectMapper().readTree(answer);

        assertThat(explained.path("type").asText()).isEqualTo(type.uri());
        assertThat(explained.path("status").asInt()).isEqualTo(type.status().getCode());
        assertThat(explained.path("meaning").path("zh").asText()).containsPattern("\\p{IsHan}");
        assertThat(explained.path("meaning").path("en").asText()).doesNotContainPattern("\\p{IsHan}");
        assertThat(explained.path("meaning").path("en").asText()).endsWith(".");
    }
}
