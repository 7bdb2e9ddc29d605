package tracker.streams.model;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import tracker.streams.domain.ObservationStatus;
import tracker.streams.domain.Period;
import tracker.streams.domain.SubjectId;
import tracker.streams.domain.command.Intent;
import tracker.streams.domain.event.Change;
import tracker.streams.domain.event.Report;
import tracker.streams.domain.plan.IndicatorDefinition;
import tracker.streams.domain.plan.Milestone;
import tracker.streams.domain.plan.ProjectDefinition;
import tracker.streams.domain.plan.ProjectStatus;
import tracker.streams.domain.plan.Responsibility;
import tracker.streams.domain.plan.TaskDefinition;
import tracker.streams.domain.plan.TaskStatus;
import tracker.streams.domain.plan.YearlyPlan;

/** One subject's sheet of paper: what has been written on it so far. One of the three definitions is there. */
final class Sheet {
    final SubjectId id;
    IndicatorDefinition indicator;
    ProjectDefinition project;
    TaskDefinition task;
    Responsibility responsibility;
    List<YearlyPlan> years = List.of();
    final SortedMap<String, Milestone> milestones = new TreeMap<>();
    final SortedMap<String, LocalDate> reached = new TreeMap<>();
    /** All that was said of a period and not taken back; the last is in force. */
    private final SortedMap<Period, Deque<Report>> said = new TreeMap<>(Spans.BY_END);

    Sheet(SubjectId id) {
        this.id = id;
    }

    void write(Intent intent) {
        if (intent instanceof Intent.DefineIndicator define) {
            indicator = define.definition();
        } else if (intent instanceof Intent.RegisterProject register) {
            project = register.definition();
        } else if (intent instanceof Intent.RegisterTask register) {
            task = register.definition();
        } else if (intent instanceof Intent.AssignResponsibility assign) {
            responsibility = assign.responsibility();
        } else if (intent instanceof Intent.SetTarget set) {
            indicator = targeted(set);
        } else if (intent instanceof Intent.SetYearlyPlan set) {
            years = set.years();
        } else if (intent instanceof Intent.ReportProgress sent) {
            say(sent.report());
        } else if (intent instanceof Intent.CorrectReport sent) {
            say(sent.report());
        } else if (intent instanceof Intent.RetractReport retract) {
            Deque<Report> reports = said.get(retract.period());
            reports.removeLast();
            if (reports.isEmpty()) {
                said.remove(retract.period());
            }
        } else if (intent instanceof Intent.PlanMilestone planned) {
            milestones.put(planned.milestone().id(), planned.milestone());
        } else if (intent instanceof Intent.ReachMilestone reach) {
            reached.put(reach.milestone(), reach.reachedOn());
        } else if (intent instanceof Intent.Adjust adjust) {
            change(adjust.change());
        }
    }

    private void change(Change change) {
        if (change instanceof Change.OfIndicator of) {
            indicator = of.definition();
        } else if (change instanceof Change.OfProject of) {
            project = of.definition();
        } else if (change instanceof Change.OfTask of) {
            task = of.definition();
        } else if (change instanceof Change.OfResponsibility of) {
            responsibility = of.responsibility();
        } else if (change instanceof Change.OfYearlyPlan of) {
            years = of.years();
        } else if (change instanceof Change.OfMilestone of) {
            milestones.put(of.milestone().id(), of.milestone());
        }
    }

    /** The definition with what an assignment gives put in. */
    IndicatorDefinition targeted(Intent.SetTarget set) {
        return indicator.withTarget(
                Judge.measure(indicator, set),
                set.target() == null ? indicator.target() : set.target(),
                set.targetHigh() == null ? indicator.targetHigh() : set.targetHigh(),
                set.yearlyTargets());
    }

    private void say(Report report) {
        said.computeIfAbsent(report.period(), period -> new ArrayDeque<>()).addLast(inUnit(report));
    }

    /** An amount without a unit is in the project's. */
    Report inUnit(Report report) {
        return report instanceof Report.OfProject of && of.unit() == null && project != null
                ? new Report.OfProject(
                        of.period(),
                        of.invested(),
                        project.unit(),
                        of.percentComplete(),
                        of.status(),
                        of.note(),
                        of.evidence())
                : report;
    }

    /** In force for {@code period}; null where nothing is. */
    Report inForce(Period period) {
        return said.containsKey(period) ? said.get(period).getLast() : null;
    }

    /** In force, by period. */
    List<Report> inForce() {
        return said.values().stream().map(Deque::getLast).toList();
    }

    /** The last of those in force that say {@code figure}; null where none does. */
    <R extends Report> R latest(Class<R> kind, Function<R, ?> figure) {
        return latestOf(kind, figure);
    }

    private <R extends Report> R latestOf(Class<R> kind, Function<R, ?> figure) {
        R latest = null;
        for (Report report : inForce()) {
            if (figure.apply(kind.cast(report)) != null) {
                latest = kind.cast(report);
            }
        }
        return latest;
    }

    /** Forecasts and missing values are no actuals. */
    List<Report.OfIndicator> actuals() {
        List<Report.OfIndicator> actuals = new ArrayList<>();
        for (Report report : inForce()) {
            Report.OfIndicator of = (Report.OfIndicator) report;
            if (of.status() != ObservationStatus.F && of.status() != ObservationStatus.M) {
                actuals.add(of);
            }
        }
        return actuals;
    }

    ProjectStatus projectStatus() {
        Report.OfProject latest = latestOf(Report.OfProject.class, Report.OfProject::status);
        return latest == null ? ProjectStatus.PREPARATION : latest.status();
    }

    TaskStatus taskStatus() {
        Report.OfTask latest = latestOf(Report.OfTask.class, Report.OfTask::status);
        return latest == null ? TaskStatus.NOT_STARTED : latest.status();
    }

    /** What the periods before and after {@code period} say, nearest first; {@code before} chooses the side. */
    <R extends Report, S> S neighbour(Period period, boolean before, Class<R> kind, Function<R, S> status) {
        S nearest = null;
        for (Report report : inForce()) {
            S says = status.apply(kind.cast(report));
            int side = report.period().compareTo(period);
            if (says != null && before && side < 0) {
                nearest = says;
            } else if (says != null && !before && side > 0 && nearest == null) {
                nearest = says;
            }
        }
        return nearest;
    }
}
