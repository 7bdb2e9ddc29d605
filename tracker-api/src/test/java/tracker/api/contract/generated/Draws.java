package tracker.api.contract.generated;

import java.util.List;
import java.util.Random;

/** Chance from a seed: the same seed draws the same. */
public final class Draws {
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final Random random;

    public Draws(long seed) {
        random = new Random(seed);
    }

    /** Draws of one of many requests, which do not depend on how many the others drew. */
    public static Draws of(long seed, int number) {
        return new Draws(seed + SPREAD * (number + 1L));
    }

    public boolean chance(double share) {
        return random.nextDouble() < share;
    }

    public int below(int bound) {
        return random.nextInt(bound);
    }

    /** Both ends included. */
    public int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    public <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }
}
