package tracker.api.http;

import java.math.BigDecimal;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import tracker.streams.domain.Frequency;
import tracker.streams.domain.Labelled;
import tracker.streams.domain.Text;
import tracker.streams.domain.event.Change;
import tracker.streams.domain.plan.Category;
import tracker.streams.domain.plan.Department;
import tracker.streams.domain.plan.Direction;
import tracker.streams.domain.plan.ExpectedLine;
import tracker.streams.domain.plan.Goal;
import tracker.streams.domain.plan.IndicatorDefinition;
import tracker.streams.domain.plan.Measure;
import tracker.streams.domain.plan.PlanDefinition;
import tracker.streams.domain.plan.ProjectDefinition;
import tracker.streams.domain.plan.Supervision;
import tracker.streams.domain.plan.TaskDefinition;
import tracker.streams.domain.plan.Thresholds;
import tracker.streams.domain.plan.Unit;
import tracker.streams.domain.plan.WarningRule;
import tracker.streams.domain.state.Subject;
import tracker.streams.domain.state.Subject.PlanState;
import tracker.streams.domain.state.Tracked;
import tracker.streams.domain.state.Tracked.IndicatorState;
import tracker.streams.domain.state.Tracked.MilestoneState;
import tracker.streams.domain.state.Tracked.ProjectState;
import tracker.streams.domain.state.Tracked.TaskState;

/** Lays the changes of a request over a definition: a field that is absent stays, one that is null is taken away. */
final class Adjustments {
    private final RequestBody changes;

    private Adjustments(RequestBody changes) {
        this.changes = changes;
    }

    static Change change(Subject present, RequestBody changes) {
        Change change = new Adjustments(changes).of(present);
        changes.requireNothingElse();
        changes.requireValid();
        return change;
    }

    private Change of(Subject present) {
        if (present instanceof PlanState plan) {
            return new Change.OfPlan(plan(plan.definition()));
        }
        if (present instanceof Tracked && changes.has("responsibility")) {
            RequestBody responsibility = required("responsibility");
            Change change = new Change.OfResponsibility(ResponsibilityController.responsibility(responsibility));
            responsibility.requireNothingElse();
            return change;
        }
        if (present instanceof IndicatorState indicator) {
            return new Change.OfIndicator(indicator(indicator.definition()));
        }
        if (present instanceof TaskState task) {
            return new Change.OfTask(task(task.definition()));
        }
        if (!(present instanceof ProjectState project)) {
            throw ProblemException.invalid("/subject", "fixed", "此类对象不能调整。", "This kind of thing cannot be adjusted.");
        }
        if (changes.has("milestone")) {
            RequestBody milestone = required("milestone");
            MilestoneState planned = project.milestones().get(String.valueOf(milestone.text("id")));
            Change change =
                    new Change.OfMilestone(Definitions.milestone(milestone, planned == null ? null : planned.plan()));
            milestone.requireNothingElse();
            return change;
        }
        return changes.has("yearlyPlan")
                ? new Change.OfYearlyPlan(Definitions.yearlyPlan(changes, "yearlyPlan"))
                : new Change.OfProject(project(project.definition()));
    }

    private IndicatorDefinition indicator(IndicatorDefinition present) {
        return new IndicatorDefinition(
                present.collection(),
                text("goal", present.goal()),
                name("name", present.name()),
                text("unit", present.unit()),
                labelled("measure", Measure.class, present.measure()),
                labelled("direction", Direction.class, present.direction()),
                decimal("baseline", present.baseline()),
                decimal("target", present.target()),
                decimal("targetHigh", present.targetHigh()),
                decimal("min", present.min()),
                decimal("max", present.max()),
                labelled("frequency", Frequency.class, present.frequency()),
                or("allowanceDays", () -> changes.requiredInteger("allowanceDays"), present.allowanceDays()),
                text("parent", present.parent()),
                flag("longTerm", present.longTerm()),
                or("expectedLine", () -> changes.labelled("expectedLine", ExpectedLine.class), present.expectedLine()),
                or("yearlyTargets", () -> Definitions.yearlyTargets(changes), present.yearlyTargets()),
                present.history(),
                text("source", present.source()),
                flag("cumulative", present.cumulative()));
    }

    private ProjectDefinition project(ProjectDefinition present) {
        return new ProjectDefinition(
                text("category", present.category()),
                name("name", present.name()),
                name("owner", present.owner()),
                decimal("investment", present.investment()),
                text("unit", present.unit()),
                or("start", () -> changes.date("start"), present.start()),
                or("end", () -> changes.date("end"), present.end()),
                text("note", present.note()));
    }

