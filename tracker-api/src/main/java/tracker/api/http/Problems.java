package tracker.api.http;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import tracker.api.tables.TableFault;
import tracker.streams.domain.Text;
import tracker.streams.domain.command.FieldError;
import tracker.streams.domain.command.Refusal;

/** Makes the one form in which every error is answered. */
@Singleton
final class Problems {
    /** How somebody who is not known may say who he is. */
    static final String SCHEME = "Bearer";

    private static final int RETRY_AFTER_SECONDS = 1;

    MutableHttpResponse<Problem> of(HttpRequest<?> request, Problem.Type type, Text detail) {
        return of(request, type, detail, List.of(), null, null, List.of());
    }

    MutableHttpResponse<Problem> of(HttpRequest<?> request, ProblemException problem) {
        return of(request, problem.type(), problem.detail(), problem.errors(), null, null, List.of());
    }

    MutableHttpResponse<Problem> missingRight(HttpRequest<?> request, String right) {
        Text detail = new Text("缺少权限：" + right, "The missing right: " + right);
        return of(request, Problem.Type.FORBIDDEN, detail, List.of(), null, right, List.of());
    }

    MutableHttpResponse<Problem> of(HttpRequest<?> request, Refusal refusal) {
        Problem.Type type = Problem.Type.valueOf(refusal.code().name());
        return of(request, type, refusal.detail(), refusal.errors(), refusal.currentVersion(), null, List.of());
    }

    /** A file that was refused whole. */
    MutableHttpResponse<Problem> of(HttpRequest<?> request, List<TableFault> faults) {
        Text detail = new Text("文件有误，未作任何更改。", "The file is not accepted; nothing was changed.");
        return of(request, Problem.Type.REFUSED_FILE, detail, List.of(), null, null, faults);
    }

    private MutableHttpResponse<Problem> of(
            HttpRequest<?> request,
            Problem.Type type,
            Text detail,
            List<FieldError> errors,
            Long currentVersion,
            String missingRight,
            List<TableFault> rows) {
        boolean chinese = isChinese(request);
        Problem problem = new Problem(
                type.uri(),
                in(chinese, type.title()),
                type.status().getCode(),
                detail == null ? null : in(chinese, detail),
                type.isRetryable(),
                currentVersion,
                missingRight,
                errors.isEmpty() ? null : fields(request, errors),
                rows.isEmpty()
                        ? null
                        : rows.stream().map(fault -> row(chinese, fault)).toList());
        MutableHttpResponse<Problem> response = HttpResponse.<Problem>status(type.status())
                .body(problem)
                .contentType(Problem.MEDIA_TYPE)
                .header(HttpHeaders.CONTENT_LANGUAGE, chinese ? "zh" : "en");
        if (type.isRetryable()) {
            response.header(HttpHeaders.RETRY_AFTER, String.valueOf(RETRY_AFTER_SECONDS));
        }
        if (type == Problem.Type.UNAUTHORIZED) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, SCHEME);
        }
        if (currentVersion != null) {
            response.header(HttpHeaders.ETAG, "\"" + currentVersion + "\"");
        }
        return response;
    }

    List<Problem.FieldProblem> fields(HttpRequest<?> request, List<FieldError> errors) {
        boolean chinese = isChinese(request);
        return errors.stream()
                .map(error -> new Problem.FieldProblem(error.pointer(), error.code(), in(chinese, error.message())))
                .toList();
    }

    /** Whether the caller asked for Chinese. */
    static boolean isChinese(HttpRequest<?> request) {
        return request.getLocale().map(Locale::getLanguage).filter("zh"::equals).isPresent();
    }

    static Problem.RowProblem row(boolean chinese, TableFault fault) {
        return new Problem.RowProblem(
                fault.table(), fault.row(), fault.column(), fault.code(), in(chinese, fault.message()));
    }

    private static String in(boolean chinese, Text text) {
        return chinese ? text.zh() : text.en();
    }
}
