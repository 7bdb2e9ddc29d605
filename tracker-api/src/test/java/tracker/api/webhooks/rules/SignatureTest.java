package tracker.api.webhooks.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class SignatureTest {
    private static final byte[] SECRET = Base64.getDecoder().decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    private static final byte[] BODY = "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8);

    /** The example that the specification's own libraries are tested with. */
    @Test
    void theSpecificationsExampleComesOutAsItSays() {
        assertThat(Signature.of(List.of(SECRET), "msg_p5jXN8AQM9LWM0D4loKWxJek", 1_614_265_330, BODY))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void eachSecretHasItsSignature() {
        byte[] other = "another secret of 32 bytes......".getBytes(StandardCharsets.UTF_8);
        String both = Signature.of(List.of(other, SECRET), "msg_p5jXN8AQM9LWM0D4loKWxJek", 1_614_265_330, BODY);

        assertThat(both.split(" "))
                .hasSize(2)
                .doesNotHaveDuplicates()
                .allMatch(one -> one.startsWith("v1,"))
                .endsWith("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void anotherIdTimeOrBodyIsSignedOtherwise() {
        String signed = Signature.of(List.of(SECRET), "msg_1", 1, BODY);

        assertThat(Signature.of(List.of(SECRET), "msg_2", 1, BODY)).isNotEqualTo(signed);
        assertThat(Signature.of(List.of(SECRET), "msg_1", 2, BODY)).isNotEqualTo(signed);
        assertThat(Signature.of(List.of(SECRET), "msg_1", 1, new byte[0])).isNotEqualTo(signed);
    }
}
