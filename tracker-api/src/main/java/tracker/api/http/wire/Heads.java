package tracker.api.http.wire;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Makes heads of requests such that the server can read them, where it would fail on them: it would answer that a token is missing, or with a
 * fault of its own.
 */
final class Heads extends ChannelInboundHandlerAdapter {
    static final String NAME = "tracker-heads";
    /** What may stand in a path and a query as it is. */
    private static final String PLAIN = "-._~:/?@!$&'()*+,;=";

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest request && request.decoderResult().isSuccess()) {
            if (request.uri().startsWith("/")) {
                request.setUri(escaped(request.uri()));
            }
            dropUnreadableLanguages(request.headers());
            // The answer is in the version that the request names, and there is no HTTP/9.9 on this wire.
            if (request.protocolVersion().majorVersion() != 1) {
                request.setProtocolVersion(HttpVersion.HTTP_1_1);
            }
        }
        context.fireChannelRead(message);
    }

    /** As it is, where it is an address; else with what none may hold escaped: it leads nowhere, and is refused as anything that does. */
    static String escaped(String target) {
        StringBuilder escaped = new StringBuilder();
        byte[] bytes = target.getBytes(StandardCharsets.ISO_8859_1);
        for (int i = 0; i < bytes.length; i++) {
            char one = (char) (bytes[i] & 0xFF);
            boolean isEscape = one == '%' && isHex(bytes, i + 1) && isHex(bytes, i + 2);
            boolean isLetterOrDigit = one < 0x7F && Character.isLetterOrDigit(one);
            if (isEscape || isLetterOrDigit || PLAIN.indexOf(one) >= 0) {
                escaped.append(one);
            } else {
                escaped.append("%%%02X".formatted((int) one));
            }
        }
        return escaped.toString();
    }

    private static boolean isHex(byte[] bytes, int at) {
        return at < bytes.length && Character.digit(bytes[at], 16) >= 0;
    }

    /** Languages of which one has no name say nothing. */
    private static void dropUnreadableLanguages(HttpHeaders headers) {
        List<String> given = headers.getAll(HttpHeaderNames.ACCEPT_LANGUAGE);
        List<String> readable = given.stream()
                .filter(value ->
                        Arrays.stream(value.split(",", -1)).noneMatch(range -> range.split(";", -1)[0].isBlank()))
                .toList();
        if (readable.size() < given.size()) {
            headers.set(HttpHeaderNames.ACCEPT_LANGUAGE, readable);
        }
    }
}
