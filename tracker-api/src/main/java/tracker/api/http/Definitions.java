package tracker.api.http;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import tracker.streams.domain.Text;
import tracker.streams.domain.plan.Milestone;
import tracker.streams.domain.plan.YearlyPlan;
import tracker.streams.domain.plan.YearlyTarget;

/** The parts of definitions that several requests bring. */
final class Definitions {
    private Definitions() {}

    static List<YearlyTarget> yearlyTargets(RequestBody body) {
        List<YearlyTarget> targets = new ArrayList<>();
        for (RequestBody one : body.objects("yearlyTargets")) {
            int year = one.requiredInteger("year");
            BigDecimal value = one.decimal("value");
            if (value == null) {
                one.requiredText("value");
            }
            one.requireNothingElse();
            targets.add(new YearlyTarget(year, value));
        }
        return targets;
    }

    static List<YearlyPlan> yearlyPlan(RequestBody body, String name) {
        List<YearlyPlan> years = new ArrayList<>();
        for (RequestBody one : body.objects(name)) {
            years.add(new YearlyPlan(one.requiredInteger("year"), one.decimal("investment"), one.text("measures")));
            one.requireNothingElse();
        }
        return years;
    }

    /** Every field of a milestone; {@code present} gives those that the body leaves out, null for a new one. */
    static Milestone milestone(RequestBody body, Milestone present) {
        Text name = body.bilingual("name");
        if (name == null && present == null) {
            body.requiredText("name");
        }
        boolean dated = body.has("due") || present == null;
        return new Milestone(
                body.requiredText("id"),
                name == null && present != null ? present.name() : name,
                dated ? requiredDate(body) : present.due(),
                body.has("unit") || present == null ? body.text("unit") : present.unit(),
                body.has("value") || present == null ? body.decimal("value") : present.value(),
                body.has("valueHigh") || present == null ? body.decimal("valueHigh") : present.valueHigh());
    }

    static Milestone milestone(RequestBody body) {
        return milestone(body, null);
    }

    private static LocalDate requiredDate(RequestBody body) {
        return body.requiredText("due") == null ? null : body.date("due");
    }
}
