package tracker.streams.domain.command;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tracker.streams.domain.SubjectId;
import tracker.streams.domain.event.Assessment;
import tracker.streams.domain.event.Assessment.AssessmentKind;
import tracker.streams.domain.event.Assessment.GoalCounts;
import tracker.streams.domain.event.Assessment.Investment;
import tracker.streams.domain.event.Assessment.SubjectFigures;
import tracker.streams.domain.event.Fact;
import tracker.streams.domain.event.Report;
import tracker.streams.domain.plan.PlanDefinition;
import tracker.streams.domain.rating.Progress;
import tracker.streams.domain.rating.Rating;
import tracker.streams.domain.state.Subject;
import tracker.streams.domain.state.Subject.PlanState;
import tracker.streams.domain.state.Tracked;
import tracker.streams.domain.state.Tracked.IndicatorState;
import tracker.streams.domain.state.Tracked.ProjectState;
import tracker.streams.domain.state.Tracked.TaskState;
import tracker.streams.domain.state.Verdicts;

/** Assessments: a judgement, and the figures that it was made on, which nothing that comes later changes. */
final class Assessing {
    private static final int MAX_TEXT = 20_000;
    private static final int MAX_VERDICT = 200;

    private Assessing() {}

    static Decision decide(Subjects subjects, Intent.RecordAssessment record) {
        PlanState plan = subjects.plan();
        List<FieldError> errors = errors(subjects, record);
        if (!errors.isEmpty()) {
            return new Decision.Refused(Refusal.invalid(errors));
        }
        List<Tracked> assessed = new ArrayList<>();
        SubjectId about =
                record.about() == null ? null : Handling.named(plan.head().id().plan(), record.about());
        for (Subject subject : subjects.all()) {
            if (subject instanceof Tracked tracked
                    && (about == null || subject.head().id().equals(about))) {
                assessed.add(tracked);
            }
        }
        return Decision.accept(new Fact.AssessmentRecorded(new Assessment(
                record.kind(),
                record.year(),
                record.about(),
                record.verdict(),
                record.text(),
                freeze(plan, assessed))));
    }

    private static List<FieldError> errors(Subjects subjects, Intent.RecordAssessment record) {
        PlanDefinition plan = subjects.plan().definition();
        List<FieldError> errors = new ArrayList<>();
        Texts.require(errors, "/text", record.text(), MAX_TEXT);
        Texts.check(errors, "/verdict", record.verdict(), MAX_VERDICT);
        // The final assessment is made after the plan's end, of its last year.
        if (record.year() < plan.start().getYear() || record.year() > plan.end().getYear()) {
            errors.add(FieldError.of("/year", "outside-plan", "年份不在规划期内。", "The plan does not cover that year."));
        }
        if (record.kind() == AssessmentKind.EXPERT_OPINION) {
            SubjectId about = record.about() == null
                    ? null
                    : Handling.named(subjects.plan().head().id().plan(), record.about());
            if (about == null || !(subjects.find(about) instanceof ProjectState)) {
                errors.add(FieldError.of(
                        "/about", "unknown-subject", "专家意见须针对一个项目。", "An expert opinion is on a project."));
            }
        } else if (record.about() != null) {
            errors.add(FieldError.of(
                    "/about", "not-allowed", "此类评估针对整个规划。", "This kind of assessment is of the plan as a whole."));
        }
        return errors;
    }

    private static Assessment.Figures freeze(PlanState plan, List<Tracked> assessed) {
        Map<String, Map<Rating, Integer>> goals = new TreeMap<>();
        Map<String, Investment> investments = new TreeMap<>();
        List<SubjectFigures> figures = new ArrayList<>();
        long position = plan.head().position();
        for (Tracked subject : assessed) {
            SubjectFigures of = figures(plan, subject);
            figures.add(of);
            position = Math.max(position, subject.head().position());
            if (subject instanceof IndicatorState indicator
                    && indicator.definition().goal() != null) {
                goals.computeIfAbsent(indicator.definition().goal(), goal -> new EnumMap<>(Rating.class))
                        .merge(of.rating(), 1, Integer::sum);
            } else if (subject instanceof ProjectState project) {
                investments.merge(project.definition().category(), investment(project), Assessing::sum);
            }
        }
        List<GoalCounts> counts = goals.entrySet().stream()
                .map(goal -> new GoalCounts(goal.getKey(), new TreeMap<>(goal.getValue())))
                .toList();
        return new Assessment.Figures(position, counts, List.copyOf(investments.values()), figures);
    }

    private static Investment investment(ProjectState project) {
        BigDecimal invested = project.invested() == null ? BigDecimal.ZERO : project.invested();
        return new Investment(
                project.definition().category(),
                project.definition().unit(),
                project.definition().investment(),
                invested);
    }

    /** Of one category, and so of one unit. */
    private static Investment sum(Investment one, Investment other) {
        return new Investment(
                one.category(),
                one.unit(),
                one.planned().add(other.planned()),
                one.invested().add(other.invested()));
    }

    private static SubjectFigures figures(PlanState plan, Tracked subject) {
        Progress progress = Verdicts.of(plan, subject).orElse(null);
        String status = null;
        String unit = null;
        Report latest = null;
        BigDecimal value = null;
        if (subject instanceof IndicatorState indicator) {
            unit = indicator.definition().unit();
            latest = indicator.latest().orElse(null);
            value = indicator.latest().map(Report.OfIndicator::value).orElse(null);
        } else if (subject instanceof ProjectState project) {
            status = project.status().label();
            unit = project.latestPercent().isPresent() ? "%" : null;
            latest = project.latestPercent().orElse(null);
            value = project.latestPercent()
                    .map(Report.OfProject::percentComplete)
                    .orElse(null);
        } else if (subject instanceof TaskState task) {
            status = task.status().label();
            latest = task.latest().orElse(null);
        }
        return new SubjectFigures(
                subject.head().id().name(),
                subject.head().version(),
                progress == null ? null : progress.rating(),
                status,
                latest == null ? null : latest.period(),
                value,
                unit,
                progress == null ? null : progress.completion(),
                progress == null ? null : progress.expected(),
                progress == null ? null : progress.pace(),
                List.copyOf(subject.warnings().keySet()));
    }
}
