package tracker.api.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import tracker.api.words.Words;
import tracker.streams.domain.Kind;
import tracker.streams.domain.Labelled;
import tracker.streams.domain.Role;
import tracker.streams.domain.event.Assessment.AssessmentKind;
import tracker.streams.domain.plan.Collection;
import tracker.streams.domain.plan.ExpectedLine;
import tracker.streams.domain.plan.ProjectStatus;
import tracker.streams.domain.plan.TaskStatus;
import tracker.streams.domain.plan.WarningRule;
import tracker.streams.domain.rating.Rating;

/** The page's words are complete in both languages. */
class WordsTest {
    private final Words words = Words.read(Words.TERMS, "/report/words.csv");

    @Test
    void everyWordIsInBothLanguages() {
        assertThat(words.all()).allSatisfy((key, text) -> {
            assertThat(text.zh()).isNotBlank();
            assertThat(text.en()).isNotBlank().doesNotContainPattern("\\p{IsHan}|[\\u3000-\\u303F\\uFF00-\\uFFEF]");
        });
    }

    @Test
    void everyLabelThatAFigureCanHaveHasAWord() {
        has("kind", AssessmentKind.values());
        has("role", Role.values());
        has("rating", Rating.values());
        has("sign", Rating.values());
        has("rule", WarningRule.values());
        has("status", ProjectStatus.values());
        has("status", TaskStatus.values());
        has("collection", Collection.values());
        has("line", ExpectedLine.values());
        has("way", Trend.Way.values());
        has("subject", Kind.INDICATOR, Kind.PROJECT, Kind.TASK);
    }

    private void has(String family, Labelled... labels) {
        assertThat(words.all().keySet())
                .containsAll(Arrays.stream(labels)
                        .map(of -> family + "." + of.label())
                        .toList());
    }
}
