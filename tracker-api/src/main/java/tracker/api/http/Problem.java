package tracker.api.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.http.HttpStatus;
import java.util.List;
import tracker.streams.domain.Labelled;
import tracker.streams.domain.Text;

/** An RFC 9457 problem. title, detail and the messages are in the language that the caller asked for. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        boolean retryable,
        Long currentVersion,
        String missingRight,
        List<FieldProblem> errors,
        List<RowProblem> rows) {
    static final String MEDIA_TYPE = "application/problem+json";

    /** {@code pointer} is an RFC 6901 pointer into the request's body: empty where it is all of it. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record FieldProblem(String pointer, String code, String message) {}

    /** Where in a file something is wrong: row 0 and no column where it is no row's or column's. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record RowProblem(String table, int row, String column, String code, String message) {}

    /** The kinds of problem: each has its stable type, its status and its title here and nowhere else. */
    public enum Type implements Labelled {
        MALFORMED(HttpStatus.BAD_REQUEST, "请求无法读取", "The request cannot be read"),
        UNAUTHORIZED(HttpStatus.UNAUTHORIZED, "需要有效的令牌", "A valid token is needed"),
        FORBIDDEN(HttpStatus.FORBIDDEN, "没有权限", "Not allowed"),
        IDENTITY_REFUSED(HttpStatus.FORBIDDEN, "身份不被接受", "The identity is not accepted"),
        CROSS_SITE(HttpStatus.FORBIDDEN, "来自其他站点的请求", "A request from another site"),
        NOT_YOURS(HttpStatus.FORBIDDEN, "不是您负责的对象", "Not a subject of yours"),
        NOT_FOUND(HttpStatus.NOT_FOUND, "没有找到", "Not found"),
        UNKNOWN_PLAN(HttpStatus.NOT_FOUND, "没有这个规划", "Unknown plan"),
        UNKNOWN_SUBJECT(HttpStatus.NOT_FOUND, "没有这个对象", "Unknown subject"),
        BEFORE_THE_PLAN(HttpStatus.NOT_FOUND, "规划尚未登记", "Before the plan"),
        MOMENT_AHEAD(HttpStatus.UNPROCESSABLE_ENTITY, "时刻尚未到来", "A moment ahead"),
        UNKNOWN_EVENT(HttpStatus.NOT_FOUND, "没有这个事件", "Unknown event"),
        UNKNOWN_COMMAND(HttpStatus.NOT_FOUND, "没有这个命令", "Unknown command"),
        ALREADY_REGISTERED(HttpStatus.CONFLICT, "已经登记", "Registered already"),
        PERIOD_ALREADY_REPORTED(HttpStatus.CONFLICT, "该时期已有报告", "Period reported already"),
        PERIOD_NOT_REPORTED(HttpStatus.NOT_FOUND, "该时期没有报告", "Period not reported"),
        STALE_VERSION(HttpStatus.PRECONDITION_FAILED, "版本已过期", "Stale version"),
        ADJUSTMENT_REQUIRED(HttpStatus.CONFLICT, "须通过调整更改", "An adjustment is required"),
        MILESTONE_REACHED(HttpStatus.CONFLICT, "里程碑已达成", "Milestone reached already"),
        WARNING_NOT_OPEN(HttpStatus.NOT_FOUND, "没有这项预警", "No such warning is open"),
        DAY_ALREADY_TURNED(HttpStatus.CONFLICT, "日期已过", "The day has turned already"),
        PERSON_ERASED(HttpStatus.CONFLICT, "人员已被删除", "Person erased already"),
        NOT_SIMULATED(HttpStatus.CONFLICT, "不是演示规划", "Not a simulated plan"),
        TOO_MANY_REQUESTS(HttpStatus.TOO_MANY_REQUESTS, "请求过于频繁", "Too many requests"),
        REFUSED_FILE(HttpStatus.UNPROCESSABLE_ENTITY, "文件有误", "The file is not accepted"),
        UNKNOWN_EVIDENCE(HttpStatus.NOT_FOUND, "没有这份证明材料", "Unknown evidence"),
        EVIDENCE_TOO_LARGE(HttpStatus.REQUEST_ENTITY_TOO_LARGE, "证明材料过大", "The evidence is too large"),
        DIGEST_MISMATCH(HttpStatus.UNPROCESSABLE_ENTITY, "摘要不符", "The digest does not match"),
        EVIDENCE_DAMAGED(HttpStatus.INTERNAL_SERVER_ERROR, "证明材料已损坏", "The evidence is damaged"),
        KEY_REUSED(HttpStatus.UNPROCESSABLE_ENTITY, "幂等键已被使用", "Idempotency key used before"),
        INVALID(HttpStatus.UNPROCESSABLE_ENTITY, "内容有误", "Invalid content"),
        UNKNOWN_GENERATION(HttpStatus.NOT_FOUND, "没有这一代视图", "Unknown generation"),
        GENERATION_BESIDE(HttpStatus.CONFLICT, "另一代视图正在运行", "Another generation runs"),
        DIGESTS_DIFFER(HttpStatus.CONFLICT, "视图内容不同", "The views differ"),
        UNKNOWN_WEBHOOK(HttpStatus.NOT_FOUND, "没有这个网络回调", "Unknown webhook"),
        UNKNOWN_DELIVERY(HttpStatus.NOT_FOUND, "没有这条死信", "Unknown delivery"),
        TOO_MANY_WEBHOOKS(HttpStatus.CONFLICT, "网络回调过多", "Too many webhooks"),
        LOG_ALTERED(HttpStatus.INTERNAL_SERVER_ERROR, "事件日志被改动", "The log was altered"),
        PROVIDER_UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE, "身份提供方暂不可用", "The identity provider does not answer"),
        NOT_READY(HttpStatus.SERVICE_UNAVAILABLE, "尚未就绪", "Not ready"),
        INTERNAL(HttpStatus.INTERNAL_SERVER_ERROR, "内部错误", "Internal error");

        private final HttpStatus status;
        private final Text title;

        Type(HttpStatus status, String zh, String en) {
            this.status = status;
            this.title = new Text(zh, en);
        }

        public HttpStatus status() {
            return status;
        }

        public Text title() {
            return title;
        }

        /** Whether the same request may succeed later. */
        public boolean isRetryable() {
            return this == NOT_READY || this == TOO_MANY_REQUESTS || this == PROVIDER_UNAVAILABLE;
        }

        public String uri() {
            return "/problems/" + label();
        }

        @Override
        public String label() {
            return Labelled.fromName(this);
        }
    }
}
