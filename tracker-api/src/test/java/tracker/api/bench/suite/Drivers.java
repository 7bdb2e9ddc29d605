package tracker.api.bench.suite;

import tracker.api.bench.ground.BenchNode;
import tracker.api.bench.ground.Jvm;
import tracker.api.bench.ground.Site;
import tracker.api.bench.load.CommandDriver;
import tracker.api.bench.load.HttpDriver;

/** The processes that write and ask. */
final class Drivers {
    private Drivers() {}

    /** Registers so many plans, and commands what is asked of it without HTTP. */
    static Jvm commands(Site site, int plans) {
        return site.worker("commands", CommandDriver.class, site.bootstrap(), Site.PARTITIONS, plans);
    }

    /** Asks that node; its reports are of {@code firstMonth} and those after. */
    static Jvm http(Site site, BenchNode node, int plans, int firstMonth) {
        return site.worker("http", HttpDriver.class, node.port(), node.token(), plans, 0, firstMonth);
    }
}
