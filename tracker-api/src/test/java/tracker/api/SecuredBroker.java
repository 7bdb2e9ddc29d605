package tracker.api;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.authorizer.StandardAuthorizer;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/** A broker that speaks TLS only, asks who one is (SCRAM-SHA-512), and allows what it was told to allow. */
final class SecuredBroker implements AutoCloseable {
    static final String ADMIN = "admin";

    private final Path directory;
    private final int port;
    private final Map<String, String> passwords = new HashMap<>();
    private final String storePassword = UUID.randomUUID().toString();
    private final KafkaRaftServer server;

    SecuredBroker(Path directory, List<String> users) throws Exception {
        this.directory = directory;
        this.port = TrackerProcess.freePort();
        passwords.put(ADMIN, UUID.randomUUID().toString());
        users.forEach(user -> passwords.put(user, UUID.randomUUID().toString()));
        makeCertificate();
        format();
        server = new KafkaRaftServer(new KafkaConfig(settings(), false), Time.SYSTEM);
        server.startup();
    }

    String bootstrapServers() {
        return "localhost:" + port;
    }

    /** How {@code user} logs in, as settings of a client. */
    Map<String, String> login(String user) {
        return login(user, passwords.get(user));
    }

    Map<String, String> login(String user, String password) {
        return Map.of(
                "security.protocol",
                "SASL_SSL",
                "sasl.mechanism",
                "SCRAM-SHA-512",
                "sasl.jaas.config",
                jaas(user, password),
                "ssl.truststore.location",
                store("trust").toString(),
                "ssl.truststore.password",
                storePassword);
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }

    private static String jaas(String user, String password) {
        return "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"%s\" password=\"%s\";"
                .formatted(user, password);
    }

    private Path store(String name) {
        return directory.resolve(name + ".p12");
    }

    private void makeCertificate() throws IOException, InterruptedException {
        keytool(
                "-genkeypair",
                "-keystore",
                store("keys").toString(),
                "-alias",
                "broker",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=dns:localhost",
                "-validity",
                "30");
        Path certificate = directory.resolve("broker.crt");
        keytool(
                "-exportcert",
                "-keystore",
                store("keys").toString(),
                "-alias",
                "broker",
                "-file",
                certificate.toString());
        keytool(
                "-importcert",
                "-keystore",
                store("trust").toString(),
                "-alias",
                "broker",
                "-file",
                certificate.toString(),
                "-noprompt");
    }

    private void keytool(String... arguments) throws IOException, InterruptedException {
        List<String> command = new java.util.ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("-storepass", storePassword, "-storetype", "PKCS12"));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(said);
        }
    }

    private void format() throws Exception {
        Files.createDirectories(directory.resolve("log"));
        new Formatter()
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                .setNodeId(1)
                .setClusterId(Uuid.randomUuid().toString())
                .addDirectory(directory.resolve("log").toString())
                .setMetadataLogDirectory(directory.resolve("log").toString())
                .setReleaseVersion(MetadataVersion.latestProduction())
                .setControllerListenerName("CONTROLLER")
                .setHasDynamicQuorum(false)
                .setScramArguments(passwords.entrySet().stream()
                        .map(entry -> "SCRAM-SHA-512=[name=%s,password=%s]".formatted(entry.getKey(), entry.getValue()))
                        .toList())
                .run();
    }

    private Map<String, String> settings() {
        int controller = TrackerProcess.freePort();
        Map<String, String> settings = new HashMap<>();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", "1");
        settings.put("controller.quorum.voters", "1@127.0.0.1:" + controller);
        settings.put("listeners", "SASL_SSL://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d".formatted(port, controller));
        settings.put("advertised.listeners", "SASL_SSL://localhost:" + port);
        settings.put("listener.security.protocol.map", "SASL_SSL:SASL_SSL,CONTROLLER:PLAINTEXT");
        settings.put("controller.listener.names", "CONTROLLER");
        settings.put("inter.broker.listener.name", "SASL_SSL");
        settings.put("sasl.enabled.mechanisms", "SCRAM-SHA-512");
        settings.put("sasl.mechanism.inter.broker.protocol", "SCRAM-SHA-512");
        settings.put("listener.name.sasl_ssl.scram-sha-512.sasl.jaas.config", jaas(ADMIN, passwords.get(ADMIN)));
        settings.put("ssl.keystore.location", store("keys").toString());
        settings.put("ssl.keystore.password", storePassword);
        settings.put("ssl.truststore.location", store("trust").toString());
        settings.put("ssl.truststore.password", storePassword);
        settings.put("authorizer.class.name", StandardAuthorizer.class.getName());
        // The controller's own listener, which nobody else reaches, has no names.
        settings.put("super.users", "User:" + ADMIN + ";User:ANONYMOUS");
        settings.put("log.dirs", directory.resolve("log").toString());
        settings.put("auto.create.topics.enable", "false");
        settings.put("offsets.topic.replication.factor", "1");
        settings.put("offsets.topic.num.partitions", "4");
        settings.put("transaction.state.log.replication.factor", "1");
        settings.put("transaction.state.log.min.isr", "1");
        settings.put("transaction.state.log.num.partitions", "4");
        settings.put("group.initial.rebalance.delay.ms", "0");
        return settings;
    }
}
