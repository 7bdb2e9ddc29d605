package tracker.api.http.wire;

import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.netty.channel.ChannelPipelineCustomizer;
import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.netty.channel.Channel;
import io.netty.channel.ChannelPipeline;
import jakarta.inject.Singleton;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicInteger;
import tracker.api.StartPhase;
import tracker.api.TrackerSettings;

/** Puts the limits on each connection that is accepted. Monitoring, on its own port, finds room where the API has none left. */
@Singleton
final class Connections implements BeanCreatedEventListener<NettyServerCustomizer.Registry> {
    private final WireSettings settings;
    private final int managementPort;
    private final StartPhase phase;
    private final AtomicInteger open = new AtomicInteger();

    Connections(WireSettings settings, TrackerSettings tracker, StartPhase phase) {
        this.settings = settings;
        this.phase = phase;
        this.managementPort = tracker.getManagementPort();
    }

    @Override
    public NettyServerCustomizer.Registry onCreated(BeanCreatedEvent<NettyServerCustomizer.Registry> event) {
        event.getBean().register(new OfChannel(null));
        return event.getBean();
    }

    private final class OfChannel implements NettyServerCustomizer {
        private final Channel channel;

        OfChannel(Channel channel) {
            this.channel = channel;
        }

        @Override
        public NettyServerCustomizer specializeForChannel(Channel of, ChannelRole role) {
            return role == ChannelRole.CONNECTION ? new OfChannel(of) : this;
        }

        @Override
        public void onStreamPipelineBuilt() {
            ChannelPipeline pipeline = channel.pipeline();
            pipeline.addAfter(
                    ChannelPipelineCustomizer.HANDLER_HTTP_SERVER_CODEC, Deadlines.NAME, new Deadlines(settings));
            pipeline.addAfter(ChannelPipelineCustomizer.HANDLER_HTTP_SERVER_CODEC, Heads.NAME, new Heads());
            pipeline.addAfter(
                    ChannelPipelineCustomizer.HANDLER_HTTP_SERVER_CODEC, Leaving.NAME, new Leaving(phase::isLeaving));
            if (settings.accessLog()) {
                pipeline.addAfter(ChannelPipelineCustomizer.HANDLER_HTTP_SERVER_CODEC, AccessLog.NAME, new AccessLog());
            }
            if (!isMonitoring()) {
                channel.closeFuture().addListener(closed -> open.decrementAndGet());
                if (open.incrementAndGet() > settings.connections()) {
                    var unused = channel.close();
                }
            }
        }

        private boolean isMonitoring() {
            return channel.localAddress() instanceof InetSocketAddress address && address.getPort() == managementPort;
        }
    }
}
