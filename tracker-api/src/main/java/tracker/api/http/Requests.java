package tracker.api.http;

import io.micronaut.core.annotation.Nullable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import tracker.api.webhooks.rules.WarningKind;
import tracker.streams.domain.Frequency;
import tracker.streams.domain.Kind;
import tracker.streams.domain.ObservationStatus;
import tracker.streams.domain.Period;
import tracker.streams.domain.Text;
import tracker.streams.domain.event.Assessment.AssessmentKind;
import tracker.streams.domain.plan.Direction;
import tracker.streams.domain.plan.ExpectedLine;
import tracker.streams.domain.plan.Measure;
import tracker.streams.domain.plan.ProjectStatus;
import tracker.streams.domain.plan.TaskStatus;
import tracker.streams.domain.plan.WarningRule;

/**
 * The bodies that routes take, as the contract states them. They are read field by field by {@link RequestBody}, which keeps every fault; that
 * both say the same is held by ExamplesIT. What is nullable may be left out.
 */
final class Requests {
    private Requests() {}

    record EvidenceLink(
            @Nullable @Chars(most = 200) String name,
            @Nullable @Chars(most = 2000) String uri,
            @Chars(pattern = Chars.SHA256) String sha256) {}

    record IndicatorReport(
            Period period,
            @Nullable BigDecimal value,
            String unit,
            @Nullable ObservationStatus status,
            @Nullable @Chars(most = 4000) String note,
            @Nullable List<EvidenceLink> evidence) {}

    record ProjectReport(
            Period period,
            @Nullable BigDecimal invested,
            @Nullable BigDecimal percentComplete,
            @Nullable ProjectStatus status,
            @Nullable String unit,
            @Nullable @Chars(most = 4000) String note,
            @Nullable List<EvidenceLink> evidence) {}

    record TaskReport(
            Period period,
            TaskStatus status,
            @Nullable @Chars(most = 4000) String note,
            @Nullable List<EvidenceLink> evidence) {}

    record IndicatorCorrection(
            @Nullable Period period,
            @Nullable BigDecimal value,
            String unit,
            @Nullable ObservationStatus status,
            @Nullable @Chars(most = 4000) String note,
            @Nullable List<EvidenceLink> evidence,
            String reason) {}

    record ProjectCorrection(
            @Nullable Period period,
            @Nullable BigDecimal invested,
            @Nullable BigDecimal percentComplete,
            @Nullable ProjectStatus status,
            @Nullable String unit,
            @Nullable @Chars(most = 4000) String note,
            @Nullable List<EvidenceLink> evidence,
            String reason) {}

    record TaskCorrection(
            @Nullable Period period,
            TaskStatus status,
            @Nullable @Chars(most = 4000) String note,
            @Nullable List<EvidenceLink> evidence,
            String reason) {}

    record Retraction(String reason) {}

    /** Each is a report of the kind that its subject names, or a correction where it gives a reason. */
    record Batch(List<BatchReport> reports, @Nullable Boolean partial) {}

    sealed interface BatchReport {}

    record BatchIndicatorReport(
            @Chars(pattern = "^indicator/[A-Za-z0-9][A-Za-z0-9._-]{0,63}$")
            String subject,

            Period period,
            @Nullable BigDecimal value,
            String unit,
            @Nullable ObservationStatus status,
            @Nullable @Chars(most = 4000) String note,
            @Nullable List<EvidenceLink> evidence,
            @Nullable String reason)
            implements BatchReport {}

    record BatchProjectReport(
            @Chars(pattern = "^project/[A-Za-z0-9][A-Za-z0-9._-]{0,63}$")
            String subject,

            Period period,
            @Nullable BigDecimal invested,
            @Nullable BigDecimal percentComplete,
            @Nullable ProjectStatus status,
            @Nullable String unit,
            @Nullable @Chars(most = 4000) String note,
            @Nullable List<EvidenceLink> evidence,
            @Nullable String reason)
            implements BatchReport {}

    record BatchTaskReport(
            @Chars(pattern = "^task/[A-Za-z0-9][A-Za-z0-9._-]{0,63}$")
            String subject,

            Period period,
            TaskStatus status,
            @Nullable @Chars(most = 4000) String note,
            @Nullable List<EvidenceLink> evidence,
            @Nullable String reason)
            implements BatchReport {}

    record YearTarget(int year, BigDecimal value) {}

    record YearPlan(
            int year,
            @Nullable BigDecimal investment,
            @Nullable @Chars(most = 4000) String measures) {}

    record Target(
            @Nullable Measure measure,
            @Nullable BigDecimal target,
            @Nullable BigDecimal targetHigh,
            @Nullable List<YearTarget> yearlyTargets,
            @Nullable String reason) {}

    record YearlyPlan(List<YearPlan> years, @Nullable String reason) {}

    record Milestone(
            @Chars(pattern = Chars.SLUG) String id,
            Text name,
            LocalDate due,
            @Nullable String unit,
            @Nullable BigDecimal value,
            @Nullable BigDecimal valueHigh,
            @Nullable String reason) {}

    record MilestoneReached(
            LocalDate reachedOn,
            @Nullable BigDecimal value,
            @Nullable @Chars(most = 4000) String note,
            @Nullable List<EvidenceLink> evidence) {}

