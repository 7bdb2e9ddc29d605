package tracker.api.blobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** The contract against a server that speaks S3 and checks signatures; each test has a bucket of its own. */
class S3BlobStoreIT extends BlobStoreContract {
    private static final AtomicInteger BUCKETS = new AtomicInteger();

    private static S3Server server;

    @BeforeAll
    static void startServer(@TempDir Path directory) throws IOException {
        server = S3Server.start(directory);
    }

    @AfterAll
    static void stopServer() {
        if (server != null) {
            server.close();
        }
    }

    @Override
    BlobStore create() {
        String bucket = "bucket-" + BUCKETS.incrementAndGet();
        try (S3Client operator = S3Client.builder()
                .region(Region.US_EAST_1)
                .endpointOverride(URI.create(server.endpoint()))
                .forcePathStyle(true)
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(S3Server.ACCESS_KEY, S3Server.SECRET_KEY)))
                .httpClient(UrlConnectionHttpClient.create())
                .build()) {
            operator.createBucket(create -> create.bucket(bucket));
        }
        return new S3BlobStore(settings(bucket, S3Server.SECRET_KEY));
    }

    @Test
    void aWrongSecretOrBucketIsAStoreThatDoesNotAnswerAndNotAnEmptyOne() throws IOException {
        Path file = Files.writeString(home.resolve("given"), "x");
        for (S3Settings wrong :
                List.of(settings("bucket-1", "another-secret"), settings("no-such-bucket", S3Server.SECRET_KEY))) {
            try (BlobStore store = new S3BlobStore(wrong)) {
                assertThatThrownBy(() -> store.get("a/b")).isInstanceOf(StoreUnavailableException.class);
                assertThatThrownBy(() -> store.putIfAbsent("a/b", file)).isInstanceOf(StoreUnavailableException.class);
                assertThatThrownBy(() -> store.list("a"))
                        .isInstanceOf(StoreUnavailableException.class)
                        .satisfies(
                                fault -> assertThat(fault.getCause().toString()).doesNotContain("another-secret"));
            }
        }
    }

    @Test
    void settingsDoNotTellTheirKeys() {
        assertThat(settings("b", "s-e-c-r-e-t").toString()).doesNotContain("s-e-c-r-e-t", S3Server.ACCESS_KEY);
    }

    private static S3Settings settings(String bucket, String secret) {
        return new S3Settings(server.endpoint(), "us-east-1", bucket, S3Server.ACCESS_KEY, secret, true);
    }
}
