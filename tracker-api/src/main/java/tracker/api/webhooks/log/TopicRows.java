package tracker.api.webhooks.log;

import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import tracker.api.webhooks.Rows;
import tracker.streams.runtime.StreamsSettings;
import tracker.streams.runtime.TableTopic;
import tracker.streams.topology.Topics;

/** The webhooks' rows on their topic. */
public final class TopicRows implements Rows {
    private final StreamsSettings settings;
    private volatile TableTopic topic;

    public TopicRows(StreamsSettings settings) {
        this.settings = settings;
    }

    @Override
    public void start(BiConsumer<String, byte[]> sink) {
        TableTopic started = new TableTopic(settings, Topics.WEBHOOKS, sink);
        topic = started;
        started.start();
    }

    @Override
    public CompletableFuture<Void> caughtUp() {
        return topic == null ? new CompletableFuture<>() : topic.caughtUp();
    }

    @Override
    public CompletableFuture<Void> put(String key, byte[] value) {
        return topic.put(key, value);
    }

    @Override
    public void close() {
        if (topic != null) {
            topic.close();
        }
    }
}
