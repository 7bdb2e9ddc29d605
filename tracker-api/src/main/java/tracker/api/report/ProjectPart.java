package tracker.api.report;

import java.time.LocalDate;
import java.util.List;
import tracker.api.report.ProjectsPart.InvestmentRow;
import tracker.streams.domain.Text;
import tracker.streams.domain.event.Assessment;
import tracker.streams.domain.event.Assessment.SubjectFigures;
import tracker.streams.domain.plan.PlanDefinition;
import tracker.streams.domain.plan.ProjectDefinition;
import tracker.streams.domain.plan.WarningRule;
import tracker.streams.domain.plan.YearlyPlan;
import tracker.streams.domain.state.Tracked.ProjectState;

/** The one project that an expert opinion is on: frozen figures, and its yearly plan (in {@code unit}) as it stands. */
public record ProjectPart(
        Figure figure,
        Text owner,
        LocalDate start,
        LocalDate end,
        Text unit,
        InvestmentRow investment,
        List<WarningRule> warnings,
        AsItStands.Lead lead,
        List<YearlyPlan> years) {
    /** Null where no figures of a project were frozen. */
    static ProjectPart of(Assessment assessment, AsItStands plan) {
        return assessment.figures().subjects().stream()
                .filter(of -> of.subject().equals(assessment.about()))
                .filter(of -> plan.subject(of.subject()) instanceof ProjectState)
                .findFirst()
                .map(of -> of(assessment, of, (ProjectState) plan.subject(of.subject()), plan))
                .orElse(null);
    }

    private static ProjectPart of(Assessment assessment, SubjectFigures of, ProjectState project, AsItStands plan) {
        ProjectDefinition definition = project.definition();
        PlanDefinition whole = plan.definition();
        return new ProjectPart(
                Figure.of(of, plan),
                definition.owner(),
                definition.start() == null ? whole.start() : definition.start(),
                definition.end() == null ? whole.end() : definition.end(),
                plan.unit(definition.unit()),
                assessment.figures().investments().stream()
                        .findFirst()
                        .map(investment -> ProjectsPart.row(plan.category(investment.category()), investment, plan))
                        .orElse(null),
                of.warnings(),
                plan.lead(of.subject()),
                project.yearlyPlan());
    }
}
