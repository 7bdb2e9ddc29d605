package tracker.api;

import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.env.Environment;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import tracker.api.access.TokenFile;
import tracker.api.audit.AuditKeys;
import tracker.api.audit.CheckpointClock;
import tracker.api.audit.Checkpoints;
import tracker.api.audit.LogArchive;
import tracker.api.audit.LogReader;
import tracker.api.audit.LogVerification;
import tracker.api.audit.OwnPartitions;
import tracker.api.audit.PartitionAudit;
import tracker.api.audit.Proofs;
import tracker.api.blobs.BlobStore;
import tracker.api.blobs.DirectoryBlobStore;
import tracker.api.blobs.S3BlobStore;
import tracker.api.blobs.S3Settings;
import tracker.api.command.CommandGateway;
import tracker.api.command.CommandObserver;
import tracker.api.command.DayClock;
import tracker.api.evidence.EvidenceFiles;
import tracker.api.export.PlanExport;
import tracker.api.metrics.StateMetrics;
import tracker.api.persons.Erasures;
import tracker.api.persons.Persons;
import tracker.api.settings.KafkaClientSettings;
import tracker.api.view.CommandQueries;
import tracker.api.view.EventFeed;
import tracker.api.view.GenerationParts;
import tracker.api.view.GenerationQueries;
import tracker.api.view.LogQueries;
import tracker.api.view.PlanQueries;
import tracker.api.webhooks.Courier;
import tracker.streams.codec.EventCodec;
import tracker.streams.runtime.KafkaClients;
import tracker.streams.runtime.LogWatch;
import tracker.streams.runtime.StreamsSettings;
import tracker.streams.runtime.TrackerStreams;
import tracker.streams.topology.DecisionObserver;

/** Puts the node's parts together. None is made before the brokers' address is known. */
@Factory
final class TrackerFactory {
    /** Where the brokers are; with {@code kafka.*} beside it, every other setting of the Kafka clients. */
    static final String BOOTSTRAP = "kafka.bootstrap.servers";

    @Singleton
    StreamsSettings streamsSettings(
            TrackerSettings settings,
            NodeSettings self,
            Environment environment,
            @Property(name = BOOTSTRAP) String bootstrapServers) {
        return settings.streams(self, bootstrapServers, KafkaClientSettings.of(System.getenv(), environment));
    }

    @Singleton
    EventCodec eventCodec() {
        return new EventCodec();
    }

    @Singleton
    TokenFile tokenFile(TrackerSettings settings, NodeSettings self) {
        return new TokenFile(self.sharedDirectory(settings));
    }

    @Singleton
    @Bean(preDestroy = "close")
    TrackerStreams trackerStreams(StreamsSettings settings, EventCodec codec, Optional<DecisionObserver> observer) {
        return new TrackerStreams(settings, codec, observer.orElse(DecisionObserver.NONE));
    }

    @Singleton
    @Bean(preDestroy = "close")
    CommandGateway commandGateway(StreamsSettings settings, List<CommandObserver> observers) {
        return new CommandGateway(settings, observers);
    }

    @Singleton
    @Bean(preDestroy = "close")
    BlobStore blobStore(TrackerSettings settings, Optional<S3Settings> s3) {
        return s3.<BlobStore>map(S3BlobStore::new).orElseGet(() -> new DirectoryBlobStore(settings.filesDirectory()));
    }

    @Singleton
    EvidenceFiles evidenceFiles(BlobStore store, TrackerSettings settings, Clock clock) {
        return new EvidenceFiles(store, settings.dataDirectory().resolve("drafts"), settings.getEvidenceLimit(), clock);
    }

    @Singleton
    Persons persons(BlobStore store) {
        return new Persons(store, new SecureRandom());
    }

    @Singleton
    @Bean(preDestroy = "close")
    Erasures erasures(PlanQueries queries, Persons persons) {
        return new Erasures(queries, persons);
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
    PlanQueries planQueries(TrackerStreams streams, EventCodec codec, TrackerSettings settings) {
        return new PlanQueries(streams, codec, settings.getReadWait());
    }

    @Singleton
    LogQueries logQueries(TrackerStreams streams) {
        return new LogQueries(streams);
    }

    @Singleton
    LogReader logReader(StreamsSettings settings) {
        return new LogReader(settings);
    }

    @Singleton
    @Bean(preDestroy = "close")
    Checkpoints checkpoints(
            StreamsSettings streams,
            TrackerSettings settings,
            NodeSettings self,
            TrackerStreams running,
            LogQueries log,
            Clock clock) {
        AuditKeys keys = AuditKeys.of(self.sharedDirectory(settings), running.logName());
        return new Checkpoints(running.logName(), keys, log, KafkaClients.producer(streams), clock);
    }

    /** Closed by whoever started it, while requests are still answered. */
    @Singleton
    CheckpointClock checkpointClock(Checkpoints checkpoints, StreamsSettings streams, TrackerSettings settings) {
        return new CheckpointClock(checkpoints, streams.partitions(), settings.getCheckpointInterval());
    }

    @Singleton
    @Bean(preDestroy = "close")
    LogWatch logWatch(StreamsSettings settings, Clock clock) {
        return new LogWatch(settings, clock);
    }

    @Singleton
    @Bean(preDestroy = "close")
    StateMetrics stateMetrics(
            MeterRegistry registry,
            TrackerStreams streams,
            PlanQueries plans,
            Checkpoints checkpoints,
            LogWatch log,
            Courier courier,
            TrackerSettings settings,
            Clock clock) {
        return new StateMetrics(
                registry, streams, plans, checkpoints, log, courier.counts(), clock, settings.getMetricsInterval());
    }

    @Singleton
    OwnPartitions ownPartitions(LogQueries log, Checkpoints checkpoints, Proofs proofs) {
        return new OwnPartitions(log, checkpoints, proofs);
    }

    @Singleton
    LogArchive logArchive(
            LogReader log,
            LogQueries views,
            PartitionAudit audit,
            Checkpoints checkpoints,
            StreamsSettings streams,
            TrackerSettings settings,
            Clock clock) {
        return new LogArchive(log, views, audit, checkpoints, streams.partitions(), settings.getReadWait(), clock);
    }

    @Singleton
    Proofs proofs(LogQueries log, Checkpoints checkpoints, EventCodec codec) {
        return new Proofs(log, checkpoints, codec);
    }

    @Singleton
    LogVerification logVerification(
            LogArchive archive,
            PartitionAudit audit,
            Checkpoints checkpoints,
            EventCodec codec,
            StreamsSettings streams) {
        return new LogVerification(archive, audit, checkpoints, codec, streams.partitions());
    }

    @Singleton
    PlanExport planExport(
            LogReader log,
            Checkpoints checkpoints,
            StreamsSettings streams,
            EventCodec codec,
            Persons persons,
            Clock clock) {
        return new PlanExport(log, checkpoints.log(), streams.partitions(), codec, persons, clock);
    }

    @Singleton
    GenerationQueries generationQueries(TrackerStreams streams, EventCodec codec, GenerationParts elsewhere) {
        return new GenerationQueries(streams, codec, elsewhere);
    }

    @Singleton
    CommandQueries commandQueries(TrackerStreams streams) {
        return new CommandQueries(streams);
    }

    @Singleton
    EventFeed eventFeed(PlanQueries queries, EventCodec codec, TrackerSettings settings) {
        return new EventFeed(queries, codec, settings.getHeartbeat());
    }
}
