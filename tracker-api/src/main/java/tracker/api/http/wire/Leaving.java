package tracker.api.http.wire;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.util.ReferenceCountUtil;
import java.util.function.BooleanSupplier;

/**
 * What fails while the tracker leaves, fails because of that: the connection ends, as it would a moment later, and nobody is told of a fault
 * that there is none.
 */
final class Leaving extends ChannelOutboundHandlerAdapter {
    static final String NAME = "tracker-leaving";

    private final BooleanSupplier leaving;

    Leaving(BooleanSupplier leaving) {
        this.leaving = leaving;
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (message instanceof HttpResponse response
                && HttpResponseStatus.INTERNAL_SERVER_ERROR.equals(response.status())
                && leaving.getAsBoolean()) {
            ReferenceCountUtil.release(message);
            context.close(promise);
        } else {
            context.write(message, promise);
        }
    }
}
