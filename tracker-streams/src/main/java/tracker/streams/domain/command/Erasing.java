package tracker.streams.domain.command;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import tracker.streams.domain.command.Refusal.Code;
import tracker.streams.domain.event.Fact;
import tracker.streams.domain.state.Subject.PlanState;

/** Persons are erased once, with a reason. That somebody was erased stays on record; who it was does not. */
final class Erasing {
    private static final Pattern PERSON = Pattern.compile("[0-9a-f]{32}");

    private Erasing() {}

    static Decision decide(PlanState plan, Command command, Intent.ErasePerson erase) {
        List<FieldError> errors = new ArrayList<>(ReportRules.reasonErrors(command.reason()));
        if (erase.person() == null || !PERSON.matcher(erase.person()).matches()) {
            errors.add(FieldError.of("/personId", "not-a-person", "不是人员标识。", "It does not stand for a person."));
        } else if (plan.erased().contains(erase.person())) {
            return Decision.refuse(Code.PERSON_ERASED, "该人员已被删除。", "This person is erased already.");
        }
        return Decider.checked(errors, new Fact.PersonErased(erase.person()));
    }
}
