package tracker.api.blobs;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An S3 server (S3Proxy) in a process of its own, which checks signatures and forgets everything when it ends. */
final class S3Server implements AutoCloseable {
    static final String ACCESS_KEY = "access-of-the-test";
    static final String SECRET_KEY = "secret-of-the-test";

    private static final Path JAR = Path.of("target/s3/s3proxy.jar");
    private static final Pattern LISTENING = Pattern.compile("Started .*ServerConnector.*\\{(127\\.0\\.0\\.1:\\d+)}");
    private static final Duration READY_WITHIN = Duration.ofSeconds(60);

    private final Process process;
    private final Path console;

    private S3Server(Process process, Path console) {
        this.process = process;
        this.console = console;
    }

    static S3Server start(Path home) throws IOException {
        Path settings = Files.writeString(home.resolve("s3.conf"), """
                s3proxy.endpoint=http://127.0.0.1:0
                s3proxy.authorization=aws-v4
                s3proxy.identity=%s
                s3proxy.credential=%s
                jclouds.provider=transient-nio2
                """.formatted(ACCESS_KEY, SECRET_KEY));
        Path console = home.resolve("s3.log");
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-Xmx256m",
                        "-jar",
                        JAR.toAbsolutePath().toString(),
                        "--properties",
                        settings.toString())
                .redirectErrorStream(true)
                .redirectOutput(console.toFile())
                .start();
        S3Server server = new S3Server(process, console);
        await().atMost(READY_WITHIN).until(() -> server.listening().find() || !process.isAlive());
        if (!process.isAlive()) {
            throw new IllegalStateException(server.console());
        }
        return server;
    }

    String endpoint() {
        Matcher listening = listening();
        if (!listening.find()) {
            throw new IllegalStateException(console());
        }
        return "http://" + listening.group(1);
    }

    private Matcher listening() {
        return LISTENING.matcher(console());
    }

    private String console() {
        try {
            return Files.readString(console);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
