package tracker.api;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.env.Environment;
import io.micronaut.core.naming.conventions.StringConvention;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import tracker.api.access.TokenFile;
import tracker.api.audit.AuditKeys;
import tracker.api.audit.LogArchive;
import tracker.api.command.CommandGateway;
import tracker.api.command.DayClock;
import tracker.api.evidence.BlobStore;
import tracker.api.evidence.DirectoryBlobStore;
import tracker.api.evidence.EvidenceFiles;
import tracker.api.evidence.S3BlobStore;
import tracker.api.evidence.S3Settings;
import tracker.api.view.AppliedPositions;
import tracker.api.view.CommandQueries;
import tracker.api.view.EventFeed;
import tracker.api.view.PlanQueries;
import tracker.streams.codec.EventCodec;
import tracker.streams.runtime.StreamsSettings;
import tracker.streams.runtime.TrackerStreams;

/** Puts the node's parts together. None is made before the brokers' address is known. */
@Factory
final class TrackerFactory {
    /** Where the brokers are; with {@code kafka.*} beside it, every other setting of the Kafka clients. */
    static final String BOOTSTRAP = "kafka.bootstrap.servers";

    @Singleton
    StreamsSettings streamsSettings(
            TrackerSettings settings, Environment environment, @Property(name = BOOTSTRAP) String bootstrapServers) {
        Map<String, Object> properties = environment.getProperties("kafka", StringConvention.RAW);
        return settings.streams(bootstrapServers, KafkaClientSettings.of(System.getenv(), properties));
    }

    @Singleton
    EventCodec eventCodec() {
        return new EventCodec();
    }

    @Singleton
    TokenFile tokenFile(TrackerSettings settings) {
        return new TokenFile(settings.dataDirectory());
    }

    @Singleton
    @Bean(preDestroy = "close")
    TrackerStreams trackerStreams(StreamsSettings settings, EventCodec codec, AppliedPositions applied) {
        return new TrackerStreams(settings, codec, applied);
    }

    @Singleton
    @Bean(preDestroy = "close")
    CommandGateway commandGateway(StreamsSettings settings) {
        return new CommandGateway(settings);
    }

    @Singleton
    @Bean(preDestroy = "close")
    BlobStore blobStore(TrackerSettings settings, Optional<S3Settings> s3) {
        return s3.<BlobStore>map(S3BlobStore::new).orElseGet(() -> new DirectoryBlobStore(settings.evidence()));
    }

    @Singleton
    EvidenceFiles evidenceFiles(BlobStore store, TrackerSettings settings, Clock clock) {
        return new EvidenceFiles(store, settings.dataDirectory().resolve("drafts"), settings.getEvidenceLimit(), clock);
    }

    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }

    @Singleton
    @Bean(preDestroy = "close")
    DayClock dayClock(CommandGateway gateway, PlanQueries queries, Clock clock) {
        return new DayClock(gateway, queries, clock);
    }

    @Singleton
    PlanQueries planQueries(
            TrackerStreams streams, AppliedPositions applied, EventCodec codec, TrackerSettings settings) {
        return new PlanQueries(streams, applied, codec, settings.getReadWait());
    }

    @Singleton
    LogArchive logArchive(StreamsSettings streams, TrackerSettings settings, TrackerStreams running, Clock clock) {
        String cluster = running.clusterId();
        return new LogArchive(streams, cluster, AuditKeys.of(settings.dataDirectory(), "tracker-" + cluster), clock);
    }

    @Singleton
    CommandQueries commandQueries(TrackerStreams streams) {
        return new CommandQueries(streams);
    }

    @Singleton
    EventFeed eventFeed(PlanQueries queries, AppliedPositions applied, EventCodec codec, TrackerSettings settings) {
        return new EventFeed(queries, applied, codec, settings.getHeartbeat());
    }
}
