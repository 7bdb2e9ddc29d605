package tracker.streams.domain.command;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import tracker.streams.domain.command.Refusal.Code;
import tracker.streams.domain.event.Fact;
import tracker.streams.domain.state.Subject.PlanState;

/** Days turn forward only, from the plan's registration on; days on which nobody was there to turn them are skipped. */
final class Days {
    private Days() {}

    static Decision decide(PlanState plan, Intent.TurnDay turn, Instant now) {
        LocalDate day = turn.day();
        if (plan.day() != null && !day.isAfter(plan.day())) {
            return Decision.refuse(
                    Code.DAY_ALREADY_TURNED, "已到 " + plan.day() + "。", "It is " + plan.day() + " already.");
        }
        boolean early = plan.day() == null
                && day.isBefore(Handling.today(plan, plan.head().recordedAt()));
        boolean ahead = !plan.definition().simulated() && day.isAfter(Handling.today(plan, now));
        if (early || ahead) {
            return new Decision.Refused(Refusal.invalid(List.of(FieldError.of(
                    "/day",
                    "out-of-bounds",
                    "日期须在规划登记之后、今天及以前。",
                    "A day turns after the plan's registration, and not before it has come."))));
        }
        return Decision.accept(new Fact.DayTurned(day));
    }
}
