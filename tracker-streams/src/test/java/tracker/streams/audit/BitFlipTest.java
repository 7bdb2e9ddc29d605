package tracker.streams.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
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
    private static final byte[] PLAIN = complete(Compression.NULL);
    private static final byte[] DEFLATED = complete(Compression.DEFLATE);
    /** More than the end's block has. */
    private static final int END_BYTES = 200;

    @Property(tries = 1000)
    void aFlippedBitIsFoundAnywhere(
            @ForAll @IntRange(max = Integer.MAX_VALUE - 1) int drawn, @ForAll boolean compressed) {
        byte[] archive = compressed ? DEFLATED : PLAIN;

        assertFound(archive, drawn % (archive.length * Byte.SIZE));
    }

    /** Of a partial archive, whose end has the same form: no signature has to be verified 3000 times. */
    @ParameterizedTest
    @EnumSource
    void everyBitOfTheEndIsCovered(Compression compression) {
        List<Entry> events = GivenLog.small().entries().stream()
                .filter(entry -> entry instanceof Entry.OfEvent)
                .toList();
        byte[] archive = archive(new Scope.Filtered("no checkpoints"), compression, events);
        assertThat(TamperingTest.verify(archive)).isInstanceOf(Verified.class);

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

    private static byte[] complete(Compression compression) {
        return archive(new Scope.Complete(), compression, GivenLog.small().entries());
    }

    private static byte[] archive(Scope scope, Compression compression, List<Entry> entries) {
        return Forgery.archive(Forgery.header(scope, compression), entries, UnaryOperator.identity());
    }
}
