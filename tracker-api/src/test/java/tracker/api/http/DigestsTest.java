package tracker.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.http.HttpRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DigestsTest {
    /** The example of RFC 9530, appendix B.1. */
    private static final String FIELD = "sha-256=:RK/0qy18MlBSVnWgjwz6lZEWjP/lF5HF9bvEF8FabDg=:";

    private static final String HEX = "44aff4ab2d7c3250525675a08f0cfa9591168cffe51791c5f5bbc417c15a6c38";

    @Test
    void aDigestIsWrittenAndRead() {
        assertThat(Digests.field(HEX)).isEqualTo(FIELD);
        assertThat(Digests.expected(HttpRequest.POST("/", "").header("Content-Digest", FIELD)))
                .isEqualTo(HEX);
        assertThat(Digests.expected(HttpRequest.POST("/", "")
                        .header("Repr-Digest", "sha-512=:AAAA:, " + FIELD)
                        .header("Content-Digest", FIELD)))
                .isEqualTo(HEX);
    }

    @Test
    void anotherAlgorithmsIsPassedOver() {
        assertThat(Digests.expected(HttpRequest.POST("/", ""))).isNull();
        assertThat(Digests.expected(HttpRequest.POST("/", "").header("Content-Digest", "md5=:AAAA:")))
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sha-256=abc", "sha-256=:AAAA:", "sha-256=RK/0qy18MlBSVnWgjwz6lZEWjP/lF5HF9bvEF8FabDg="})
    void whatIsNoDigestIsNotTakenForOne(String field) {
        assertThatThrownBy(() -> Digests.expected(HttpRequest.POST("/", "").header("Content-Digest", field)))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void twoThatDifferAreNone() {
        String other = Digests.field("00".repeat(32));
        assertThatThrownBy(() -> Digests.expected(HttpRequest.POST("/", "")
                        .header("Content-Digest", FIELD)
                        .header("Repr-Digest", other)))
                .isInstanceOf(ProblemException.class);
    }
}
