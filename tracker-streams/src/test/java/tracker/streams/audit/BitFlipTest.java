package tracker.streams.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.function.UnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tracker.streams.audit.Verification.Refuted;
import tracker.streams.audit.Verification.Verified;

/** No bit of a file is without cover: not in the header, the frames, the padding of what is compressed, or the end. */
class BitFlipTest {
    private static final byte[] PLAIN = archive(Compression.NULL);
    private static final byte[] DEFLATED = archive(Compression.DEFLATE);
    /** More than the end's block has. */
    private static final int END_BYTES = 200;

    @Property(tries = 1000)
    void aFlippedBitIsFoundAnywhere(
            @ForAll @IntRange(max = Integer.MAX_VALUE - 1) int drawn, @ForAll boolean compressed) {
        byte[] archive = compressed ? DEFLATED : PLAIN;

        assertFound(archive, drawn % (archive.length * Byte.SIZE));
    }

    @ParameterizedTest
    @EnumSource
    void everyBitOfTheEndIsCovered(Compression compression) {
        byte[] archive = compression == Compression.NULL ? PLAIN : DEFLATED;
        for (int bit = (archive.length - END_BYTES) * Byte.SIZE; bit < archive.length * Byte.SIZE; bit++) {
            assertFound(archive, bit);
        }
    }

    /** Where nothing is compressed, a flipped bit of a record never spoils more than that: the record is named. */
    @Test
    void aFlippedBitOfAnEventNamesThatEvent() {
        LoggedEvent event = GivenLog.small().partition(0).get(7);
        int place = indexOf(PLAIN, event.event());
        for (int bit = place * Byte.SIZE; bit < (place + event.event().length) * Byte.SIZE; bit++) {
            assertThat(flipped(PLAIN, bit))
                    .isInstanceOfSatisfying(Refuted.class, refuted -> assertThat(refuted.firstBad())
                            .hasValueSatisfying(bad -> {
                                assertThat(bad.index()).isEqualTo(7);
                                assertThat(bad.subject()).isEqualTo(event.key());
                                assertThat(bad.version()).isEqualTo(2);
                            }));
        }
    }

    private static void assertFound(byte[] archive, int bit) {
        assertThat(flipped(archive, bit)).as("bit %d", bit).isNotInstanceOf(Verified.class);
    }

    private static Verification flipped(byte[] archive, int bit) {
        byte[] flipped = archive.clone();
        flipped[bit / Byte.SIZE] ^= (byte) (1 << (bit % Byte.SIZE));
        return TamperingTest.verify(flipped);
    }

    private static int indexOf(byte[] bytes, byte[] part) {
        for (int start = 0; start + part.length <= bytes.length; start++) {
            if (Arrays.equals(bytes, start, start + part.length, part, 0, part.length)) {
                return start;
            }
        }
        throw new AssertionError("not there");
    }

    private static byte[] archive(Compression compression) {
        ArchiveHeader header = Forgery.header(new Scope.Complete(), compression);
        return Forgery.archive(header, GivenLog.small().entries(), UnaryOperator.identity());
    }
}
