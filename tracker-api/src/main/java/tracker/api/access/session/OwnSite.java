package tracker.api.access.session;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.server.util.HttpHostResolver;
import jakarta.inject.Singleton;
import java.util.Set;

/** The site that the pages are of: its address, and which requests come from its own pages. */
@Singleton
public final class OwnSite {
    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final LoginSettings settings;
    private final HttpHostResolver hosts;

    OwnSite(LoginSettings settings, HttpHostResolver hosts) {
        this.settings = settings;
        this.hosts = hosts;
    }

    /** As {@code https://tracker.example.org}: as it is set, else as the request was addressed. */
    public String address(HttpRequest<?> request) {
        String address = settings.address() == null ? hosts.resolve(request) : settings.address();
        return address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
    }

    public boolean isSecure(HttpRequest<?> request) {
        return address(request).startsWith("https:");
    }

    /**
     * Whether a request only reads, or comes from one of our own pages: by the browser's word in {@code Sec-Fetch-Site}, which no page
     * can set, or, where there is none (old browsers, and plain HTTP), in {@code Origin}. A request with neither is nobody's page.
     */
    public boolean mayWrite(HttpRequest<?> request) {
        if (READING.contains(request.getMethod())) {
            return true;
        }
        String site = request.getHeaders().get("Sec-Fetch-Site");
        return site != null
                ? site.equals("same-origin")
                : address(request).equalsIgnoreCase(request.getHeaders().get(HttpHeaders.ORIGIN));
    }
}
