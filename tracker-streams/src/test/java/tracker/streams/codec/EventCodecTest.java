package tracker.streams.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tracker.streams.domain.Evidence;
import tracker.streams.domain.Given;
import tracker.streams.domain.Kind;
import tracker.streams.domain.ObservationStatus;
import tracker.streams.domain.Period;
import tracker.streams.domain.SubjectId;
import tracker.streams.domain.event.Event;
import tracker.streams.domain.event.Fact;
import tracker.streams.domain.event.Hash;
import tracker.streams.domain.event.Report;
import tracker.streams.domain.plan.Measure;
import tracker.streams.domain.plan.ProjectStatus;
import tracker.streams.domain.plan.Responsibility;
import tracker.streams.domain.plan.TaskDefinition;
import tracker.streams.domain.plan.TaskKind;

class EventCodecTest {
    private final EventCodec codec = new EventCodec();

    static List<Fact> facts() {
        return List.of(
                new Fact.PlanRegistered(Given.plan()),
                new Fact.IndicatorDefined(Given.indicator(Measure.LEVEL, "2820", "5000")),
                new Fact.IndicatorDefined(Given.indicator(Measure.DELEGATED, null, null)),
                new Fact.ProjectRegistered(Given.project("27.488")),
                new Fact.TaskRegistered(new TaskDefinition(TaskKind.WORKS, Given.text("工程", "works"), null)),
                new Fact.ResponsibilityAssigned(
                        new Responsibility("economy", List.of("works"), LocalDate.of(2025, 12, 31), "每季一报")),
                new Fact.ProgressReported(new Report.OfIndicator(
                        Period.of("2022-Q3"),
                        new BigDecimal("1.50"),
                        "亿元",
                        ObservationStatus.P,
                        "“引号”, comma\n",
                        List.of(new Evidence("a", null, "ab".repeat(32))))),
                new Fact.ReportCorrected(Given.value("2022", "3601"), "c0.1"),
                new Fact.ReportRetracted(Period.of("2022-H1"), "c0.1"),
                new Fact.ProgressReported(new Report.OfProject(
                        Period.of("2022"),
                        null,
                        "亿元",
                        new BigDecimal("30"),
                        ProjectStatus.COMPLETED,
                        null,
                        List.of())));
    }

    @ParameterizedTest
    @MethodSource("facts")
    void whatWasWrittenIsRead(Fact fact) {
        Event event = event(fact);

        assertThat(codec.decode(codec.encode(event))).isEqualTo(event);
    }

    /** Every fact has an example above: a new one that nobody encodes fails here. */
    @Test
    void everyFactIsCovered() {
        assertThat(facts().stream().map(Fact::getClass).distinct().map(Class::getSimpleName))
                .containsExactlyInAnyOrderElementsOf(java.util.Arrays.stream(Fact.class.getPermittedSubclasses())
                        .map(Class::getSimpleName)
                        .toList());
    }

    @Property
    void everyDigitIsKept(
            @ForAll @BigRange(min = "-999999999999999", max = "999999999999999") java.math.BigInteger unscaled,
            @ForAll @IntRange(min = -15, max = 30) int scale) {
        BigDecimal value = new BigDecimal(unscaled, scale);
        Event event = event(new Fact.ProgressReported(
                new Report.OfIndicator(Period.of("2022"), value, "亿元", ObservationStatus.A, null, List.of())));

        assertThat(codec.decode(codec.encode(event))).isEqualTo(event);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 9, 10, 11, 40, 80})
    void cutBytesAreUndecodable(int length) {
        byte[] whole = codec.encode(event(facts().get(6)));

        assertThatThrownBy(() -> codec.decode(java.util.Arrays.copyOf(whole, length)))
                .isInstanceOf(UndecodableException.class);
    }

    private static Event event(Fact fact) {
        return new Event(
                "c1.1",
                new SubjectId(Given.PLAN, Kind.INDICATOR, "I01"),
                1,
                1,
                Instant.parse("2023-02-01T00:00:00.123Z"),
                Given.ECONOMY,
                null,
                "key",
                "c1",
                Hash.NONE,
                fact);
    }
}
