package tracker.streams.domain.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static tracker.streams.domain.Given.PLAN;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tracker.streams.domain.Frequency;
import tracker.streams.domain.Given;
import tracker.streams.domain.Kind;
import tracker.streams.domain.Period;
import tracker.streams.domain.SubjectId;
import tracker.streams.domain.event.Report;
import tracker.streams.domain.plan.Supervision;
import tracker.streams.domain.state.Head;
import tracker.streams.domain.state.InForce;
import tracker.streams.domain.state.Subject.PlanState;
import tracker.streams.domain.state.Tracked.ProjectState;

class DutiesTest {
    private static final Instant FIRST = Instant.parse("2023-02-01T00:00:00Z");

    /** A project that is to be reported on every quarter, and was on the periods named, a day after one another. */
    @ParameterizedTest
    @CsvSource({
        "2022-12, , ",
        "2022-Q3, 2023-02-01, ",
        "2022-Q4, , 2023-02-01",
        "2022-H2, , 2023-02-01",
        "2022, , 2023-02-01",
        "2022 2022-Q4, , 2023-02-01",
        "2022-12 2022-H2 2022, , 2023-02-02",
        "2022-H1 2022-Q3 2023-Q1, 2023-02-02, ",
    })
    void isDoneByTheFirstReportThatEndsWithItAndIsNoShorter(String reported, LocalDate third, LocalDate fourth) {
        Supervision quarterly = new Supervision(
                Supervision.DEFAULT.rules(),
                Supervision.DEFAULT.jumpMultiple(),
                null,
                Supervision.DEFAULT.evidenceFor(),
                Frequency.QUARTER,
                0,
                Supervision.DEFAULT.published());
        Head head = new Head(new SubjectId(PLAN, Kind.PROJECT, "P01"), 1, 1, FIRST);
        PlanState plan = new PlanState(head, Given.plan(quarterly), null, Set.of());
        SortedMap<Period, InForce<Report.OfProject>> reports = new TreeMap<>();
        for (String period : reported.split(" ")) {
            Report.OfProject report =
                    new Report.OfProject(Period.of(period), Given.decimal("1"), "亿元", null, null, null, List.of());
            reports.put(report.period(), new InForce<>(report, "e", FIRST.plusSeconds(86_400L * reports.size()), null));
        }
        ProjectState project = new ProjectState(head, Given.project("10"), null, null, reports, null, null);

        List<Duty> duties = Duties.of(plan, project);

        assertThat(duties).hasSize(20);
        assertThat(duties.get(6).period()).isEqualTo(Period.of("2022-Q3"));
        assertThat(duties.get(6).reportedOn()).isEqualTo(third);
        assertThat(duties.get(7).reportedOn()).isEqualTo(fourth);
    }
}
