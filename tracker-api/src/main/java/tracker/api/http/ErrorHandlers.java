package tracker.api.http;

import io.micronaut.core.annotation.Order;
import io.micronaut.core.convert.exceptions.ConversionErrorException;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Error;
import io.micronaut.http.exceptions.BufferLengthExceededException;
import io.micronaut.http.exceptions.ContentLengthExceededException;
import io.micronaut.http.exceptions.HttpStatusException;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import io.micronaut.http.server.netty.NettyHttpRequest;
import io.micronaut.security.authentication.AuthorizationException;
import io.micronaut.web.router.exceptions.UnsatisfiedRouteException;
import io.netty.handler.codec.compression.DecompressionException;
import jakarta.inject.Singleton;
import java.io.EOFException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tracker.api.access.MissingRight;
import tracker.api.audit.LogAlteredException;
import tracker.api.blobs.StoreUnavailableException;
import tracker.api.metrics.AccessMetrics;
import tracker.api.tables.UnreadableTableException;
import tracker.api.view.NotReadyException;
import tracker.api.view.StoreMovedException;
import tracker.streams.domain.Text;

/** Turns every exception and every error of the framework into a problem. */
@Controller
final class ErrorHandlers {
    private static final Logger LOG = LoggerFactory.getLogger(ErrorHandlers.class);

    private final Problems problems;
    private final AccessMetrics metrics;
    private final OtherTypes otherTypes;

    ErrorHandlers(Problems problems, AccessMetrics metrics, OtherTypes otherTypes) {
        this.otherTypes = otherTypes;
        this.problems = problems;
        this.metrics = metrics;
    }

    @Error(global = true)
    HttpResponse<?> problem(HttpRequest<?> request, ProblemException problem) {
        return problems.of(request, problem);
    }

    @Error(global = true)
    HttpResponse<?> unreadable(HttpRequest<?> request, UnreadableTableException unreadable) {
        return problems.of(request, unreadable.faults());
    }

    @Error(global = true)
    HttpResponse<?> notReady(HttpRequest<?> request, NotReadyException notReady) {
        LOG.debug("not ready: {}", notReady.getMessage());
        if (notReady instanceof StoreMovedException) {
            request.setAttribute(HopJourney.MOVED, true);
        }
        return problems.of(
                request,
                Problem.Type.NOT_READY,
                new Text("数据正在准备，请稍后再试。", "The state is not ready yet; ask again shortly."));
    }

    @Error(global = true)
    HttpResponse<?> altered(HttpRequest<?> request, LogAlteredException altered) {
        LOG.error("{}", altered.getMessage());
        return problems.of(
                request,
                Problem.Type.LOG_ALTERED,
                new Text("事件日志与已签名的检查点不符。", "The event log is not the one that was signed."));
    }

    @Error(global = true)
    HttpResponse<?> storeUnavailable(HttpRequest<?> request, StoreUnavailableException unavailable) {
        LOG.warn(
                "{} {}: the store of evidence does not answer",
                request.getMethodName(),
                request.getPath(),
                unavailable);
        return problems.of(
                request,
                Problem.Type.NOT_READY,
                new Text("文件库暂不可用，请稍后再试。", "The file store is not available; ask again shortly."));
    }

    @Error(global = true)
    HttpResponse<?> tooLarge(HttpRequest<?> request, BufferLengthExceededException tooLarge) {
        return Frameworks.of(problems, request, HttpStatus.REQUEST_ENTITY_TOO_LARGE);
    }

    @Error(global = true)
    HttpResponse<?> tooLarge(HttpRequest<?> request, ContentLengthExceededException tooLarge) {
        return Frameworks.of(problems, request, HttpStatus.REQUEST_ENTITY_TOO_LARGE);
    }

    @Error(global = true)
    HttpResponse<?> notPacked(HttpRequest<?> request, DecompressionException notPacked) {
        return problems.of(
                request,
                Problem.Type.MALFORMED,
                new Text("请求体的压缩格式不符。", "The body is not packed as its Content-Encoding says."));
    }

    @Error(global = true)
    HttpResponse<?> missing(HttpRequest<?> request, UnsatisfiedRouteException missing) {
        String name = missing.getArgument().getName();
        return problems.of(
                request, Problem.Type.MALFORMED, new Text("须给出 " + name + "。", "'" + name + "' is required."));
    }

