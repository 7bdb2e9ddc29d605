package tracker.api.faults.cluster;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/** One broker, which is a controller too, as a process. Takes a file of its settings and the cluster's id; formats its log where there is none. */
public final class BrokerMain {
    private BrokerMain() {}

    public static void main(String[] arguments) throws Exception {
        ProcessHandle.current().parent().ifPresent(test -> {
            var unused = test.onExit().thenRun(() -> Runtime.getRuntime().halt(0));
        });
        Map<String, String> settings = settings(Path.of(arguments[0]));
        format(settings, arguments[1]);
        KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(settings, false), Time.SYSTEM);
        server.startup();
        System.out.println("started");
        server.awaitShutdown();
    }

    private static Map<String, String> settings(Path file) throws IOException {
        Properties read = new Properties();
        try (InputStream in = Files.newInputStream(file)) {
            read.load(in);
        }
        Map<String, String> settings = new HashMap<>();
        read.stringPropertyNames().forEach(name -> settings.put(name, read.getProperty(name)));
        return settings;
    }

    private static void format(Map<String, String> settings, String cluster) throws Exception {
        String directory = settings.get("log.dirs");
        if (Files.exists(Path.of(directory, "meta.properties"))) {
            return;
        }
        new Formatter()
                .setNodeId(Integer.parseInt(settings.get("node.id")))
                .setClusterId(cluster)
                .addDirectory(directory)
                .setMetadataLogDirectory(directory)
                .setReleaseVersion(MetadataVersion.latestProduction())
                .setControllerListenerName("CONTROLLER")
                .setHasDynamicQuorum(false)
                .setIgnoreFormatted(true)
                .run();
    }
}
