package tracker.api.http.wire;

import io.netty.buffer.ByteBufHolder;
import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.AttributeKey;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One line a request, when the last byte of its answer was written: bytes are those of the body as it was sent, compressed or not. */
public final class AccessLog extends ChannelDuplexHandler {
    public static final String SETTING = "tracker.access-log";
    static final String NAME = "tracker-access-log";

    private static final Logger LOG = LoggerFactory.getLogger(AccessLog.class);
    private static final AttributeKey<Map<String, Note>> NOTES = AttributeKey.valueOf(AccessLog.class, "notes");
    private static final Note UNKNOWN = new Note("-", "-", "-");

    private final Queue<Asked> asked = new ArrayDeque<>();
    private HttpResponse answering;
    private long bytes;

    /** What is known of one request where it was handled; {@code route} is the route's template. */
    public record Note(String requestId, String route, String role) {}

    private record Asked(String method, long began) {}

    /** To be called before the answer is written. */
    public static void note(Channel channel, Note note) {
        Map<String, Note> notes = channel.attr(NOTES).get();
        if (notes != null) {
            notes.put(note.requestId(), note);
        }
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        context.channel().attr(NOTES).set(new ConcurrentHashMap<>());
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest request) {
            asked.add(new Asked(request.method().name(), System.nanoTime()));
        }
        context.fireChannelRead(message);
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (message instanceof HttpResponse response && response.status().code() >= 200) {
            answering = response;
            bytes = 0;
        }
        if (message instanceof ByteBufHolder content) {
            bytes += content.content().readableBytes();
        }
        if (message instanceof LastHttpContent && answering != null) {
            HttpResponse answered = answering;
            long sent = bytes;
            answering = null;
            ChannelPromise written = promise.unvoid();
            written.addListener(done -> line(context.channel(), answered, sent));
            var unused = context.write(message, written);
        } else {
            var unused = context.write(message, promise);
        }
    }

    private void line(Channel channel, HttpResponse answered, long sent) {
        Asked question = asked.poll();
        if (question == null) {
            return;
        }
        String id = answered.headers().get("X-Request-Id", "-");
        Note note = channel.attr(NOTES).get().getOrDefault(id, UNKNOWN);
        channel.attr(NOTES).get().remove(id);
        long millis = Duration.ofNanos(System.nanoTime() - question.began()).toMillis();
        int status = answered.status().code();
        LOG.atInfo()
                .addKeyValue("request", id)
                .addKeyValue("method", question.method())
                .addKeyValue("route", note.route())
                .addKeyValue("status", status)
                .addKeyValue("millis", millis)
                .addKeyValue("bytes", sent)
                .addKeyValue("role", note.role())
                .log(
                        "[{}] {} {} {}, {} ms, {} bytes, {}",
                        id,
                        question.method(),
                        note.route(),
                        status,
                        millis,
                        sent,
                        note.role());
    }
}
