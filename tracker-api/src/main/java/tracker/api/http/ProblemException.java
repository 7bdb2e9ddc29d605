package tracker.api.http;

import java.util.List;
import tracker.streams.domain.Text;
import tracker.streams.domain.command.FieldError;

/** Ends a request with a problem. */
final class ProblemException extends RuntimeException {
    private final Problem.Type type;
    private final Text detail;
    private final List<FieldError> errors;

    ProblemException(Problem.Type type, String zh, String en) {
        this(type, new Text(zh, en), List.of());
    }

    ProblemException(Problem.Type type, Text detail, List<FieldError> errors) {
        super(detail.en());
        this.type = type;
        this.detail = detail;
        this.errors = List.copyOf(errors);
    }

    static ProblemException invalid(List<FieldError> errors) {
        return new ProblemException(
                Problem.Type.INVALID,
                new Text("提交的内容有误，未作任何更改。", "The content is not valid; nothing was changed."),
                errors);
    }

    static ProblemException invalid(String pointer, String code, String zh, String en) {
        return invalid(List.of(FieldError.of(pointer, code, zh, en)));
    }

    Problem.Type type() {
        return type;
    }

    Text detail() {
        return detail;
    }

    List<FieldError> errors() {
        return errors;
    }
}
