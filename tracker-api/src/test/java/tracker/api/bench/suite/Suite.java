package tracker.api.bench.suite;

import java.nio.file.Path;
import tracker.api.bench.page.Section;

/** One question, answered with figures: ours and a peer's, in turns. */
public interface Suite {
    /** {@code consoles} is where the processes' output is left. */
    Section run(Path consoles) throws Exception;
}
