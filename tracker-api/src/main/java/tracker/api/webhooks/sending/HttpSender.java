package tracker.api.webhooks.sending;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;
import tracker.api.webhooks.rules.Answer;
import tracker.api.webhooks.rules.Answer.Reason;
import tracker.api.webhooks.rules.RetryAfter;
import tracker.api.webhooks.rules.Signature;
import tracker.api.webhooks.rules.TargetRules;

/** Sends by HTTP, signed. Takes an answer's status and nothing else of it, and follows no redirect. Made whole at the first message. */
public final class HttpSender implements Sender {
    /** So much of a body is read that small ones leave the connection fit for the next message. */
    private static final int READ_AT_MOST = 16 << 10;

    private static final int LONGEST_LINE = 8 << 10;
    private static final int MOST_HEADERS = 100;

    private final TargetRules rules;
    private final Duration connectTimeout;
    private final Duration answerTimeout;
    private final int parallel;
    private final Clock clock;
    private final ScheduledExecutorService deadlines;
    private CloseableHttpClient made;
    private volatile boolean closed;

    /** An attempt takes no longer than both timeouts together. */
    public HttpSender(TargetRules rules, Duration connectTimeout, Duration answerTimeout, int parallel, Clock clock) {
        this.rules = rules;
        this.connectTimeout = connectTimeout;
        this.answerTimeout = answerTimeout;
        this.parallel = parallel;
        this.clock = clock;
        ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "tracker-webhook-deadlines");
            thread.setDaemon(true);
            return thread;
        });
        executor.setRemoveOnCancelPolicy(true);
        this.deadlines = executor;
    }

    @Override
    public Answer send(Message message) {
        // The first message has time as every other.
        CloseableHttpClient client = client();
        HttpPost request = request(message);
        AtomicBoolean late = new AtomicBoolean();
        // The client's own timeouts begin again with every byte: a receiver that drips would never be done with.
        ScheduledFuture<?> deadline = deadlines.schedule(
                () -> {
                    late.set(true);
                    request.cancel();
                },
                connectTimeout.plus(answerTimeout).toMillis(),
                TimeUnit.MILLISECONDS);
        try {
            ClassicHttpResponse response = client.executeOpen(null, request, null);
            Answer answer = new Answer.Status(response.getCode(), retryAfter(response));
            passOver(response, request);
            return answer;
        } catch (IOException | RuntimeException failed) {
            if (closed) {
                throw new CancellationException("the tracker stops");
            }
            return new Answer.Failed(late.get() ? Reason.TIMEOUT : reason(failed));
        } finally {
            deadline.cancel(false);
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        deadlines.shutdownNow();
        if (made != null) {
            made.close(CloseMode.IMMEDIATE);
        }
    }

    private HttpPost request(Message message) {
        HttpPost request = new HttpPost(message.url());
        long timestamp = clock.instant().getEpochSecond();
        request.setHeader("webhook-id", message.id());
        request.setHeader("webhook-timestamp", String.valueOf(timestamp));
        request.setHeader(
                "webhook-signature", Signature.of(message.secrets(), message.id(), timestamp, message.body()));
        request.setEntity(new ByteArrayEntity(message.body(), ContentType.APPLICATION_JSON));
        return request;
    }

    private Duration retryAfter(ClassicHttpResponse response) {
        Header header = response.getFirstHeader("Retry-After");
        return header == null
                ? null
                : RetryAfter.parse(header.getValue(), clock.instant()).orElse(null);
    }

    /** What does not end soon is broken off: the status has been said, and counts. */
    private static void passOver(ClassicHttpResponse response, HttpPost request) {
        try (response) {
            InputStream body = response.getEntity() == null
                    ? InputStream.nullInputStream()
                    : response.getEntity().getContent();
            if (body.readNBytes(READ_AT_MOST).length == READ_AT_MOST) {
                request.cancel();
            }
        } catch (IOException | RuntimeException brokenOff) {
            request.cancel();
        }
    }

    private static Reason reason(Exception failed) {
        if (failed instanceof CheckedDns.RefusedException) {
            return Reason.ADDRESS_REFUSED;
        }
        if (failed instanceof UnknownHostException) {
            return Reason.UNKNOWN_HOST;
        }
        if (failed instanceof SSLException) {
            return Reason.TLS;
        }
        if (failed instanceof InterruptedIOException) {
            return Reason.TIMEOUT;
        }
        return failed instanceof ConnectException ? Reason.NO_CONNECTION : Reason.BROKEN_OFF;
    }

    private synchronized CloseableHttpClient client() {
        if (made == null) {
            Timeout connect = Timeout.of(connectTimeout);
            Timeout answer = Timeout.of(answerTimeout);
            Http1Config limits = Http1Config.custom()
                    .setMaxLineLength(LONGEST_LINE)
                    .setMaxHeaderCount(MOST_HEADERS)
                    .build();
            made = HttpClients.custom()
                    .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                            .setDnsResolver(new CheckedDns(rules))
                            .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                                    .http1Config(limits)
                                    .build())
                            .setDefaultConnectionConfig(ConnectionConfig.custom()
                                    .setConnectTimeout(connect)
                                    .setSocketTimeout(answer)
                                    .setTimeToLive(Timeout.ofMinutes(1))
                                    .build())
                            .setMaxConnTotal(parallel)
                            .setMaxConnPerRoute(parallel)
                            .build())
                    .setDefaultRequestConfig(RequestConfig.custom()
                            .setConnectionRequestTimeout(connect)
                            .setResponseTimeout(answer)
                            .setRedirectsEnabled(false)
                            .build())
                    .disableRedirectHandling()
                    .disableAutomaticRetries()
                    .disableCookieManagement()
                    .disableAuthCaching()
                    .disableContentCompression()
                    .setUserAgent("progress-tracker")
                    .build();
        }
        return made;
    }
}
