package tracker.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AttachmentTest {
    @Test
    void aNameIsToldToOldAndNewReaders() {
        assertThat(Attachment.named("年报 2022.pdf"))
                .isEqualTo("attachment; filename=\"__ 2022.pdf\"; filename*=UTF-8''%E5%B9%B4%E6%8A%A5%202022.pdf");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a\"; x=\"b", "a\\", "a\r\nSet-Cookie: b", "../../etc/passwd", "a%00", "a;b=c", "😀'*", "\uD800"
            })
    void nothingOfItGetsOutOfItsPlace(String name) {
        assertThat(Attachment.named(name))
                .matches(
                        "attachment; filename=\"[A-Za-z0-9._~ -]*\"; filename\\*=UTF-8''([A-Za-z0-9._~-]|%[0-9A-F]{2})*");
    }
}
