package tracker.api.peers;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.client.DefaultHttpClientConfiguration;
import io.micronaut.http.client.HttpClient;
import io.micronaut.http.client.ProxyHttpClient;
import io.micronaut.http.client.exceptions.HttpClientException;
import io.micronaut.http.client.exceptions.HttpClientResponseException;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Mono;
import tracker.api.access.hop.HopPass;
import tracker.api.access.hop.HopPasses;
import tracker.api.audit.LogAlteredException;
import tracker.api.view.NotReadyException;

/** Hands a request on to another node, and its answer back as it comes. */
@Singleton
public final class HopClient {
    /** A stream of events is heard of more often than this. */
    private static final Duration SILENCE = Duration.ofMinutes(2);

    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final int CONNECTIONS = 10_000;

    /** Whose they are ends here: who the caller is, the pass says. */
    private static final List<String> NOT_HANDED_ON = List.of(
            HopPass.HEADER,
            HttpHeaders.AUTHORIZATION,
            HttpHeaders.COOKIE,
            HttpHeaders.ORIGIN,
            HttpHeaders.HOST,
            HttpHeaders.CONNECTION,
            HttpHeaders.ACCEPT_ENCODING,
            HttpHeaders.EXPECT,
            HttpHeaders.UPGRADE,
            "Keep-Alive",
            "X-Forwarded-For",
            "Sec-Fetch-Site");
    /** What every answer gets again from this node. */
    private static final List<String> NOT_HANDED_BACK = List.of(
            HttpHeaders.CONNECTION,
            "Keep-Alive",
            "X-Content-Type-Options",
            "X-Frame-Options",
            "Referrer-Policy",
            "X-Request-Id");

    private final HopPasses passes;
    private final ProxyHttpClient client;

    HopClient(HopPasses passes) {
        this.passes = passes;
        DefaultHttpClientConfiguration configuration = new DefaultHttpClientConfiguration();
        configuration.setConnectTimeout(CONNECT);
        configuration.setReadTimeout(SILENCE);
        configuration.setReadIdleTimeout(SILENCE);
        configuration.setFollowRedirects(false);
        configuration.getConnectionPoolConfiguration().setMaxConcurrentHttp1Connections(CONNECTIONS);
        this.client = ProxyHttpClient.create(null, configuration);
    }

    @PreDestroy
    void close() {
        ((HttpClient) client).close();
    }

    /**
     * The answer of the node at {@code address}, whatever it is; fails where it cannot be reached. {@code more} are headers beside the request's.
     * {@code body} is null for a request without one.
     */
    public Mono<MutableHttpResponse<?>> ask(
            HttpRequest<?> request, HopPass pass, String address, Map<String, String> more, @Nullable byte[] body) {
        MutableHttpRequest<Object> onward =
                HttpRequest.create(request.getMethod(), "http://" + address + HopPass.target(request));
        request.getHeaders()
                .forEach((name, values) ->
                        values.forEach(value -> onward.getHeaders().add(name, value)));
        onward.getHeaders().remove(HttpHeaders.CONTENT_LENGTH).remove(HttpHeaders.TRANSFER_ENCODING);
        if (body != null) {
            onward.body(body);
            // The client would write a form of its own instead of the bytes. No route of a plan takes a form as one.
            if (onward.getContentType()
                    .filter(MediaType.APPLICATION_FORM_URLENCODED_TYPE::equals)
                    .isPresent()) {
                onward.contentType(MediaType.APPLICATION_OCTET_STREAM_TYPE);
            }
        }
        return send(request, onward, pass, address, more);
    }

    /** The same for a body that is not held in memory: it can be handed on once. */
    public Mono<MutableHttpResponse<?>> stream(
            HttpRequest<?> request, HopPass pass, String address, Map<String, String> more) {
        return send(
                request,
                request.mutate().uri(URI.create("http://" + address + HopPass.target(request))),
                pass,
                address,
                more);
    }

    private Mono<MutableHttpResponse<?>> send(
            HttpRequest<?> request,
            MutableHttpRequest<?> onward,
            HopPass pass,
            String address,
            Map<String, String> more) {
        NOT_HANDED_ON.forEach(onward.getHeaders()::remove);
        onward.getHeaders()
                .set(HopPass.HEADER, passes.sign(pass, request.getMethodName(), HopPass.target(request), address));
        more.forEach(onward.getHeaders()::set);
        return Mono.from(client.proxy(onward)).map(HopClient::back);
    }

    /**
     * What the node answers to this node itself at that path: to a POST with {@code body}, to a GET where it is null. NotReadyException where it
     * cannot now, LogAlteredException where that is its answer.
     */
    byte[] answer(String address, String path, @Nullable byte[] body) {
        MutableHttpRequest<?> question = body == null
                ? HttpRequest.GET("http://" + address + path)
                : HttpRequest.POST("http://" + address + path, body).contentType(MediaType.APPLICATION_JSON_TYPE);
        question.header(HopPass.HEADER, passes.sign(HopPass.OF_A_NODE, question.getMethodName(), path, address));
        try {
            return ((HttpClient) client).toBlocking().retrieve(question, byte[].class);
        } catch (HttpClientResponseException refused) {
            if (refused.getStatus() == HttpStatus.CONFLICT) {
                throw new LogAlteredException("the node at " + address + " says that the log was altered");
            }
            throw new NotReadyException("the node at " + address + " answers " + refused.code());
        } catch (HttpClientException silent) {
            throw new NotReadyException("the node at " + address + " does not answer");
        }
    }

    private static MutableHttpResponse<?> back(HttpResponse<?> answer) {
        MutableHttpResponse<?> response = answer.toMutableResponse();
        NOT_HANDED_BACK.forEach(response.getHeaders()::remove);
        List<String> varies = response.getHeaders().getAll(HttpHeaders.VARY).stream()
                .filter(name -> !name.equalsIgnoreCase(HttpHeaders.ACCEPT_ENCODING))
                .toList();
        response.getHeaders().remove(HttpHeaders.VARY);
        varies.forEach(name -> response.getHeaders().add(HttpHeaders.VARY, name));
        return response;
    }
}
