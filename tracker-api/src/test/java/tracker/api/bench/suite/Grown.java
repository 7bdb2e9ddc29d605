package tracker.api.bench.suite;

import java.util.Arrays;
import java.util.List;
import tracker.api.bench.ground.BenchNode;
import tracker.api.bench.ground.Jvm;
import tracker.api.bench.ground.Site;
import tracker.api.bench.load.MadePlans;

/** A node that has some {@code subjects}, in {@code plans} plans whose first day has begun. */
record Grown(int subjects, BenchNode node, Jvm commands, int plans) {
    static final List<Integer> SIZES = Arrays.stream(
                    System.getProperty("bench.subjects", "1000,100000,1000000").split(","))
            .map(Integer::valueOf)
            .toList();

    /** For all sizes alike: how much of a heap is filled before it is swept says nothing of what is needed. */
    static final String HEAP = "-Xmx512m";

    static int largest() {
        return SIZES.get(SIZES.size() - 1);
    }

    static Grown to(int subjects, Site site) throws Exception {
        int plans = Math.max(1, subjects / new MadePlans().allSubjects());
        BenchNode node = site.node("node", HEAP);
        Jvm commands = Drivers.commands(site, plans);
        for (int plan = 1; plan <= plans; plan++) {
            Ready.awaitDay(node, MadePlans.plan(plan));
        }
        return new Grown(subjects, node, commands, plans);
    }

    /** A driver whose reports are of {@code firstMonth} and those after. */
    Jvm http(Site site, int firstMonth) {
        return Drivers.http(site, node, plans, firstMonth);
    }
}
