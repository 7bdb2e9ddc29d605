package tracker.api.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import tracker.streams.domain.Kind;
import tracker.streams.domain.SubjectId;
import tracker.streams.domain.Text;
import tracker.streams.domain.command.Intent;
import tracker.streams.domain.plan.Milestone;
import tracker.streams.domain.plan.ProjectDefinition;

/** Milestones: of public works and large projects three each, planned at the start; and those that the plan itself gives. */
final class MilestoneStories {
    private static final LocalDate PLANNED_ON = LocalDate.of(2021, 2, 24);
    private static final BigDecimal LARGE = new BigDecimal("9");
    private static final LocalDate NEVER = LocalDate.of(2025, 10, 31);
    private static final Text START = new Text("开工建设", "Construction started");
    private static final Text MAIN_WORKS = new Text("主体工程完工", "Main works finished");
    private static final Text ACCEPTED = new Text("竣工验收", "Completion accepted");

    private final Script script;
    private final ProjectStories projects;
    private final List<Intent.Item> planned = new ArrayList<>();

    MilestoneStories(Script script, ProjectStories projects) {
        this.script = script;
        this.projects = projects;
    }

    void tell() {
        script.plan.projects().forEach((id, project) -> {
            if (isWatched(id, project)) {
                works(id);
            }
        });
        script.office(
                PLANNED_ON, Stage.DECISION, SubjectId.ofPlan(DemoPlan.ID), "重大项目节点计划", new Intent.Batch(planned, true));
        radar();
        satellites();
    }

    private boolean isWatched(String id, ProjectDefinition project) {
        boolean works = project.category().equals("government")
                || (project.category().equals("industry")
                        && project.investment().compareTo(LARGE) > 0);
        return works && script.departments.of(DemoPlan.subject(Kind.PROJECT, id), PLANNED_ON) != null;
    }

    private void works(String id) {
        ProjectProfile profile = projects.profile(id);
        Draws draws = Draws.of("milestones/" + id);
        int span = profile.end() - profile.begin();
        milestone(draws, id, "M1", START, profile.begin() + 1, profile);
        milestone(draws, id, "M2", MAIN_WORKS, profile.begin() + (span + 1) * 2 / 3, profile);
        milestone(draws, id, "M3", ACCEPTED, profile.end(), profile);
    }

    /** Reached within that half-year, sooner or later than planned; never where the project does not get there. */
    private void milestone(Draws draws, String id, String milestone, Text name, int half, ProjectProfile profile) {
        SubjectId subject = DemoPlan.subject(Kind.PROJECT, id);
        boolean stops = profile.suspended() > 0 || profile.cancelled() > 0;
        int end = stops ? Math.max(profile.suspended(), profile.cancelled()) - 1 : ProjectProfile.HALVES;
        LocalDate reached = ProjectProfile.lastDay(half).minusDays(draws.between(15, 90));
        boolean late = draws.percent(35);
        LocalDate due = late ? reached.minusDays(draws.between(15, 80)) : reached.plusDays(draws.between(5, 40));
        LocalDate soonest = PLANNED_ON.plusDays(20);
        LocalDate day = half > end ? NEVER : due.isBefore(soonest) ? soonest : due;
        planned.add(new Intent.Item(
                subject, new Intent.PlanMilestone(new Milestone(milestone, name, day, null, null, null)), null));
        if (half <= end) {
            reach(draws, subject, milestone, reached.isBefore(soonest) ? soonest : reached, null);
        }
    }

    /** P85's own: revenue on time, late and never, patents on time. */
    private void radar() {
        SubjectId subject = DemoPlan.subject(Kind.PROJECT, "P85");
        Draws draws = Draws.of("milestones/P85");
        reach(draws, subject, "M1", LocalDate.of(2021, 12, 20), new BigDecimal("5120"));
        reach(draws, subject, "M2", LocalDate.of(2023, 3, 15), new BigDecimal("8040"));
        reach(draws, subject, "M4", LocalDate.of(2023, 11, 6), new BigDecimal("11"));
    }

    /** P87's own; its fourth is planned anew among the adjustments, and reached then. */
    private void satellites() {
        SubjectId subject = DemoPlan.subject(Kind.PROJECT, "P87");
        Draws draws = Draws.of("milestones/P87");
        reach(draws, subject, "M1", LocalDate.of(2020, 12, 22), BigDecimal.ONE);
        reach(draws, subject, "M2", LocalDate.of(2021, 12, 8), new BigDecimal("4"));
        reach(draws, subject, "M3", LocalDate.of(2023, 4, 18), new BigDecimal("6"));
        reach(draws, subject, "M4", LocalDate.of(2025, 5, 20), new BigDecimal("30"));
    }

    /** {@code value} is null where it is not a figure. It is posted within days, on the plan's first days at the soonest. */
    private void reach(Draws draws, SubjectId subject, String milestone, LocalDate reachedOn, BigDecimal value) {
        LocalDate posted = Script.workday(reachedOn.plusDays(draws.between(0, 2)));
        LocalDate day = posted.isAfter(Script.FIRST_DAY) ? posted : Script.FIRST_DAY.plusDays(2);
        String occasion = milestone + "-" + reachedOn;
        script.lead(
                day,
                Stage.REPORT,
                subject,
                null,
                new Intent.ReachMilestone(
                        milestone,
                        reachedOn,
                        value,
                        script.notes.one(draws, "reached"),
                        DemoEvidence.of(draws, subject.id(), occasion)));
    }
}
