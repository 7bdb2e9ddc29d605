package tracker.api;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.convert.format.ReadableBytes;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import tracker.streams.runtime.StreamsSettings;

/** Every setting of the tracker's own, as {@code tracker.*} in application.yml, the environment or system properties. */
@ConfigurationProperties("tracker")
public final class TrackerSettings {
    private int port = 8080;
    private String data = "data";
    private int partitions = 4;
    private short replication = 1;
    private int threads = 1;
    private long storeMemory = 128L << 20;
    private Duration commitInterval = Duration.ofMillis(5);
    private Duration answerRetention = Duration.ofDays(7);
    private Duration writeWait = Duration.ofSeconds(10);
    private Duration readWait = Duration.ofSeconds(5);
    private Duration heartbeat = Duration.ofSeconds(15);
    private Duration metricsInterval = Duration.ofSeconds(10);
    private Integer managementPort;
    private Duration checkpointInterval = Duration.ofMinutes(10);
    private int feedbackPerHour = 20;
    private int requestsPerSecond = 1_000;
    private int anonymousRequestsPerSecond = 100;
    private long evidenceLimit = 50L << 20;
    private String files;
    private boolean demo;
    private boolean exitWithParent;
    private String backup;
    private String restore;
    private boolean createTopics;
    private String schemaRegistry;

    /** What the Kafka clients are told, once it is known where the brokers are. */
    StreamsSettings streams(NodeSettings self, String bootstrapServers, Map<String, String> client) {
        return new StreamsSettings(
                bootstrapServers,
                self.node(),
                self.address(),
                self.paths(),
                dataDirectory().resolve("streams"),
                partitions,
                replication,
                threads,
                self.copies(),
                storeMemory,
                commitInterval,
                answerRetention,
                client);
    }

    public Path dataDirectory() {
        return Path.of(data).toAbsolutePath().normalize();
    }

    /** Where files and keys beside the log are kept unless it is in S3: {@code files} in the data directory, if not set. */
    public Path filesDirectory() {
        return files == null
                ? dataDirectory().resolve("files")
                : Path.of(files).toAbsolutePath().normalize();
    }

    public int getPort() {
        return port;
    }

    public void setPort(int port) {
        this.port = port;
    }

    public String getData() {
        return data;
    }

    public void setData(String data) {
        this.data = data;
    }

    public int getPartitions() {
        return partitions;
    }

    public void setPartitions(int partitions) {
        this.partitions = partitions;
    }

    public short getReplication() {
        return replication;
    }

    public void setReplication(short replication) {
        this.replication = replication;
    }

    public int getThreads() {
        return threads;
    }

    public void setThreads(int threads) {
        this.threads = threads;
    }

    public Duration getCommitInterval() {
        return commitInterval;
    }

    public void setCommitInterval(Duration commitInterval) {
        this.commitInterval = commitInterval;
    }

    public Duration getAnswerRetention() {
        return answerRetention;
    }

    public void setAnswerRetention(Duration answerRetention) {
        this.answerRetention = answerRetention;
    }

    public Duration getWriteWait() {
        return writeWait;
    }

    public void setWriteWait(Duration writeWait) {
        this.writeWait = writeWait;
    }

    public Duration getReadWait() {
        return readWait;
    }

    public void setReadWait(Duration readWait) {
        this.readWait = readWait;
    }

    public Duration getHeartbeat() {
        return heartbeat;
    }

    public void setHeartbeat(Duration heartbeat) {
        this.heartbeat = heartbeat;
    }

    public Duration getMetricsInterval() {
        return metricsInterval;
    }

    public void setMetricsInterval(Duration metricsInterval) {
        this.metricsInterval = metricsInterval;
    }

    /** Never -1: a free one was chosen by then. */
    public Integer getManagementPort() {
        return managementPort;
    }

    public void setManagementPort(Integer managementPort) {
        this.managementPort = managementPort;
    }

    public Duration getCheckpointInterval() {
        return checkpointInterval;
    }

    public void setCheckpointInterval(Duration checkpointInterval) {
        this.checkpointInterval = checkpointInterval;
    }

    public int getFeedbackPerHour() {
        return feedbackPerHour;
    }

    public void setFeedbackPerHour(int feedbackPerHour) {
        this.feedbackPerHour = feedbackPerHour;
    }

    /** In bytes, of one file. */
    public long getEvidenceLimit() {
        return evidenceLimit;
    }

    public void setEvidenceLimit(@ReadableBytes long evidenceLimit) {
        this.evidenceLimit = evidenceLimit;
    }

    /** In bytes, of each application. */
    public long getStoreMemory() {
        return storeMemory;
    }

    public void setStoreMemory(@ReadableBytes long storeMemory) {
        this.storeMemory = storeMemory;
    }

    public String getFiles() {
        return files;
    }

    public void setFiles(@Nullable String files) {
        this.files = files;
    }

    public int getRequestsPerSecond() {
        return requestsPerSecond;
    }

    public void setRequestsPerSecond(int requestsPerSecond) {
        this.requestsPerSecond = requestsPerSecond;
    }

    public int getAnonymousRequestsPerSecond() {
        return anonymousRequestsPerSecond;
    }

    public void setAnonymousRequestsPerSecond(int anonymousRequestsPerSecond) {
        this.anonymousRequestsPerSecond = anonymousRequestsPerSecond;
    }

    public boolean isDemo() {
        return demo;
    }

    public void setDemo(boolean demo) {
        this.demo = demo;
    }

    public boolean isExitWithParent() {
        return exitWithParent;
    }

    public void setExitWithParent(boolean exitWithParent) {
        this.exitWithParent = exitWithParent;
    }

    /** Null unless a backup is wanted, and nothing else. */
    public String getBackup() {
        return backup;
    }

    public void setBackup(@Nullable String backup) {
        this.backup = backup;
    }

    /** Null unless a backup is to be brought back, and nothing else done. */
    public String getRestore() {
        return restore;
    }

    public void setRestore(@Nullable String restore) {
        this.restore = restore;
    }

    /** Whether the topics are to be prepared, and nothing else done. */
    public boolean isCreateTopics() {
        return createTopics;
    }

    public void setCreateTopics(boolean createTopics) {
        this.createTopics = createTopics;
    }

    /** Null unless there is one that is to have the events' schemas once the topics are prepared. */
    public String getSchemaRegistry() {
        return schemaRegistry;
    }

    public void setSchemaRegistry(@Nullable String schemaRegistry) {
        this.schemaRegistry = schemaRegistry;
    }
}
