package tracker.api.blobs;

import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Blobs as objects of a bucket, which must be there. */
public final class S3BlobStore implements BlobStore {
    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(5);
    private static final Duration HEAR_WITHIN = Duration.ofSeconds(30);
    private static final int TAKEN = 412;
    /** Under which name an object says by which call it was put. */
    private static final String SENT = "sent";

    private final S3Client client;
    private final String bucket;

    /** Connects when it is first asked for something. */
    public S3BlobStore(S3Settings settings) {
        S3ClientBuilder builder = S3Client.builder()
                .region(Region.of(settings.region()))
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(settings.accessKey(), settings.secretKey())))
                .forcePathStyle(settings.pathStyle())
                // Not every compatible server knows the newer checksums; our own digests are checked anyway.
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .httpClient(UrlConnectionHttpClient.builder()
                        .connectionTimeout(CONNECT_WITHIN)
                        .socketTimeout(HEAR_WITHIN)
                        .build());
        if (settings.endpoint() != null) {
            builder.endpointOverride(URI.create(settings.endpoint()));
        }
        this.client = builder.build();
        this.bucket = settings.bucket();
    }

    @Override
    public boolean putIfAbsent(String key, Path file) {
        return putIfAbsent(key, () -> RequestBody.fromFile(file));
    }

    @Override
    public boolean putIfAbsent(String key, byte[] content) {
        return putIfAbsent(key, () -> RequestBody.fromBytes(content));
    }

    private boolean putIfAbsent(String key, Supplier<RequestBody> content) {
        // Asked first, as the condition spares no bytes: they are sent before it is looked at.
        if (exists(key)) {
            return false;
        }
        String sent = UUID.randomUUID().toString();
        return calling("keep", key, () -> {
            try {
                client.putObject(
                        put -> put.bucket(bucket).key(key).ifNoneMatch("*").metadata(Map.of(SENT, sent)),
                        content.get());
                return true;
            } catch (S3Exception refused) {
                if (refused.statusCode() == TAKEN) {
                    return isOurs(key, sent);
                }
                throw refused;
            }
        });
    }

    /** An answer that was lost makes the client send again, and find what it has put itself. */
    private boolean isOurs(String key, String sent) {
        return sent.equals(client.headObject(head -> head.bucket(bucket).key(key))
                .metadata()
                .get(SENT));
    }

    @Override
    public void put(String key, byte[] content) {
        calling(
                "keep",
                key,
                () -> client.putObject(put -> put.bucket(bucket).key(key), RequestBody.fromBytes(content)));
    }

    @Override
    public Optional<byte[]> get(String key) {
        return found(
                key, () -> client.getObjectAsBytes(get -> get.bucket(bucket).key(key))
                        .asByteArray());
    }

    @Override
    public Optional<InputStream> open(String key) {
        return found(key, () -> {
            ResponseInputStream<?> bytes =
                    client.getObject(get -> get.bucket(bucket).key(key));
            return bytes;
        });
    }

    @Override
    public OptionalLong size(String key) {
        return found(key, () -> client.headObject(head -> head.bucket(bucket).key(key))
                        .contentLength())
                .map(OptionalLong::of)
                .orElseGet(OptionalLong::empty);
    }

    @Override
    public void delete(String key) {
        calling(
                "delete",
                key,
                () -> client.deleteObject(delete -> delete.bucket(bucket).key(key)));
    }

    @Override
    public List<String> list(String folder) {
        return startingWith(BlobKeys.require(folder) + "/");
    }

    @Override
    public List<String> all() {
        return startingWith("");
    }

    private List<String> startingWith(String prefix) {
        return asking(
                "list",
                prefix,
                () -> client.listObjectsV2Paginator(list -> list.bucket(bucket).prefix(prefix)).contents().stream()
                        .map(S3Object::key)
                        .sorted()
                        .toList());
    }

    @Override
    public void close() {
        client.close();
    }

    private static <T> Optional<T> found(String key, Supplier<T> call) {
        return calling("read", key, () -> {
            try {
                return Optional.of(call.get());
            } catch (NoSuchKeyException none) {
                return Optional.empty();
            }
        });
    }

    private static <T> T calling(String what, String key, Supplier<T> call) {
        return asking(what, BlobKeys.require(key), call);
    }

    private static <T> T asking(String what, String key, Supplier<T> call) {
        try {
            return call.get();
        } catch (SdkException cause) {
            throw new StoreUnavailableException("cannot " + what + " " + key, cause);
        }
    }
}
