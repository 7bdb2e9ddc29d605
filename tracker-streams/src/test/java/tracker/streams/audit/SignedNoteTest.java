package tracker.streams.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The keys and the note are the example of signed notes' reference implementation, golang.org/x/mod/sumdb/note. */
class SignedNoteTest {
    private static final String SECRET =
            "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";
    private static final String KEY = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
    private static final String TEXT =
            "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
    private static final String PETER =
            "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";
    private static final String ENOCH =
            "— EnochRoot rwz+eBzmZa0SO3NbfRGzPCpDckykFXSdeX+MNtCOXm2/5n2tiOHp+vAF1aGrQ5ovTG01oOTGwnWLox33WWd1RvMc+QQ=\n";
    private static final String NOTE = TEXT + "\n" + PETER;
    private static final VerifierKey PETERS = VerifierKey.parse(KEY);
    private static final VerifierKey ENOCHS =
            VerifierKey.parse("EnochRoot+af0cfe78+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop");

    @Test
    void theExampleIsSignedAsTheReferenceImplementationDoes() {
        CheckpointSigner peter = CheckpointSigner.of(SECRET);

        assertThat(CheckpointSigner.sign(TEXT, List.of(peter)).encoded()).isEqualTo(NOTE);
        assertThat(peter.key().text()).isEqualTo(KEY);
        assertThat(peter.key()).isEqualTo(PETERS);
    }

    @Test
    void theExampleIsVerified() {
        SignedNote note = SignedNote.parse(NOTE);

        assertThat(note.text()).isEqualTo(TEXT);
        assertThat(note.encoded()).isEqualTo(NOTE);
        assertThat(note.check(List.of(PETERS)).holds()).isTrue();
        assertThat(note.check(List.of(PETERS)).verified()).containsExactly("PeterNeumann");
        assertThat(note.check(List.of()).holds()).isFalse();
    }

    @Test
    void ofTwoSignaturesOneByAKnownKeyIsEnoughAndNoneMayBeBad() {
        SignedNote both = SignedNote.parse(NOTE + ENOCH);

        assertThat(both.check(List.of(PETERS, ENOCHS)).verified()).containsExactly("PeterNeumann", "EnochRoot");
        assertThat(both.check(List.of(ENOCHS)).unknown()).containsExactly("PeterNeumann");
        assertThat(both.check(List.of(ENOCHS)).holds()).isTrue();
        SignedNote.Check changed =
                SignedNote.parse(NOTE.replace("then", "than") + ENOCH).check(List.of(PETERS));
        assertThat(changed.bad()).containsExactly("PeterNeumann");
        assertThat(changed.holds()).isFalse();
    }

    @Test
    void whileKeysAreRotatedEitherVerifies() {
        CheckpointSigner old = CheckpointSigner.of(SECRET);
        CheckpointSigner young = CheckpointSigner.of(CheckpointSigner.newSecret("PeterNeumann", new SecureRandom()));
        SignedNote note = SignedNote.parse(
                CheckpointSigner.sign(TEXT, List.of(old, young)).encoded());

        assertThat(note.check(List.of(PETERS)).holds()).isTrue();
        assertThat(note.check(List.of(VerifierKey.parse(young.key().text()))).holds())
                .isTrue();
    }

    @Test
    void aKeyIsReadInOneFormOnly() {
        for (int at = 0; at < KEY.length(); at++) {
            String mangled = KEY.substring(0, at) + (char) (KEY.charAt(at) + 1) + KEY.substring(at + 1);
            String shorter = KEY.substring(0, at);
            assertThatThrownBy(() -> VerifierKey.parse(mangled)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> VerifierKey.parse(shorter)).isInstanceOf(IllegalArgumentException.class);
        }
        for (int at = 0; at < SECRET.length(); at++) {
            String mangled = SECRET.substring(0, at) + (char) (SECRET.charAt(at) + 1) + SECRET.substring(at + 1);
            assertThatThrownBy(() -> CheckpointSigner.of(mangled)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // A wrong length and an unknown type, each with the hash that would be right for it.
                "PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY==",
                "PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
            })
    void aKeyOfAnotherKindIsNone(String key) {
        assertThatThrownBy(() -> VerifierKey.parse(key)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aNoteIsReadInOneFormOnly() {
        List<String> malformed = List.of(
                "",
                TEXT,
                TEXT + "\n",
                NOTE.substring(0, NOTE.length() - 1),
                "\u0001" + NOTE,
                TEXT + "\n" + PETER.replace("PeterNeumann", "Bad Name"),
                TEXT + "\n" + PETER.replace("PeterNeumann", "Bad+Name"),
                TEXT + "\n" + PETER.replace("—", "-"),
                TEXT + "\n" + PETER.replace("AM=", "AN="),
                TEXT + "\n" + PETER.replace("AM=", "AM"),
                TEXT + "\n— PeterNeumann x08gow==\n",
                NOTE + "Unexpected line.\n",
                TEXT + "\n" + PETER.repeat(101));

        assertThat(malformed).allSatisfy(note -> assertThatThrownBy(() -> SignedNote.parse(note))
                .isInstanceOf(IllegalArgumentException.class));
    }
}
