package tracker.streams.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FiguresTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "NaN", "Infinity", "1,000", "１２", "0x10", "1 ", "--1", "1e"})
    void whatIsNoDecimalIsNone(String text) {
        assertThat(Figures.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "123456789012345678901234567890, true",
        "1234567890123456789012345678901, false",
        "0.123456789012345678901234567890, true",
        "0.1234567890123456789012345678901, false",
        "1e29, true",
        "1e30, false",
        "1e-30, true",
        "1e-31, false",
        "1e2147483647, false",
        "1e-2147483647, false",
    })
    void thirtyDigitsAreTheMost(String text, boolean within) {
        assertThat(Figures.withinDigits(new BigDecimal(text))).isEqualTo(within);
    }

    @Property
    void everyDigitIsKept(@ForAll @BigRange(min = "-1e18", max = "1e18") @Scale(10) BigDecimal value) {
        assertThat(Figures.parse(value.toPlainString())).contains(value);
    }
}
