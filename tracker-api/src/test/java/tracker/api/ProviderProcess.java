package tracker.api;

import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Base64;

/** An identity provider in a process of its own: Spring's authorization server, whose keys and people the test writes down. */
final class ProviderProcess implements AutoCloseable {
    static final String PASSWORD = "password-of-the-test";
    /** Whom it knows: programs by client credentials, the same and people by their passwords. */
    private static final String CLAIMS = """
            {"economy-system": {"realm_access": {"roles": ["tracker-department"]}, "department": "economy"},
             "auditing-system": {"realm_access": {"roles": ["offline_access", "tracker-auditor"]}},
             "li-hua": {"realm_access": {"roles": ["tracker-department"]}, "department": "economy"},
             "wang-fang": {"realm_access": {"roles": ["tracker-office"]}},
             "nobody-here": {"realm_access": {"roles": ["offline_access"]}},
             "two-hats": {"realm_access": {"roles": ["tracker-auditor", "tracker-office"]}},
             "homeless": {"realm_access": {"roles": ["tracker-department"]}},
             "elsewhere": {"realm_access": {"roles": ["tracker-auditor"]}, "aud": ["another-api"]}}
            """;

    private static final Path CLASSPATH = Path.of("target/provider/classpath");
    private static final Path SOURCE = Path.of("src/test/provider/Provider.java");
    private static final Duration READY_WITHIN = Duration.ofSeconds(60);

    private final HttpClient http = HttpClient.newHttpClient();
    private final Process process;
    private final Path home;
    private final int port;
    private RSAKey key;

    private ProviderProcess(Process process, Path home, int port, RSAKey key) {
        this.process = process;
        this.home = home;
        this.port = port;
        this.key = key;
    }

    static ProviderProcess start() {
        try {
            Path home = Files.createTempDirectory("provider");
            int port = TrackerProcess.freePort();
            RSAKey key = newKey("first");
            Files.writeString(home.resolve("claims"), CLAIMS);
            Files.writeString(home.resolve("keys"), new JWKSet(key).toString(false));
            Path console = home.resolve("console");
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx256m",
                            "-XX:TieredStopAtLevel=1",
                            "-XX:+UseSerialGC",
                            "-Dserver.port=" + port,
                            "-Dserver.address=localhost",
                            "-Dprovider.home=" + home,
                            "-cp",
                            Files.readString(CLASSPATH),
                            SOURCE.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(console.toFile())
                    .start();
            await().atMost(READY_WITHIN)
                    .until(() -> Files.readString(console).contains("Started Provider") || !process.isAlive());
            if (!process.isAlive()) {
                throw new IllegalStateException(Files.readString(console));
            }
            return new ProviderProcess(process, home, port, key);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    String issuer() {
        return "http://localhost:" + port;
    }

    /** The private key that it signs with. */
    RSAKey key() {
        return key;
    }

    /** From now on it sends people back there. */
    void sendsBackTo(String redirect) {
        write("redirect", redirect);
    }

    /** From now on it signs with a new key, and publishes no other. */
    void rotate(String kid) {
        key = newKey(kid);
        write("keys", new JWKSet(key).toString(false));
    }

    /** An access token by client credentials. */
    String token(String client) {
        String basic = Base64.getEncoder().encodeToString((client + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(URI.create(issuer() + "/oauth2/token"))
                .header("Authorization", "Basic " + basic)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "grant_type=" + URLEncoder.encode("client_credentials", StandardCharsets.UTF_8)))
                .build();
        try {
            String answer =
                    http.send(request, HttpResponse.BodyHandlers.ofString()).body();
            return TestClient.parse(answer).path("access_token").asText();
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }

    static RSAKey newKey(String kid) {
        try {
            return new RSAKeyGenerator(2048).keyID(kid).keyUse(KeyUse.SIGNATURE).generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Replaced whole: it reads at any time. */
    private void write(String name, String content) {
        try {
            Path draft = Files.writeString(home.resolve(name + ".new"), content);
            Files.move(draft, home.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }
}
