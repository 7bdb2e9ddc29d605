package tracker.api.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tracker.api.tables.Row;
import tracker.streams.domain.Evidence;
import tracker.streams.domain.Kind;
import tracker.streams.domain.Period;
import tracker.streams.domain.SubjectId;
import tracker.streams.domain.event.Report;
import tracker.streams.domain.plan.ProjectDefinition;
import tracker.streams.domain.plan.ProjectStatus;

/** Half-yearly reports on the projects, each until it is over. */
final class ProjectStories {
    private static final Set<ProjectStatus> OVER = EnumSet.of(ProjectStatus.COMPLETED, ProjectStatus.CANCELLED);

    private final Script script;
    private final Map<String, Row> scripted =
            DemoTables.rows("projects").stream().collect(Collectors.toMap(row -> row.cell("id"), row -> row));

    ProjectStories(Script script) {
        this.script = script;
    }

    void tell() {
        script.plan.projects().forEach(this::tell);
    }

    /** As it is written down, or else drawn; the same each time. */
    ProjectProfile profile(String id) {
        Row row = scripted.get(id);
        return row == null ? ProjectProfile.drawn(Draws.of("profile/" + id)) : ProjectProfile.of(row);
    }

    private void tell(String id, ProjectDefinition project) {
        SubjectId subject = DemoPlan.subject(Kind.PROJECT, id);
        Draws draws = Draws.of(subject.key());
        ProjectProfile profile = profile(id);
        boolean over = false;
        for (int half = 1; half <= ProjectProfile.HALVES && !over; half++) {
            Period period = ProjectProfile.period(half);
            LocalDate day =
                    script.sheetDay(draws, subject, period, DemoPlan.PROJECT_ALLOWANCE_DAYS, scripted.containsKey(id));
            // Nobody reports what nobody answers for.
            if (day == null || script.departments.of(subject, day) == null) {
                continue;
            }
            Report.OfProject truth = truth(draws, id, project, profile, half);
            boolean slips = half == profile.slipHalf();
            Report.OfProject first = slips ? slipped(truth, profile.slipPercent()) : truth;
            Mishap mishap = slips ? Mishap.SLIP : draws.percent(1) ? Mishap.RETRACT : Mishap.NONE;
            mishap.tell(script, draws, subject, day, first, truth);
            over = OVER.contains(truth.status());
        }
    }

    private Report.OfProject truth(
            Draws draws, String id, ProjectDefinition project, ProjectProfile profile, int half) {
        Period period = ProjectProfile.period(half);
        ProjectStatus status = profile.status(half);
        List<Evidence> evidence = draws.percent(70) ? DemoEvidence.of(draws, id, period.toString()) : List.of();
        return new Report.OfProject(
                period,
                profile.invested(project, half),
                project.unit(),
                BigDecimal.valueOf(profile.percent(half)),
                status,
                script.notes.one(draws, status.name().toLowerCase(Locale.ROOT)),
                evidence);
    }

    private static Report.OfProject slipped(Report.OfProject truth, int percent) {
        BigDecimal invested = truth.invested()
                .multiply(BigDecimal.valueOf(percent, 2))
                .setScale(truth.invested().scale(), RoundingMode.HALF_UP);
        return new Report.OfProject(
                truth.period(),
                invested,
                truth.unit(),
                truth.percentComplete(),
                truth.status(),
                truth.note(),
                truth.evidence());
    }
}
