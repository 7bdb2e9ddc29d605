package tracker.streams.model;

import static tracker.streams.domain.Given.decimal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import tracker.streams.domain.Evidence;
import tracker.streams.domain.Frequency;
import tracker.streams.domain.ObservationStatus;
import tracker.streams.domain.Period;
import tracker.streams.domain.command.Intent;
import tracker.streams.domain.event.Change;
import tracker.streams.domain.event.Report;
import tracker.streams.domain.plan.ExpectedLine;
import tracker.streams.domain.plan.Measure;
import tracker.streams.domain.plan.ProjectStatus;
import tracker.streams.domain.plan.Responsibility;
import tracker.streams.domain.plan.Supervision;
import tracker.streams.domain.plan.TaskStatus;
import tracker.streams.domain.plan.Thresholds;
import tracker.streams.domain.plan.WarningRule;
import tracker.streams.domain.plan.YearlyPlan;
import tracker.streams.domain.plan.YearlyTarget;

/** What somebody wants, in so few words that a shrunk history can be read, and written down as a test. */
sealed interface Wish {
    /** {@code subject} is the name that it is wished for. */
    Intent intent(String subject);

    /** What a report brings in proof. */
    enum Proof {
        NONE,
        GOOD,
        WITHOUT_HASH;

        List<Evidence> evidence() {
            return this == NONE ? List.of() : List.of(new Evidence("doc", null, this == GOOD ? "a".repeat(64) : "A"));
        }
    }

    private static Intent told(Report report, boolean corrects) {
        return corrects ? new Intent.CorrectReport(report) : new Intent.ReportProgress(report);
    }

    record Value(String period, String value, String unit, ObservationStatus status, Proof proof, boolean corrects)
            implements Wish {
        @Override
        public Intent intent(String subject) {
            return told(
                    new Report.OfIndicator(Period.of(period), decimal(value), unit, status, null, proof.evidence()),
                    corrects);
        }
    }

    record Invested(
            String period,
            String invested,
            String unit,
            String percent,
            ProjectStatus status,
            Proof proof,
            boolean corrects)
            implements Wish {
        @Override
        public Intent intent(String subject) {
            return told(
                    new Report.OfProject(
                            Period.of(period),
                            decimal(invested),
                            unit,
                            decimal(percent),
                            status,
                            null,
                            proof.evidence()),
                    corrects);
        }
    }

    record Doing(String period, TaskStatus status, Proof proof, boolean corrects) implements Wish {
        @Override
        public Intent intent(String subject) {
            return told(new Report.OfTask(Period.of(period), status, null, proof.evidence()), corrects);
        }
    }

    record Retraction(String period) implements Wish {
        @Override
        public Intent intent(String subject) {
            return new Intent.RetractReport(Period.of(period));
        }
    }

    record Lead(String department, boolean provisional, boolean adjusts) implements Wish {
        @Override
        public Intent intent(String subject) {
            Responsibility by = new Responsibility(department, List.of(), null, null, provisional);
            return adjusts ? adjustment(new Change.OfResponsibility(by)) : new Intent.AssignResponsibility(by);
        }
    }

    /** Targets for 2021 and 2022 too, where {@code firstYear} and {@code lastYear} are given. */
    record Target(Measure measure, String target, String high, String firstYear, String lastYear) implements Wish {
        @Override
        public Intent intent(String subject) {
            List<YearlyTarget> years = new ArrayList<>();
            if (firstYear != null) {
                years.add(new YearlyTarget(2021, decimal(firstYear)));
            }
            if (lastYear != null) {
                years.add(new YearlyTarget(2022, decimal(lastYear)));
            }
            return new Intent.SetTarget(measure, decimal(target), decimal(high), years);
        }
    }

    record Year(int year, String investment, boolean adjusts) implements Wish {
        @Override
        public Intent intent(String subject) {
            List<YearlyPlan> years = List.of(new YearlyPlan(year, decimal(investment), null));
            return adjusts ? adjustment(new Change.OfYearlyPlan(years)) : new Intent.SetYearlyPlan(years);
        }
    }

    record Milestone(String milestone, LocalDate due, boolean adjusts) implements Wish {
        @Override
        public Intent intent(String subject) {
            var planned = SmallPlan.milestone(milestone, due);
            return adjusts ? adjustment(new Change.OfMilestone(planned)) : new Intent.PlanMilestone(planned);
        }
    }

    record Reached(String milestone, LocalDate on, Proof proof) implements Wish {
        @Override
        public Intent intent(String subject) {
            return new Intent.ReachMilestone(milestone, on, null, null, proof.evidence());
        }
    }

    record Seen(WarningRule rule) implements Wish {
        @Override
        public Intent intent(String subject) {
            return new Intent.AcknowledgeWarning(rule, "seen");
        }
    }

    /** The indicator is defined, or adjusted to be, another one. */
    record Indicator(String unit, Measure measure, String target, ExpectedLine line, boolean adjusts) implements Wish {
        @Override
        public Intent intent(String subject) {
            var next = SmallPlan.indicator(subject, unit, measure, target, line);
            return adjusts ? adjustment(new Change.OfIndicator(next)) : new Intent.DefineIndicator(next);
        }
    }

    record Project(String investment, boolean adjusts) implements Wish {
        @Override
        public Intent intent(String subject) {
            var next = SmallPlan.project(subject, investment);
            return adjusts ? adjustment(new Change.OfProject(next)) : new Intent.RegisterProject(next);
        }
    }

    /** The plan is adjusted: how it judges, and what it watches. */
    record Rules(
            String onTrack,
            String atRisk,
            ExpectedLine line,
            WarningRule off,
            String evidenceFor,
            LocalDate targetsDue,
            Frequency projects,
            int jump)
            implements Wish {
        @Override
        public Intent intent(String subject) {
            SortedSet<WarningRule> rules = new TreeSet<>(List.of(WarningRule.values()));
            if (off != null) {
                rules.remove(off);
            }
            SortedSet<String> proven = new TreeSet<>(evidenceFor == null ? List.of() : List.of(evidenceFor));
            Supervision supervision = new Supervision(
                    rules, decimal(String.valueOf(jump)), targetsDue, proven, projects, 15, new TreeSet<>());
            Thresholds thresholds = new Thresholds(decimal(onTrack), decimal(atRisk), decimal("0"));
            return adjustment(new Change.OfPlan(SmallPlan.plan(line, thresholds, supervision)));
        }
    }

    record Day(LocalDate day) implements Wish {
        @Override
        public Intent intent(String subject) {
            return new Intent.TurnDay(day);
        }
    }

    private static Intent adjustment(Change change) {
        return new Intent.Adjust(change, "doc. 7");
    }
}
