package tracker.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** As much of a browser as signing in needs: a jar of cookies for each site, forms, and redirects that are followed on request. */
final class Browser {
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, Map<String, String>> jar = new HashMap<>();
    /** Every header of every answer that set a cookie. */
    private final List<String> set = new ArrayList<>();

    record Page(URI at, int status, HttpResponse<String> response) {
        String body() {
            return response.body();
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse(null);
        }

        /** Where it sends one. */
        URI location() {
            return at.resolve(header("Location"));
        }
    }

    Page get(URI uri, String... headers) {
        return send(uri, builder(uri, headers).GET());
    }

    /** {@code headers} are names and values in turn. Unless they name another origin, the page that it stands on is of the same site. */
    Page post(URI uri, Map<String, String> fields, String... headers) {
        String form = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpRequest.Builder request = builder(uri, headers).header("Content-Type", "application/x-www-form-urlencoded");
        if (!List.of(headers).contains("Origin")) {
            request.header("Origin", uri.getScheme() + "://" + uri.getAuthority());
        }
        return send(uri, request.POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    Map<String, String> cookies(URI uri) {
        return jar.computeIfAbsent(uri.getAuthority(), site -> new HashMap<>());
    }

    List<String> cookiesSet() {
        return set;
    }

    private HttpRequest.Builder builder(URI uri, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri);
        if (!cookies(uri).isEmpty()) {
            request.header(
                    "Cookie",
                    cookies(uri).entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        if (!List.of(headers).contains("Accept")) {
            request.header("Accept", "text/html,*/*;q=0.8");
        }
        return headers.length == 0 ? request : request.headers(headers);
    }

    private Page send(URI uri, HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            response.headers().allValues("Set-Cookie").forEach(header -> keep(uri, header));
            return new Page(uri, response.statusCode(), response);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private void keep(URI uri, String header) {
        set.add(header);
        String pair = header.split(";")[0];
        String name = pair.substring(0, pair.indexOf('='));
        if (header.contains("Max-Age=0")) {
            cookies(uri).remove(name);
        } else {
            cookies(uri).put(name, pair.substring(pair.indexOf('=') + 1));
        }
    }
}
