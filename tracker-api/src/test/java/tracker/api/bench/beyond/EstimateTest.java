package tracker.api.bench.beyond;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class EstimateTest {
    private static final Figures MEASURED = new Figures(315.8, 4_815, 3_693, 20_056, 1.1, 0.0029, 0.00024);

    @Test
    void aProvinceNeedsTheLeastThereMayBe() {
        Estimate province =
                new Estimate(MEASURED, new Place("province", 150, new Place.Machine(4, 8), new Place.Machine(4, 8)));

        assertThat(province.partitions()).isEqualTo(4);
        assertThat(province.nodes()).isEqualTo(2);
        assertThat(province.brokers()).isEqualTo(3);
        assertThat(province.dollars()).isCloseTo(543, within(0.5));
    }

    /** Worked out by hand, step by step. */
    @Test
    void aCountryNeedsWhatItsPartitionsAndItsDisksWant() {
        Estimate country = new Estimate(
                MEASURED, new Place("country", 20_000, new Place.Machine(8, 16), new Place.Machine(8, 32)));

        // A billion in 157.8 million seconds; a sixtieth of them a month, a fifth of that in 28,800 s, times three.
        assertThat(country.meanEvents()).isCloseTo(6.34, within(0.01));
        assertThat(country.busyEvents()).isCloseTo(347.2, within(0.1));
        assertThat(country.busyUpdates()).isCloseTo(315.7, within(0.1));
        // 315.7 · 2.9 ms and 20,000 · 0.24 ms, doubled.
        assertThat(country.processors()).isCloseTo(11.4, within(0.05));
        assertThat(country.partitions()).isEqualTo(167);
        assertThat(country.nodesFor()).containsExactly(2, 5, 4);
        assertThat(country.replicas()).isEqualTo(14 * 167 * 3);
        assertThat(country.brokersFor()).containsExactly(2, 4);
        assertThat(country.secondsAnew() / 60).isCloseTo(166.2, within(0.1));
        assertThat(country.dollars()).isCloseTo(5_114, within(1.0));
    }
}