    @Error(global = true)
    HttpResponse<?> unlike(HttpRequest<?> request, ConversionErrorException unlike) {
        String name = unlike.getArgument().getName();
        return problems.of(
                request, Problem.Type.MALFORMED, new Text(name + " 的格式不正确。", "'" + name + "' is not of its form."));
    }

    @Error(global = true)
    HttpResponse<?> unauthorized(HttpRequest<?> request, AuthorizationException refused) {
        if (MissingRight.of(request).isEmpty()) {
            Optional<HttpStatus> otherType = otherTypes.refusal(request, refused.getAuthentication());
            if (otherType.isPresent()) {
                return Frameworks.of(problems, request, otherType.get());
            }
        }
        // Who it was shows by role only: names of persons do not go into logs, nor do tokens.
        LOG.info(
                "refused: {} {} by {}",
                request.getMethodName(),
                request.getPath(),
                refused.getAuthentication() == null
                        ? "nobody known"
                        : refused.getAuthentication().getRoles());
        metrics.refused(refused.isForbidden() ? "right" : "token");
        if (!refused.isForbidden()) {
            return problems.of(request, Problem.Type.UNAUTHORIZED, null);
        }
        return MissingRight.of(request)
                .or(() -> otherTypes.missingRight(request, refused.getAuthentication()))
                .<HttpResponse<?>>map(right -> problems.missingRight(request, right.label()))
                .orElseGet(() -> problems.of(request, Problem.Type.NOT_FOUND, null));
    }

    @Error(global = true)
    HttpResponse<?> unexpected(HttpRequest<?> request, Throwable fault) {
        if (fault instanceof HttpStatusException status) {
            return Frameworks.of(problems, request, status.getStatus());
        }
        if (fault instanceof EOFException && isGone(request)) {
            // The caller left or was too slow. It is no fault of ours, and may be done a thousand times a second.
            LOG.debug("a body did not come to its end");
            return problems.of(
                    request, Problem.Type.MALFORMED, new Text("请求未传完。", "The request did not come to its end."));
        }
        LOG.error("{} {} failed", request.getMethodName(), request.getPath(), fault);
        return problems.of(request, Problem.Type.INTERNAL, null);
    }

    private static boolean isGone(HttpRequest<?> request) {
        return request instanceof NettyHttpRequest<?> netty
                && !netty.getChannelHandlerContext().channel().isActive();
    }

    /** What the framework refuses by itself (no such route, method, media type, a body that is too large) in the same form. */
    @Singleton
    @Order(Ordered.HIGHEST_PRECEDENCE)
    static final class Frameworks implements ErrorResponseProcessor<Problem> {
        private final Problems problems;

        Frameworks(Problems problems) {
            this.problems = problems;
        }

        @Override
        public MutableHttpResponse<Problem> processResponse(ErrorContext context, MutableHttpResponse<?> response) {
            MutableHttpResponse<Problem> problem = of(problems, context.getRequest(), response.status());
            response.getHeaders().forEach((name, values) -> {
                if (!problem.getHeaders().contains(name)) {
                    values.forEach(value -> problem.header(name, value));
                }
            });
            return problem;
        }

        static MutableHttpResponse<Problem> of(Problems problems, HttpRequest<?> request, HttpStatus status) {
            Problem.Type type =
                    switch (status) {
                        case UNAUTHORIZED -> Problem.Type.UNAUTHORIZED;
                        case FORBIDDEN -> Problem.Type.FORBIDDEN;
                        case NOT_FOUND -> Problem.Type.NOT_FOUND;
                        case SERVICE_UNAVAILABLE -> Problem.Type.NOT_READY;
                        default -> status.getCode() >= 500 ? Problem.Type.INTERNAL : Problem.Type.MALFORMED;
                    };
            MutableHttpResponse<Problem> problem =
                    problems.of(request, type, new Text(status.getReason(), status.getReason()));
            return type == Problem.Type.MALFORMED ? withStatus(problem, status) : problem;
        }

        private static MutableHttpResponse<Problem> withStatus(
                MutableHttpResponse<Problem> problem, HttpStatus status) {
            Problem of = problem.body();
            return problem.status(status)
                    .body(new Problem(
                            of.type(),
                            of.title(),
                            status.getCode(),
                            of.detail(),
                            of.retryable(),
                            null,
                            null,
                            null,
                            null));
        }
    }
}
