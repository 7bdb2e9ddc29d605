package tracker.api.http.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import org.junit.jupiter.api.Test;

class LeavingTest {
    private boolean leaves;
    private final EmbeddedChannel channel = new EmbeddedChannel(new Leaving(() -> leaves));

    @Test
    void aFaultIsToldAsLongAsItStays() {
        HttpResponse fault = answer(HttpResponseStatus.INTERNAL_SERVER_ERROR);
        channel.writeOutbound(fault);

        assertThat((Object) channel.readOutbound()).isSameAs(fault);
        assertThat(channel.isOpen()).isTrue();
    }

    @Test
    void whileItLeavesAFaultEndsTheConnectionAndAnAnswerIsGiven() {
        leaves = true;
        HttpResponse refusal = answer(HttpResponseStatus.SERVICE_UNAVAILABLE);
        channel.writeOutbound(refusal);
        assertThat((Object) channel.readOutbound()).isSameAs(refusal);

        var unused = channel.writeOneOutbound(answer(HttpResponseStatus.INTERNAL_SERVER_ERROR));

        assertThat((Object) channel.readOutbound()).isNull();
        assertThat(channel.isOpen()).isFalse();
    }

    private static HttpResponse answer(HttpResponseStatus status) {
        return new DefaultHttpResponse(HttpVersion.HTTP_1_1, status);
    }
}
