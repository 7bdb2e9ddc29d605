package tracker.api.bench.suite;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tracker.api.bench.ground.Jvm;
import tracker.api.bench.ground.Samples.Sampled;
import tracker.api.bench.ground.Site;
import tracker.api.bench.page.Section;

/** Where the time of a read goes among few subjects and among many: the reason of what grows with them. */
public final class WhereAmongMany implements Suite {
    private static final int GETS = 20_000;

    @Override
    public Section run(Path consoles) throws Exception {
        List<Profile> profiles = new ArrayList<>();
        for (int subjects :
                Stream.of(Grown.SIZES.get(0), Grown.largest()).distinct().toList()) {
            try (Site site = new Site(consoles)) {
                Grown grown = Grown.to(subjects, site);
                Jvm driver = grown.http(site, 0);
                Sampled sampled = new Sampled(grown.node().pid(), site.data());
                for (String query : List.of("", "?asOf=" + Instant.now())) {
                    driver.ask("some", GETS, 1, query);
                    String what = "GET of any of %,d subjects%s".formatted(subjects, query.isEmpty() ? "" : ", as of");
                    profiles.add(
                            Profile.of(what, sampled, grown.node(), GETS, () -> driver.ask("some", GETS, 1, query)));
                }
            }
        }
        return Profile.put(profiles, new Section("9. Where a read's time goes among many · 大量对象下的读取"))
                .text("One after the other, each of another subject, in a node as section 6 has it (`%s`)."
                        .formatted(Grown.HEAP));
    }
}
