package tracker.api.bench.load;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import tracker.api.bench.ground.Latencies;

/** As many connections as are wanted, each of which asks again when it is answered. One thread serves them all, for the least of the machine. */
final class HttpLoad implements AutoCloseable {
    private static final int LARGEST = 256 << 20;

    /** Its thread keeps nobody alive: a driver that fails ends, so that who asked it hears of that. */
    private final EventLoopGroup group = new NioEventLoopGroup(1, new DefaultThreadFactory("load", true));

    private final int port;

    HttpLoad(int port) {
        this.port = port;
    }

    /** Asks {@code count} times; each answer must be of {@code status}, else there is no figure. */
    Done run(int count, int connections, int status, IntFunction<FullHttpRequest> request)
            throws InterruptedException, ExecutionException {
        Run run = new Run(count, status, request);
        long began = System.nanoTime();
        for (int connection = 0; connection < Math.min(count, connections); connection++) {
            new Bootstrap()
                    .group(group)
                    .channel(NioSocketChannel.class)
                    .handler(new ChannelInitializer<SocketChannel>() {
                        @Override
                        protected void initChannel(SocketChannel channel) {
                            channel.pipeline()
                                    .addLast(
                                            new HttpClientCodec(), new HttpObjectAggregator(LARGEST), run.connection());
                        }
                    })
                    .connect("127.0.0.1", port)
                    .sync();
        }
        run.ended.get();
        return run.done((System.nanoTime() - began) / 1e9);
    }

    @Override
    public void close() {
        group.shutdownGracefully();
    }

    /** All of it is touched by the group's one thread. */
    private static final class Run {
        private final int count;
        private final int status;
        private final IntFunction<FullHttpRequest> request;
        private final AtomicInteger asked = new AtomicInteger();
        private final Latencies took = new Latencies();
        private final CompletableFuture<Void> ended = new CompletableFuture<>();

        private Run(int count, int status, IntFunction<FullHttpRequest> request) {
            this.count = count;
            this.status = status;
            this.request = request;
        }

        private Done done(double seconds) {
            return new Done(count / seconds, took.at(50), took.at(99));
        }

        private SimpleChannelInboundHandler<FullHttpResponse> connection() {
            return new SimpleChannelInboundHandler<>() {
                private long sent;

                @Override
                public void channelActive(ChannelHandlerContext context) {
                    next(context);
                }

                @Override
                protected void channelRead0(ChannelHandlerContext context, FullHttpResponse answer) {
                    took.add(System.nanoTime() - sent);
                    if (answer.status().code() != status) {
                        ended.completeExceptionally(new IllegalStateException(
                                answer.status() + " " + answer.content().toString(StandardCharsets.UTF_8)));
                        context.close();
                    } else if (took.count() == count) {
                        ended.complete(null);
                        context.close();
                    } else {
                        next(context);
                    }
                }

                private void next(ChannelHandlerContext context) {
                    int number = asked.getAndIncrement();
                    if (number >= count) {
                        context.close();
                        return;
                    }
                    sent = System.nanoTime();
                    context.writeAndFlush(request.apply(number));
                }

                @Override
                public void exceptionCaught(ChannelHandlerContext context, Throwable fault) {
                    ended.completeExceptionally(fault);
                    context.close();
                }
            };
        }
    }
}
