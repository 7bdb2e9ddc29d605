package tracker.api.demo;

import java.util.List;
import java.util.SplittableRandom;

/** Chance from one fixed seed, whole numbers only. Each topic has draws of its own, so that one story does not change another. */
final class Draws {
    private static final long SEED = 20_210_101L;
    private static final long SPREAD = 0x9E37_79B9_7F4A_7C15L;

    private final SplittableRandom random;

    private Draws(SplittableRandom random) {
        this.random = random;
    }

    static Draws of(String topic) {
        return new Draws(new SplittableRandom(SEED ^ (topic.hashCode() * SPREAD)));
    }

    /** Both ends included. */
    int between(int least, int most) {
        return random.nextInt(least, most + 1);
    }

    /** True in so many of a hundred cases. */
    boolean percent(int chance) {
        return random.nextInt(100) < chance;
    }

    <T> T one(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
