package tracker.api.http.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the server would fail on becomes what it can refuse; all else stays as it came. */
class HeadsTest {
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "/a/b?c=d&e=%E4%B8%AD, /a/b?c=d&e=%E4%B8%AD",
                "/plans/p/reports:batch?x=1;y=(2)@~, /plans/p/reports:batch?x=1;y=(2)@~",
                "/a|b, /a%7Cb",
                "/a%zz, /a%25zz",
                "/a%, /a%25",
                "/a%4, /a%254",
                "/{id}?x=\"<>\", /%7Bid%7D?x=%22%3C%3E%22",
                "/\u00e4, /%E4",
            })
    void targets(String came, String becomes) {
        assertThat(passed(request(came)).uri()).isEqualTo(becomes);
        assertThat(URI.create(becomes).getRawPath()).isNotEmpty();
    }

    @Test
    void languagesWithoutANameAreNotAskedFor() {
        HttpRequest request = request("/");
        request.headers().add(HttpHeaderNames.ACCEPT_LANGUAGE, List.of("zh", ";;;", "", "en, ;q=1"));
        assertThat(passed(request).headers().getAll(HttpHeaderNames.ACCEPT_LANGUAGE))
                .containsExactly("zh");
    }

    @Test
    void theAnswerIsInAVersionThatThereIs() {
        HttpRequest request = new DefaultHttpRequest(HttpVersion.valueOf("HTTP/9.9"), HttpMethod.GET, "/");
        assertThat(passed(request).protocolVersion()).isEqualTo(HttpVersion.HTTP_1_1);
    }

    private static HttpRequest request(String target) {
        return new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, target);
    }

    private static HttpRequest passed(HttpRequest request) {
        EmbeddedChannel channel = new EmbeddedChannel(new Heads());
        channel.writeInbound(request);
        return channel.readInbound();
    }
}
