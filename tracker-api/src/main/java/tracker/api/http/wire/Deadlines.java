package tracker.api.http.wire;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.LastHttpContent;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Ends a connection whose other side is too slow: in sending a request, or in taking an answer. Each span is counted from its beginning and
 * not from the last byte, so that one byte a second gains nothing. How long an answer takes to be made is not counted: a stream of events
 * may go on for ever.
 */
final class Deadlines extends ChannelDuplexHandler {
    static final String NAME = "tracker-deadlines";

    private final WireSettings settings;
    private int open;
    private boolean interim;
    private Future<?> request;
    private Future<?> answer;

    Deadlines(WireSettings settings) {
        this.settings = settings;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        request = closing(context, settings.idleTimeout());
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        cancel(request);
        cancel(answer);
        context.fireChannelInactive();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest) {
            open++;
            cancel(request);
            request = closing(context, settings.bodyTimeout());
        }
        if (message instanceof LastHttpContent) {
            cancel(request);
            request = null;
            awaitNext(context);
        }
        context.fireChannelRead(message);
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (message instanceof HttpResponse response) {
            interim = response.status().code() < 200;
        }
        if (message instanceof LastHttpContent && !interim) {
            ChannelPromise written = promise.unvoid();
            written.addListener(done -> {
                open--;
                awaitNext(context);
            });
            var unused = context.write(message, written);
        } else {
            var unused = context.write(message, promise);
        }
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        cancel(answer);
        answer = context.channel().isWritable() ? null : closing(context, settings.answerTimeout());
        context.fireChannelWritabilityChanged();
    }

    /** Only where everything asked is answered, and nothing more was begun. */
    private void awaitNext(ChannelHandlerContext context) {
        if (open == 0 && request == null) {
            request = closing(context, settings.idleTimeout());
        }
    }

    private static Future<?> closing(ChannelHandlerContext context, Duration after) {
        Runnable close = () -> {
            var unused = context.close();
        };
        return context.executor().schedule(close, after.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static void cancel(Future<?> deadline) {
        if (deadline != null) {
            deadline.cancel(false);
        }
    }
}