    private TaskDefinition task(TaskDefinition present) {
        return new TaskDefinition(
                present.kind(),
                name("name", present.name()),
                or("note", () -> changes.bilingual("note"), present.note()),
                or("indicators", () -> changes.texts("indicators"), present.indicators()));
    }

    private PlanDefinition plan(PlanDefinition present) {
        return new PlanDefinition(
                name("name", present.name()),
                present.start(),
                present.end(),
                present.timeZone(),
                present.simulated(),
                labelled("expectedLine", ExpectedLine.class, present.expectedLine()),
                thresholds(present.thresholds()),
                named("goals", one -> new Goal(one.requiredText("id"), one.bilingual("name")), present.goals()),
                named(
                        "categories",
                        one -> new Category(one.requiredText("id"), one.bilingual("name"), one.requiredText("unit")),
                        present.categories()),
                named(
                        "departments",
                        one -> new Department(one.requiredText("id"), one.bilingual("name")),
                        present.departments()),
                named("units", one -> new Unit(one.requiredText("symbol"), one.bilingual("name")), present.units()),
                present.history(),
                supervision(present.supervision()));
    }

    private Thresholds thresholds(Thresholds present) {
        RequestBody body = changes.object("thresholds");
        if (body == null) {
            return present;
        }
        Adjustments of = new Adjustments(body);
        BigDecimal onTrack = of.decimal("onTrack", present.onTrack());
        BigDecimal atRisk = of.decimal("atRisk", present.atRisk());
        BigDecimal offTrack = of.decimal("offTrack", present.offTrack());
        body.requireNothingElse();
        changes.requireValid();
        if (onTrack == null
                || atRisk == null
                || offTrack == null
                || onTrack.compareTo(atRisk) < 0
                || atRisk.compareTo(offTrack) < 0) {
            changes.error("thresholds", "out-of-bounds", "阈值须递减。", "Thresholds descend.");
            return present;
        }
        return new Thresholds(onTrack, atRisk, offTrack);
    }

    private Supervision supervision(Supervision present) {
        RequestBody body = changes.object("supervision");
        if (body == null) {
            return present;
        }
        Adjustments of = new Adjustments(body);
        TreeSet<WarningRule> rules = new TreeSet<>(present.rules());
        if (body.has("rules")) {
            rules.clear();
            for (String label : body.texts("rules")) {
                Labelled.find(WarningRule.class, label)
                        .ifPresentOrElse(
                                rules::add,
                                () -> body.error(
                                        "rules", "unknown-word", "没有这个预警规则。", "There is no such warning rule."));
            }
        }
        BigDecimal jump = of.decimal("jumpMultiple", present.jumpMultiple());
        Supervision next = new Supervision(
                rules,
                jump == null ? Supervision.DEFAULT.jumpMultiple() : jump,
                of.or("targetsDue", () -> body.date("targetsDue"), present.targetsDue()),
                body.has("evidenceFor") ? new TreeSet<>(body.texts("evidenceFor")) : present.evidenceFor(),
                of.or(
                        "projectFrequency",
                        () -> body.labelled("projectFrequency", Frequency.class),
                        present.projectFrequency()),
                of.or(
                        "projectAllowanceDays",
                        () -> body.requiredInteger("projectAllowanceDays"),
                        present.projectAllowanceDays()),
                body.has("published") ? new TreeSet<>(body.texts("published")) : present.published());
        body.requireNothingElse();
        return next;
    }

    private <T> List<T> named(String name, Function<RequestBody, T> read, List<T> present) {
        return or(
                name,
                () -> changes.objects(name).stream()
                        .map(one -> {
                            T item = read.apply(one);
                            if (!one.has("name")) {
                                one.requiredText("name");
                            }
                            one.requireNothingElse();
                            return item;
                        })
                        .toList(),
                present);
    }

    private RequestBody required(String name) {
        RequestBody body = changes.object(name);
        if (body == null) {
            throw ProblemException.invalid("/changes/" + name, "required", "必填。", "It is required.");
        }
        return body;
    }

    private <T> T or(String name, Supplier<T> read, T present) {
        return changes.has(name) ? read.get() : present;
    }

    private String text(String name, String present) {
        return or(name, () -> changes.text(name), present);
    }

    private BigDecimal decimal(String name, BigDecimal present) {
        return or(name, () -> changes.decimal(name), present);
    }

    private boolean flag(String name, boolean present) {
        Boolean flag = changes.flag(name);
        return flag == null ? present : flag;
    }

    private Text name(String name, Text present) {
        Text text = changes.bilingual(name);
        return text == null ? present : text;
    }

    private <E extends Enum<E> & Labelled> E labelled(String name, Class<E> type, E present) {
        E constant = changes.labelled(name, type);
        return constant == null ? present : constant;
    }
}
