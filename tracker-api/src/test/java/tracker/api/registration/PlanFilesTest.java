package tracker.api.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tracker.streams.domain.command.Intent;
import tracker.streams.domain.plan.IndicatorDefinition;

/** The first plan's files against the checks that its source gives. */
class PlanFilesTest {
    private final List<Intent.Item> entries =
            PlanFiles.ofResources("/plans/changsha-hitech-14fyp").items();

    @Test
    void holdsWhatThePlanHolds() {
        assertThat(entries.stream()
                        .collect(Collectors.groupingBy(
                                entry -> entry.intent().getClass().getSimpleName(), Collectors.counting())))
                .containsEntry("RegisterPlan", 1L)
                .containsEntry("DefineIndicator", 60L)
                .containsEntry("RegisterProject", 91L)
                .containsEntry("RegisterTask", 9L)
                .containsEntry("AssignResponsibility", 151L)
                .containsEntry("PlanMilestone", 8L);
    }

    @Test
    void theFourPartsOfNewGenerationItAddUpToTheirParent() {
        BigDecimal parts = indicators().stream()
                .filter(indicator -> "N-new-generation-it".equals(indicator.parent()))
                .map(IndicatorDefinition::target)
                .reduce(BigDecimal.ZERO, BigDecimal::add);

        assertThat(parts).isEqualByComparingTo("2000");
    }

    @Test
    void everyNameIsInBothLanguages() {
        assertThat(indicators())
                .allSatisfy(indicator -> assertThat(indicator.name().zh()).isNotBlank())
                .allSatisfy(indicator ->
                        assertThat(indicator.name().en()).isNotBlank().doesNotContainPattern("\\p{IsHan}"));
    }

    private List<IndicatorDefinition> indicators() {
        return entries.stream()
                .map(Intent.Item::intent)
                .filter(Intent.DefineIndicator.class::isInstance)
                .map(intent -> ((Intent.DefineIndicator) intent).definition())
                .toList();
    }
}
