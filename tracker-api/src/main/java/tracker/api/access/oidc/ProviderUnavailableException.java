package tracker.api.access.oidc;

/** What the identity provider would have to say cannot be had now: neither yes nor no would be right. */
public final class ProviderUnavailableException extends RuntimeException {
    ProviderUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
