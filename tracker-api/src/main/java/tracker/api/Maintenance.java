package tracker.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import org.apache.kafka.clients.admin.Admin;
import tracker.api.backup.Backup;
import tracker.api.backup.Installation;
import tracker.api.backup.Manifest;
import tracker.api.backup.Restore;
import tracker.api.blobs.BlobStore;
import tracker.api.schemas.SchemaRegistry;
import tracker.schemas.ReleasedSchemas;
import tracker.streams.codec.EventCodec;
import tracker.streams.domain.Text;
import tracker.streams.runtime.KafkaClients;
import tracker.streams.runtime.LogIdentity;
import tracker.streams.runtime.RestoreUnfinishedException;
import tracker.streams.runtime.StreamsSettings;
import tracker.streams.runtime.TopicGuard;
import tracker.streams.topology.Topics;

/** What is done on a tracker's ground instead of starting one. */
final class Maintenance {
    private Maintenance() {}

    static boolean isWanted(TrackerSettings settings) {
        return settings.isCreateTopics() || settings.getBackup() != null || settings.getRestore() != null;
    }

    /** Does what the settings want, and says what it did. */
    static Text run(Ground ground) {
        TrackerSettings settings = ground.get(TrackerSettings.class);
        if (settings.isCreateTopics()) {
            return prepared(ground, settings.getSchemaRegistry());
        }
        Installation installation =
                new Installation(ground.get(NodeSettings.class).sharedDirectory(settings), ground.get(BlobStore.class));
        try {
            return settings.getBackup() == null
                    ? restored(ground, installation, Path.of(settings.getRestore()))
                    : taken(ground, installation, Path.of(settings.getBackup()));
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    private static Text prepared(Ground ground, String registry) {
        TopicGuard.prepare(ground.get(StreamsSettings.class));
        if (registry == null) {
            return new Text("主题已就绪", "the topics are prepared");
        }
        new SchemaRegistry(URI.create(registry)).publish(Topics.EVENTS, ReleasedSchemas.events());
        return new Text("主题已就绪，模式已登记", "the topics are prepared, and the registry has the schemas");
    }

    private static Text taken(Ground ground, Installation installation, Path directory) throws IOException {
        StreamsSettings streams = ground.get(StreamsSettings.class);
        LogIdentity log;
        try (Admin admin = KafkaClients.admin(streams)) {
            log = LogIdentity.of(streams, admin);
        }
        if (!log.complete()) {
            throw new RestoreUnfinishedException();
        }
        Manifest manifest = new Backup(streams, installation, ground.get(EventCodec.class), ground.get(Clock.class))
                .take(directory, log.name());
        return new Text(
                "已备份 %d 条事件至 %s".formatted(manifest.events(), directory),
                "%d events backed up to %s".formatted(manifest.events(), directory));
    }

    private static Text restored(Ground ground, Installation installation, Path directory) throws IOException {
        Manifest manifest = new Restore(ground.get(StreamsSettings.class), installation, ground.get(EventCodec.class))
                .bring(directory);
        return new Text(
                "已从 %s 恢复 %d 条事件并核对无误".formatted(directory, manifest.events()),
                "%d events brought back from %s, and verified".formatted(manifest.events(), directory));
    }
}
