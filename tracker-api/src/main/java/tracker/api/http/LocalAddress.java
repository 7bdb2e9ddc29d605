package tracker.api.http;

import io.micronaut.core.annotation.Nullable;
import java.net.URI;
import java.net.URISyntaxException;

/** Where somebody goes on after signing in: a page of ours, and never another site's. */
final class LocalAddress {
    static final String HOME = "/";
    private static final int MOST = 2_000;

    private LocalAddress() {}

    /** The address as it may be redirected to; a MALFORMED problem for what a browser might take for another site's. */
    static String of(@Nullable String wanted) {
        if (wanted == null || wanted.isEmpty()) {
            return HOME;
        }
        try {
            URI uri = new URI(wanted);
            if (wanted.length() <= MOST
                    && wanted.startsWith("/")
                    && !wanted.startsWith("//")
                    && wanted.indexOf('\\') < 0
                    && !uri.isAbsolute()
                    && uri.getRawAuthority() == null) {
                return uri.toASCIIString();
            }
        } catch (URISyntaxException noAddress) {
            // As bad as another site's.
        }
        throw new ProblemException(
                Problem.Type.MALFORMED, "next 须为本系统的路径，形如 /path。", "next is a path of this site, like /path.");
    }
}
