package tracker.api.bench.load;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import tracker.api.registration.PlanFiles;
import tracker.streams.domain.Actor;
import tracker.streams.domain.Kind;
import tracker.streams.domain.ObservationStatus;
import tracker.streams.domain.Period;
import tracker.streams.domain.Role;
import tracker.streams.domain.SubjectId;
import tracker.streams.domain.command.Intent;
import tracker.streams.domain.event.Report;

/** As many copies of the first plan as are wanted, and reports on what is in them: month after month, never two of one period. */
public final class MadePlans {
    static final Actor OFFICE = new Actor(Role.PLANNING_OFFICE, null, "bench");
    private static final String FIRST_PLAN = "/plans/changsha-hitech-14fyp";
    private static final int FIRST_YEAR = 2021;
    private static final int MONTHS = 12;

    private final List<Intent.Item> items;
    private final List<Reported> reported = new ArrayList<>();

    /** What a copy of has reports, and how each is made from the number of the one before. */
    private record Reported(SubjectId subject, String unit, BigDecimal value) {}

    public MadePlans() {
        items = PlanFiles.ofResources(FIRST_PLAN).items();
        for (Intent.Item item : items) {
            if (item.intent() instanceof Intent.DefineIndicator indicator
                    && indicator.definition().baseline() != null) {
                reported.add(new Reported(
                        item.subject(),
                        indicator.definition().unit(),
                        indicator.definition().baseline()));
            } else if (item.intent() instanceof Intent.RegisterProject project) {
                reported.add(new Reported(item.subject(), project.definition().unit(), BigDecimal.TEN));
            }
        }
    }

    /** How many of a copy's subjects are reported on. */
    public int subjects() {
        return reported.size();
    }

    /** Of the copy's own kinds: with the plan and the tasks. */
    public int allSubjects() {
        return (int) items.stream().map(Intent.Item::subject).distinct().count();
    }

    public static String plan(int number) {
        return "zone-" + number;
    }

    Intent.Batch registration(int number) {
        return new Intent.Batch(
                items.stream()
                        .map(item ->
                                new Intent.Item(item.row(), in(number, item.subject()), item.intent(), item.reason()))
                        .toList(),
                true);
    }

    /** What is reported of a month, on each subject that is reported on. */
    Intent.Batch file(int number, int month) {
        return new Intent.Batch(
                IntStream.range(0, subjects())
                        .mapToObj(index -> new Intent.Item(
                                subject(number, index), new Intent.ReportProgress(report(index, month)), null))
                        .toList(),
                true);
    }

    public SubjectId subject(int number, int index) {
        return in(number, reported.get(index).subject());
    }

    /** The figure that its {@code month}th report says, as text; and of what. */
    Report report(int index, int month) {
        Reported of = reported.get(index);
        Period period = period(month);
        return of.subject().kind() == Kind.INDICATOR
                ? new Report.OfIndicator(period, value(of, month), of.unit(), ObservationStatus.A, null, List.of())
                : new Report.OfProject(period, value(of, month), of.unit(), null, null, null, List.of());
    }

    /** The same as an HTTP request's body. */
    public String body(int index, int month) {
        Reported of = reported.get(index);
        String figure = of.subject().kind() == Kind.INDICATOR ? "value" : "invested";
        return "{\"period\":\"%s\",\"%s\":\"%s\",\"unit\":\"%s\"%s}"
                .formatted(
                        period(month),
                        figure,
                        value(of, month).toPlainString(),
                        of.unit(),
                        of.subject().kind() == Kind.INDICATOR ? ",\"status\":\"A\"" : "");
    }

    public static Period period(int month) {
        return Period.of("%d-%02d".formatted(FIRST_YEAR + month / MONTHS, month % MONTHS + 1));
    }

    private static BigDecimal value(Reported of, int month) {
        return of.value().add(BigDecimal.valueOf(month % MONTHS, 2));
    }

    private static SubjectId in(int number, SubjectId subject) {
        return subject.equals(SubjectId.ofPlan(subject.plan()))
                ? SubjectId.ofPlan(plan(number))
                : new SubjectId(plan(number), subject.kind(), subject.id());
    }
}
