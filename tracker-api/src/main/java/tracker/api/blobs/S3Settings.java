package tracker.api.blobs;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.bind.annotation.Bindable;

/**
 * Where S3 or what is compatible with it is: there only where a bucket is named. Without an endpoint it is Amazon's own for the region;
 * {@code pathStyle} names the bucket in the path, as most others want it, and not in the host.
 */
@ConfigurationProperties("tracker.s3")
@Requires(property = "tracker.s3.bucket")
public record S3Settings(
        @Nullable String endpoint,
        @Bindable(defaultValue = "us-east-1") String region,
        String bucket,
        String accessKey,
        String secretKey,
        @Bindable(defaultValue = "false") boolean pathStyle) {
    /** Without the keys: settings end up in logs. */
    @Override
    public String toString() {
        return bucket + " at " + (endpoint == null ? region : endpoint);
    }
}
