package tracker.streams.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import tracker.streams.domain.event.Hash;

class CheckpointTest {
    private static final Instant TIME = Instant.parse("2026-11-24T08:00:00Z");
    private static final String TEXT = """
            tracker.events/cluster/3
            42
            CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=
            time 2026-11-24T08:00:00Z
            """;

    @Test
    void isWrittenAsTheSpecificationSays() {
        Hash root = new Hash("0ac5186a91863e8e1d90c808014aa89bf5da8e3ee1d9f07630f0378f68f1ab62");
        Checkpoint checkpoint = Checkpoint.of("tracker.events/cluster", 3, 42, root, TIME);

        assertThat(checkpoint.text()).isEqualTo(TEXT);
        assertThat(Checkpoint.parse(TEXT)).isEqualTo(checkpoint);
        assertThat(checkpoint.time()).contains(TIME);
    }

    @Test
    void needsNoExtension() {
        String bare = TEXT.substring(0, TEXT.indexOf("time"));

        assertThat(Checkpoint.parse(bare).time()).isEmpty();
        assertThat(Checkpoint.parse(bare).text()).isEqualTo(bare);
    }

    @Test
    void isReadInOneFormOnly() {
        List<String> malformed = List.of(
                "",
                TEXT.substring(0, TEXT.length() - 1),
                TEXT + "\n",
                "\n" + TEXT,
                TEXT.replace("42", "042"),
                TEXT.replace("42", "-1"),
                TEXT.replace("42", "+42"),
                TEXT.replace("42", "99999999999999999999"),
                TEXT.replace("2I=", "2J="),
                TEXT.replace("2I=", "2I"),
                TEXT.replace("CsUY", ""),
                TEXT.replace("CsUY", "Cs*Y"),
                TEXT.substring(0, TEXT.indexOf("CsUY")));

        assertThat(malformed).allSatisfy(text -> assertThatThrownBy(() -> Checkpoint.parse(text))
                .isInstanceOf(IllegalArgumentException.class));
    }
}
