package tracker.api.persons;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SealedNameTest {
    private static final String PERSON = "0123456789abcdef0123456789abcdef";
    private static final byte[] KEY = new byte[SealedName.KEY_BYTES];
    private static final byte[] NONCE = new byte[SealedName.NONCE_BYTES];

    private final SealedName sealed = SealedName.of(PERSON, "张", KEY, NONCE);

    @Test
    void whatIsSealedIsOpenedByItsKeyOnly() {
        assertThat(sealed.toString()).startsWith("person:" + PERSON + ":").doesNotContain("张");
        assertThat(sealed.open(KEY)).isEqualTo("张");
        byte[] other = KEY.clone();
        other[0] = 1;
        assertThatThrownBy(() -> sealed.open(other)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SealedName("f" + PERSON.substring(1), sealed.ciphertext()).open(KEY))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void everySealedNameInATextIsReplacedAndNothingElse() {
        String text = "a person: no; %s, $1 %s\\".formatted(sealed, sealed);
        assertThat(SealedName.replaceAll(text, name -> name.open(KEY))).isEqualTo("a person: no; 张, $1 张\\");
        assertThat(SealedName.replaceAll("person:" + PERSON + ":tooshort", name -> "x"))
                .isEqualTo("person:" + PERSON + ":tooshort");
    }
}