    record Responsibility(
            String lead,
            @Nullable List<String> assisting,
            @Nullable LocalDate deadline,
            @Nullable @Chars(most = 4000) String measures,
            @Nullable String reason,
            @Nullable @Chars(most = 200) String reference) {}

    record Acknowledgement(@Chars(most = 4000) String note) {}

    record Assessment(
            AssessmentKind kind,
            int year,
            @Nullable @Chars(pattern = Chars.SUBJECT) String about,
            @Nullable @Chars(most = 200) String verdict,
            @Chars(most = 20000) String text,
            @Nullable @Chars(pattern = Chars.SLUG) String id) {}

    record Feedback(
            @Nullable @Chars(pattern = Chars.SUBJECT) String about,
            @Chars(most = 2000) String text) {}

    record Moderation(boolean published, @Nullable String reason) {}

    record FeedbackAnswer(@Chars(most = 2000) String text) {}

    record Day(LocalDate day) {}

    record Erasure(String personId, String reason) {}

    record KeptCheckpoint(String checkpoint) {}

    record Switch(int to, @Nullable Boolean force) {}

    /** The whole of a webhook: what is left out is as for a new one. */
    record Webhook(
            @Chars(most = 2000) String url,
            @Nullable List<WarningKind> events,
            @Nullable Boolean active,
            @Nullable WebhookFilter filter) {}

    /** What is left out is not filtered by. */
    record WebhookFilter(
            @Nullable String department,
            @Nullable @Chars(pattern = Chars.SUBJECT) String subject,
            @Nullable List<WarningRule> rules,
            @Nullable List<Kind> kinds) {}

    record WebhookReplay(
            @Chars(pattern = "^([1-9][0-9]{0,15}|[+-]?[0-9]{4,9}-.+)$", orPosition = true)
            String from) {}

    record SignIn(
            String token, @Nullable @Chars(most = 2000) String next) {}

    /** Without a subject it is the plan that is adjusted. What is left out stays; what is null is taken away. */
    record Adjustment(
            @Nullable @Chars(pattern = Chars.SUBJECT) String subject,
            Changes changes,
            String reason,
            @Chars(most = 200) String reference) {}

    sealed interface Changes {}

    record PlanChanges(
            @Nullable Text name,
            @Nullable ExpectedLine expectedLine,
            @Nullable ThresholdChanges thresholds,
            @Nullable List<NamedGoal> goals,
            @Nullable List<NamedCategory> categories,
            @Nullable List<NamedDepartment> departments,
            @Nullable List<NamedUnit> units,
            @Nullable SupervisionChanges supervision)
            implements Changes {}

    record ThresholdChanges(
            @Nullable BigDecimal onTrack,
            @Nullable BigDecimal atRisk,
            @Nullable BigDecimal offTrack) {}

    record NamedGoal(String id, Text name) {}

    record NamedCategory(String id, Text name, String unit) {}

    record NamedDepartment(String id, Text name) {}

    record NamedUnit(String symbol, Text name) {}

    record SupervisionChanges(
            @Nullable List<WarningRule> rules,
            @Nullable BigDecimal jumpMultiple,
            @Nullable LocalDate targetsDue,
            @Nullable List<String> evidenceFor,
            @Nullable Frequency projectFrequency,
            @Nullable Integer projectAllowanceDays,
            @Nullable List<String> published) {}

    record IndicatorChanges(
            @Nullable String goal,
            @Nullable Text name,
            @Nullable String unit,
            @Nullable Measure measure,
            @Nullable Direction direction,
            @Nullable BigDecimal baseline,
            @Nullable BigDecimal target,
            @Nullable BigDecimal targetHigh,
            @Nullable BigDecimal min,
            @Nullable BigDecimal max,
            @Nullable Frequency frequency,
            @Nullable Integer allowanceDays,
            @Nullable String parent,
            @Nullable Boolean longTerm,
            @Nullable ExpectedLine expectedLine,
            @Nullable List<YearTarget> yearlyTargets,
            @Nullable String source,
            @Nullable Boolean cumulative)
            implements Changes {}

    record ProjectChanges(
            @Nullable String category,
            @Nullable Text name,
            @Nullable Text owner,
            @Nullable BigDecimal investment,
            @Nullable String unit,
            @Nullable LocalDate start,
            @Nullable LocalDate end,
            @Nullable String note)
            implements Changes {}

    record TaskChanges(
            @Nullable Text name,
            @Nullable Text note,
            @Nullable List<String> indicators) implements Changes {}

    record ResponsibilityChange(NewResponsibility responsibility) implements Changes {}

    record NewResponsibility(
            String lead,
            @Nullable List<String> assisting,
            @Nullable LocalDate deadline,
            @Nullable @Chars(most = 4000) String measures) {}

    record YearlyPlanChange(List<YearPlan> yearlyPlan) implements Changes {}

    record MilestoneChange(MilestoneChanges milestone) implements Changes {}

    record MilestoneChanges(
            @Chars(pattern = Chars.SLUG) String id,
            @Nullable Text name,
            @Nullable LocalDate due,
            @Nullable String unit,
            @Nullable BigDecimal value,
            @Nullable BigDecimal valueHigh) {}
}
