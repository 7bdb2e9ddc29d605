package tracker.api;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.PropertySource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import tracker.api.embedded.DataDirectory;
import tracker.api.embedded.EmbeddedBroker;
import tracker.api.logging.LogFormat;
import tracker.api.settings.ConfigurationFiles;
import tracker.api.settings.Setting;
import tracker.api.settings.SettingsCheck;
import tracker.api.settings.WrongSettingsException;
import tracker.streams.domain.Text;

/** What everything stands on: checked settings, the locked data directory, and brokers, which are in this process where none are named. */
final class Ground implements AutoCloseable {
    private static final String FLAGS = "flags";
    private static final String PORT = "tracker.port";
    private static final String MANAGEMENT_PORT = "tracker.management-port";
    private static final int BEFORE_ALL = 1_000;

    private final Closing parts = new Closing();
    private final ApplicationContext context;

    private Ground(ApplicationContext context) {
        this.context = context;
    }

    /** {@code before} is what must hold before anything is locked or started. */
    static Ground open(Map<String, Object> properties, Consumer<Text> progress, Consumer<TrackerSettings> before) {
        Ground ground = new Ground(context(properties));
        try {
            ground.prepare(progress, before);
            return ground;
        } catch (RuntimeException failed) {
            ground.close();
            throw failed;
        }
    }

    /** What is set and whether it can be, without starting anything. */
    static SettingsCheck check(Map<String, Object> properties) {
        try (ApplicationContext context = context(properties)) {
            return SettingsCheck.of(context.getEnvironment().start(), System.getenv());
        }
    }

    <T> T get(Class<T> bean) {
        return context.getBean(bean);
    }

    /** The context closes first, with all its beans: what they stand on must outlive them. */
    @Override
    public void close() {
        Closing.quietly(context);
        parts.close();
    }

    private void prepare(Consumer<Text> progress, Consumer<TrackerSettings> before) {
        SettingsCheck check = SettingsCheck.of(context.getEnvironment().start(), System.getenv());
        if (!check.faults().isEmpty()) {
            throw new WrongSettingsException(check.faults());
        }
        LogFormat.use(check.value(LogFormat.SETTING));
        check.doubts().forEach(progress);
        context.getEnvironment()
                .addPropertySource(
                        PropertySource.of("management", Map.of(MANAGEMENT_PORT, managementPort(check)), BEFORE_ALL));
        context.start();
        TrackerSettings settings = context.getBean(TrackerSettings.class);
        before.accept(settings);
        parts.add(DataDirectory.lock(settings.dataDirectory()));
        if (!context.containsProperty(TrackerFactory.BOOTSTRAP)) {
            progress.accept(new Text("启动 Kafka …", "starting Kafka …"));
            EmbeddedBroker broker =
                    EmbeddedBroker.start(settings.dataDirectory().resolve("kafka"), 0);
            parts.add(broker);
            context.getEnvironment()
                    .addPropertySource(PropertySource.of(
                            "embedded-broker", Map.of(TrackerFactory.BOOTSTRAP, broker.bootstrapServers())));
        }
    }

    /** A free one is chosen here: the framework cannot be told to. */
    private static int managementPort(SettingsCheck check) {
        int api = Integer.parseInt(check.value(PORT));
        String wanted = check.value(MANAGEMENT_PORT);
        if (!wanted.isEmpty() && !wanted.equals("-1")) {
            return Integer.parseInt(wanted);
        }
        if (wanted.isEmpty() && api > 0) {
            return api + 1;
        }
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException cause) {
            throw new UncheckedIOException("no free port", cause);
        }
    }

    private static ApplicationContext context(Map<String, Object> properties) {
        List<PropertySource> sources = new ArrayList<>(ConfigurationFiles.read(configurationFiles(properties)));
        sources.add(PropertySource.of(FLAGS, properties, BEFORE_ALL));
        return ApplicationContext.builder()
                .propertySources(sources.toArray(PropertySource[]::new))
                .banner(false)
                .build();
    }

    /** Asked for before there is a context to ask: the files are part of it. */
    private static String configurationFiles(Map<String, Object> properties) {
        Object named = properties.get(ConfigurationFiles.SETTING);
        return named == null
                ? System.getProperty(
                        ConfigurationFiles.SETTING,
                        System.getenv().getOrDefault(Setting.variable(ConfigurationFiles.SETTING), ""))
                : named.toString();
    }
}
