package tracker.api.bench.beyond;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tracker.api.bench.page.Section;
import tracker.api.bench.page.Series;

/** The page of what larger places would need: between its marks stand the tables, computed from what was measured; around them what people wrote. */
public final class BeyondPage {
    private static final List<Place> PLACES = List.of(
            new Place("province · 省", 150, new Place.Machine(4, 8), new Place.Machine(4, 8)),
            new Place("country · 全国", 20_000, new Place.Machine(8, 16), new Place.Machine(8, 32)));
    private static final double KIBI = 1 << 10;

    private BeyondPage() {}

    /** Leaves the page as it is where something was not measured yet. */
    public static void write(Path file, Map<String, Double> named) throws IOException {
        Figures figures = Figures.of(named).orElse(null);
        if (figures == null) {
            System.out.println(file + ": not all that it is computed from was measured");
            return;
        }
        String page = Files.readString(file);
        page = between(page, "measured", measured(named));
        Files.writeString(file, between(page, "computed", computed(figures)));
    }

    private static String between(String page, String mark, List<String> table) {
        String begin = "<!-- " + mark + " -->\n";
        String end = "<!-- /" + mark + " -->";
        return page.substring(0, page.indexOf(begin) + begin.length()) + "\n" + String.join("\n", table) + "\n"
                + page.substring(page.indexOf(end));
    }

    private static List<String> measured(Map<String, Double> named) {
        List<List<String>> rows = new ArrayList<>();
        for (Figure figure : Figure.values()) {
            double value = named.get(figure.key());
            rows.add(List.of(
                    figure.letter(),
                    figure.what(),
                    switch (figure) {
                        case EVENT, TOPICS, STORES -> Series.shown(value) + " B";
                        case REBUILT, EVENTS_AN_UPDATE, ONE_PLAN -> Series.shown(value);
                        case UPDATE, READ -> Series.shown(1e3 * value) + " ms";
                    },
                    "section %d".formatted(figure.section())));
        }
        return Section.tableLines(List.of("", "figure", "value", "from"), rows);
    }

    private static List<String> computed(Figures figures) {
        List<Estimate> places =
                PLACES.stream().map(place -> new Estimate(figures, place)).toList();
        List<List<String>> rows = List.of(
                row(
                        places,
                        "plans, subjects, events in five years",
                        "given; 250 and 50,000 a plan",
                        of -> "%,d; %,d; %,d"
                                .formatted(
                                        of.place().plans(),
                                        of.place().plans() * Place.SUBJECTS_A_PLAN,
                                        of.place().events())),
                row(places, "events a second, mean", "events / 5 years", of -> Series.shown(of.meanEvents())),
                row(
                        places,
                        "events a second, busiest hour",
                        "events / 60 · 0.2 / 8 h · 3",
                        of -> Series.shown(of.busyEvents())),
                row(places, "updates a second, busiest hour", "that / u", of -> Series.shown(of.busyUpdates())),
                row(places, "processors for these", "updates · w", of -> Series.shown(of.updateProcessors())),
                row(places, "reads a second", "10 screens a plan, every 10 s", of -> Series.shown(of.reads())),
                row(places, "processors for these", "reads · g", of -> Series.shown(of.readProcessors())),
                row(places, "processors of all nodes, half used", "(both) / 0.5", of -> Series.shown(of.processors())),
                row(places, "event log, 3 copies", "events · e · 3", of -> bytes(of.logBytes())),
                row(places, "all topics, 3 copies", "events · b · 3", of -> bytes(of.topicBytes())),
                row(places, "stores of all nodes, one standby each", "events · n · 2", of -> bytes(of.storeBytes())),
                row(
                        places,
                        "partitions, so that one is built anew in 5 min",
                        "events / (r · 300 s), at least 4",
                        of -> String.valueOf(of.partitions())),
                row(
                        places,
                        "**nodes**",
                        "the most of: their processors, 80 partitions with standbys, 2 TiB each; at least 2",
                        of -> most(of.nodes(), of.nodesFor())),
                row(places, "replicas of partitions", "14 topics · partitions · 3", of -> "%,d"
                        .formatted(of.replicas())),
                row(
                        places,
                        "**brokers**",
                        "the most of: 4,000 replicas, 4 TiB each; at least 3",
                        of -> most(of.brokers(), of.brokersFor())),
                row(
                        places,
                        "a node lost, without standby: built anew in",
                        "events / nodes / r",
                        of -> Series.shown(of.secondsAnew() / 60) + " min"),
                row(places, "machines", "node; broker", of -> "%d of %s; %d of %s"
                        .formatted(
                                of.nodes(),
                                of.place().node(),
                                of.brokers(),
                                of.place().broker())),
                row(
                        places,
                        "disk with half as much again to spare",
                        "(topics + stores) · 1.5",
                        of -> bytes(of.diskBytes())),
                row(
                        places,
                        "**a month**",
                        "20 a processor, 3 a GiB of memory, 0.10 a GiB of SSD (US dollars)",
                        of -> "**%,.0f**".formatted(of.dollars())));
        return Section.tableLines(
                Stream.concat(Stream.of("", "formula"), PLACES.stream().map(Place::name))
                        .toList(),
                rows);
    }

    private static List<String> row(
            List<Estimate> places, String what, String formula, Function<Estimate, String> cell) {
        return Stream.concat(Stream.of(what, formula), places.stream().map(cell))
                .toList();
    }

    private static String most(int taken, int... reasons) {
        return "**%d** (%s)"
                .formatted(
                        taken, Arrays.stream(reasons).mapToObj(String::valueOf).collect(Collectors.joining(", ")));
    }

    private static String bytes(double bytes) {
        double gibi = bytes / KIBI / KIBI / KIBI;
        return gibi < KIBI ? Series.shown(gibi) + " GiB" : Series.shown(gibi / KIBI) + " TiB";
    }
}
