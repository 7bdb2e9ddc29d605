package tracker.streams.domain.command;

import java.util.List;
import tracker.streams.domain.Labelled;
import tracker.streams.domain.Text;

/** Why a command changed nothing: a value, not an exception. {@code currentVersion} is set for STALE_VERSION only, else null. */
public record Refusal(Code code, Text detail, List<FieldError> errors, Long currentVersion) {
    /** Stable: part of the interface's problem types. */
    public enum Code implements Labelled {
        UNKNOWN_PLAN,
        UNKNOWN_SUBJECT,
        ALREADY_REGISTERED,
        NOT_YOURS,
        STALE_VERSION,
        KEY_REUSED,
        ADJUSTMENT_REQUIRED,
        MILESTONE_REACHED,
        WARNING_NOT_OPEN,
        DAY_ALREADY_TURNED,
        NOT_SIMULATED,
        PERSON_ERASED,
        PERIOD_ALREADY_REPORTED,
        PERIOD_NOT_REPORTED,
        INVALID;

        private final String label = Labelled.fromName(this);

        @Override
        public String label() {
            return label;
        }
    }

    public Refusal {
        errors = List.copyOf(errors);
    }

    public static Refusal of(Code code, String zh, String en) {
        return new Refusal(code, new Text(zh, en), List.of(), null);
    }

    /** The same as faults of one item of a larger whole, which lies at {@code pointer}. */
    List<FieldError> at(String pointer) {
        return errors.isEmpty()
                ? List.of(new FieldError(pointer, code.label(), detail))
                : errors.stream()
                        .map(error -> new FieldError(pointer + error.pointer(), error.code(), error.message()))
                        .toList();
    }

    public static Refusal invalid(List<FieldError> errors) {
        return new Refusal(
                Code.INVALID,
                new Text("提交的内容有误，未作任何更改。", "The content is not valid; nothing was changed."),
                errors,
                null);
    }
}
