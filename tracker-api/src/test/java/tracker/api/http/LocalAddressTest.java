package tracker.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalAddressTest {
    @Test
    void pagesOfOursAreGoneOnTo() {
        assertThat(LocalAddress.of(null)).isEqualTo("/");
        assertThat(LocalAddress.of("/plans/a?q=b#c")).isEqualTo("/plans/a?q=b#c");
        assertThat(LocalAddress.of("/指标")).isEqualTo("/%E6%8C%87%E6%A0%87");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/",
                "//evil.example",
                "///evil.example",
                "/\\evil.example",
                "\\\\evil.example",
                "javascript:alert(1)",
                "evil",
                " /a",
                "/a\r\nSet-Cookie: b=c",
                "http:/a",
                "/\t/evil.example",
                "?a"
            })
    void othersAreNot(String elsewhere) {
        assertThatThrownBy(() -> LocalAddress.of(elsewhere)).isInstanceOf(ProblemException.class);
    }
}
