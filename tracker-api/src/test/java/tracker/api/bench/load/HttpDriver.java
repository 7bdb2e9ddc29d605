package tracker.api.bench.load;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import tracker.api.bench.ground.Lines;
import tracker.streams.domain.SubjectId;

/**
 * Asks one server over HTTP. Arguments: port, token ({@code -} for none), plans, the first plan's number, and, where there are reports
 * already, the first month that has none. Is told {@code get COUNT CONNECTIONS PATH}, {@code same COUNT CONNECTIONS PATH ETAG}, {@code some
 * COUNT CONNECTIONS QUERY} (of subjects here and there) and {@code post COUNT CONNECTIONS}; what the reports are of goes on from call to call.
 */
public final class HttpDriver {
    private static final int STRIDE = 7_919;

    private final MadePlans made = new MadePlans();
    private final HttpLoad load;
    private final String token;
    private final int plans;
    private final int firstPlan;
    private int next;

    private HttpDriver(String... arguments) {
        load = new HttpLoad(Integer.parseInt(arguments[0]));
        token = arguments[1];
        plans = Integer.parseInt(arguments[2]);
        firstPlan = Integer.parseInt(arguments[3]);
        next = arguments.length > 4 ? Integer.parseInt(arguments[4]) * plans * made.subjects() : 0;
    }

    public static void main(String[] arguments) throws Exception {
        HttpDriver driver = new HttpDriver(arguments);
        Lines.serve(driver::run);
    }

    private Done run(List<String> words) throws InterruptedException, ExecutionException {
        int count = Integer.parseInt(words.get(1));
        int connections = Integer.parseInt(words.get(2));
        String query = words.size() > 3 ? words.get(3) : "";
        return switch (words.get(0)) {
            case "get" -> load.run(count, connections, 200, number -> get(words.get(3), null));
            case "same" -> load.run(count, connections, 304, number -> get(words.get(3), words.get(4)));
            case "some" -> load.run(count, connections, 200, number -> get(some(number) + query, null));
            case "post" -> load.run(count, connections, 201, number -> post());
            default -> throw new IllegalArgumentException(words.get(0));
        };
    }

    /** Any subject, as if by chance. */
    private String some(int number) {
        SubjectId subject = made.subject(
                firstPlan + (int) ((long) number * STRIDE % plans), (int) ((long) number * STRIDE % made.subjects()));
        return "/api/v1/plans/%s/%s/%s".formatted(subject.plan(), subject.kind().collection(), subject.id());
    }

    private FullHttpRequest get(String path, String tag) {
        FullHttpRequest request = new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, path);
        head(request);
        if (tag != null) {
            request.headers().set(HttpHeaderNames.IF_NONE_MATCH, tag);
        }
        return request;
    }

    private FullHttpRequest post() {
        int number = next++;
        int index = number / plans % made.subjects();
        int month = number / plans / made.subjects();
        SubjectId subject = made.subject(firstPlan + number % plans, index);
        FullHttpRequest request = new DefaultFullHttpRequest(
                HttpVersion.HTTP_1_1,
                HttpMethod.POST,
                "/api/v1/plans/%s/%s/%s/reports"
                        .formatted(subject.plan(), subject.kind().collection(), subject.id()),
                Unpooled.copiedBuffer(made.body(index, month), StandardCharsets.UTF_8));
        head(request);
        request.headers()
                .set(HttpHeaderNames.CONTENT_TYPE, HttpHeaderValues.APPLICATION_JSON)
                .set(HttpHeaderNames.CONTENT_LENGTH, request.content().readableBytes())
                .set("Idempotency-Key", UUID.randomUUID().toString());
        return request;
    }

    private void head(FullHttpRequest request) {
        request.headers().set(HttpHeaderNames.HOST, "localhost");
        if (!token.equals("-")) {
            request.headers().set(HttpHeaderNames.AUTHORIZATION, "Bearer " + token);
        }
    }
}
