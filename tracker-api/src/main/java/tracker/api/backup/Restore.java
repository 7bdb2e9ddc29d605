package tracker.api.backup;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import tracker.api.audit.AuditKeys;
import tracker.api.audit.LogReader;
import tracker.streams.audit.ArchiveReader;
import tracker.streams.audit.ArchiveVerifier;
import tracker.streams.audit.Entry;
import tracker.streams.audit.Frontier;
import tracker.streams.audit.GrowingTree;
import tracker.streams.audit.LoggedEvent;
import tracker.streams.audit.Trust;
import tracker.streams.audit.Verification;
import tracker.streams.codec.EventCodec;
import tracker.streams.runtime.KafkaClients;
import tracker.streams.runtime.LogIdentity;
import tracker.streams.runtime.StateTopics;
import tracker.streams.runtime.StreamsSettings;
import tracker.streams.runtime.TopicGuard;
import tracker.streams.topology.RebuiltStates;
import tracker.streams.topology.Topics;

/**
 * Brings a backup back into brokers and a data directory that have nothing of a tracker yet. It is verified before anything is written, and
 * what lies on the brokers then is held against it. Until it is whole, no tracker starts on it.
 */
public final class Restore {
    private final StreamsSettings settings;
    private final Installation installation;
    private final EventCodec codec;

    public Restore(StreamsSettings settings, Installation installation, EventCodec codec) {
        this.settings = settings;
        this.installation = installation;
        this.codec = codec;
    }

    /** {@link BackupRefusedException} where the backup is not what it was, or would meet something that is there already. */
    public Manifest bring(Path path) throws IOException {
        BackupDirectory backup = BackupDirectory.open(path);
        Manifest manifest = backup.manifest();
        Verification.Verified verified = verified(backup, manifest);
        try (Admin admin = KafkaClients.admin(settings);
                KafkaProducer<String, byte[]> producer = KafkaClients.producer(settings)) {
            requireRoom(admin, manifest);
            new TopicGuard(admin, settings).check();
            create(admin);
            new LogIdentity(manifest.log(), false).publish(settings);
            sendLog(backup, producer);
            new KeptTopics(backup.topics()).restore(producer);
            installation.copyFrom(backup);
            requireSame(verified);
            new LogIdentity(manifest.log(), true).publish(settings);
        }
        return manifest;
    }

    private Verification.Verified verified(BackupDirectory backup, Manifest manifest) throws IOException {
        Trust trust = new Trust(
                manifest.log(),
                manifest.partitions(),
                AuditKeys.of(backup.keys(), manifest.log()).verifiers(),
                List.of());
        try (InputStream archive = new BufferedInputStream(Files.newInputStream(backup.log()))) {
            Verification verification = new ArchiveVerifier(codec, trust).verify(archive);
            if (verification instanceof Verification.Verified verified) {
                return verified;
            }
            throw new BackupRefusedException(
                    "备份中的日志未通过验证：" + verification.summary().problems(),
                    "The backup's log does not verify: "
                            + verification.summary().problems());
        }
    }

    private void requireRoom(Admin admin, Manifest manifest) {
        if (manifest.partitions() != settings.partitions()) {
            throw new BackupRefusedException(
                    "备份有 %d 个分区：请设置 tracker.partitions=%1$d。".formatted(manifest.partitions()),
                    "The backup has %d partitions: set tracker.partitions=%1$d.".formatted(manifest.partitions()));
        }
        Set<String> present = await(admin.listTopics().names());
        boolean free = Topics.ALL.stream().noneMatch(present::contains)
                && StateTopics.topics(settings).stream().noneMatch(topic -> present.contains(topic.name()))
                && !Files.exists(settings.stateDirectory())
                && installation.isEmpty();
        if (!free) {
            throw new BackupRefusedException(
                    "代理或数据目录中已有跟踪系统的数据：只能恢复到空的代理与目录。",
                    "The brokers or the data directory have a tracker's data already: a backup is brought back into empty ones only.");
        }
    }

    private void create(Admin admin) {
        await(admin.createTopics(StateTopics.topics(settings)).all());
    }

    private void sendLog(BackupDirectory backup, KafkaProducer<String, byte[]> producer) throws IOException {
        Sending sending = new Sending(producer);
        List<RebuiltStates> states = new ArrayList<>();
        IntStream.range(0, settings.partitions()).forEach(partition -> states.add(new RebuiltStates(codec)));
        try (InputStream archive = new BufferedInputStream(Files.newInputStream(backup.log()))) {
            ArchiveReader reader = new ArchiveReader(archive);
            for (Entry entry = reader.next(); entry != null; entry = reader.next()) {
                if (entry instanceof Entry.OfEvent event) {
                    LoggedEvent logged = event.logged();
                    sending.send(new ProducerRecord<>(
                            Topics.EVENTS,
                            logged.partition(),
                            logged.timestamp().toEpochMilli(),
                            logged.key(),
                            logged.event()));
                    states.get(logged.partition()).apply(logged.event());
                }
            }
        }
        for (int partition = 0; partition < states.size(); partition++) {
            sendStates(partition, states.get(partition), sending);
        }
        sending.finish();
    }

    /** What the write path decides on: without these rows it would take every subject for unknown. */
    private static void sendStates(int partition, RebuiltStates states, Sending sending) throws IOException {
        List<ProducerRecord<String, byte[]>> rows = new ArrayList<>();
        states.forEach((key, row) -> rows.add(new ProducerRecord<>(StateTopics.SUBJECTS, partition, key, row)));
        for (ProducerRecord<String, byte[]> row : rows) {
            sending.send(row);
        }
    }

    private void requireSame(Verification.Verified backup) throws IOException {
        List<GrowingTree> trees = new ArrayList<>();
        backup.partitions().forEach(partition -> trees.add(new GrowingTree(new Frontier(), 0)));
        new LogReader(settings)
                .read(
                        IntStream.range(0, settings.partitions()).boxed().toList(),
                        logged -> trees.get(logged.partition()).append(logged.event()));
        for (Verification.PartitionState partition : backup.partitions()) {
            GrowingTree tree = trees.get(partition.partition());
            if (tree.size() != partition.events() || !tree.root().equals(partition.root())) {
                throw new IOException("partition %d on the brokers is not the backup's: %d events, not %d"
                        .formatted(partition.partition(), tree.size(), partition.events()));
            }
        }
    }

    private static <T> T await(org.apache.kafka.common.KafkaFuture<T> asked) {
        try {
            return asked.get();
        } catch (ExecutionException failed) {
            throw new IllegalStateException("the brokers did not do it", failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        }
    }
}
