package tracker.streams.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodTest {
    @ParameterizedTest
    @CsvSource({
        "2022, 2022-01-01, 2022-12-31",
        "2022-H1, 2022-01-01, 2022-06-30",
        "2022-H2, 2022-07-01, 2022-12-31",
        "2022-Q3, 2022-07-01, 2022-09-30",
        "2024-02, 2024-02-01, 2024-02-29",
    })
    void hasAFirstAndALastDayAndIsWrittenAsItWasRead(String text, String first, String last) {
        Period period = Period.of(text);

        assertThat(period.firstDay()).isEqualTo(first);
        assertThat(period.lastDay()).isEqualTo(last);
        assertThat(period).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "22", "2022-13", "2022-00", "2022-H3", "2022-Q0", "2022-7", "2022-07-01", " 2022", "٢٠٢٢"})
    void otherFormsAreNone(String text) {
        assertThat(Period.parse(text)).isEmpty();
    }

    @Test
    void laterEndsComeLaterAndOfTwoThatEndTogetherTheLonger() {
        List<String> order = Stream.of("2022", "2022-H2", "2022-Q4", "2022-12", "2022-H1", "2022-06", "2023-01")
                .map(Period::of)
                .sorted()
                .map(Period::toString)
                .toList();

        assertThat(order).containsExactly("2022-06", "2022-H1", "2022-12", "2022-Q4", "2022-H2", "2022", "2023-01");
    }

    @ParameterizedTest
    @CsvSource({
        "2022, 2022-12, true",
        "2022, 2022, true",
        "2022-Q4, 2022-12, true",
        "2022-12, 2022-Q4, false",
        "2022-H1, 2022-Q2, true",
        "2022-H1, 2022-Q1, false",
        "2022, 2023-12, false",
    })
    void coversWhatEndsWithItAndIsNoLonger(String one, String other, boolean covers) {
        assertThat(Period.of(one).covers(Period.of(other))).isEqualTo(covers);
    }
}
