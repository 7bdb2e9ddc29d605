package tracker.streams.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import tracker.streams.audit.ArchiveVerifier;
import tracker.streams.audit.Verification;
import tracker.streams.audit.Verification.Verified;
import tracker.streams.codec.EventCodec;

/**
 * How long the verification of an untouched archive takes, against reading the same file with SHA-256 alone: both in one run and in
 * turns, since a loaded machine tells ratios only. Arguments: directory, events, rounds, rounds before that are not counted.
 */
public final class ArchiveBenchmark {
    private static final int BUFFER = 1 << 16;
    private static final int NANOS_A_MICRO = 1000;
    private static final int MEGA = 1_000_000;
    private static final OperatingSystemMXBean PROCESS =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private final Path archive;
    private final long events;

    private ArchiveBenchmark(Path archive, long events) {
        this.archive = archive;
        this.events = events;
    }

    /** Microseconds by the clock, and of all processors together. */
    private record Took(long micros, long processors) {}

    private interface Measured {
        void run() throws IOException;
    }

    public static void main(String[] arguments) throws IOException {
        long events = Long.parseLong(arguments[1]);
        Path archive = MadeArchive.of(events, Path.of(arguments[0]));
        new ArchiveBenchmark(archive, events).run(Integer.parseInt(arguments[2]), Integer.parseInt(arguments[3]));
    }

    private void run(int rounds, int before) throws IOException {
        // What the compiler and the file system's cache do is over by then.
        for (int round = 0; round < before; round++) {
            hash();
            verify();
        }
        List<Took> hashing = new ArrayList<>();
        List<Took> verifying = new ArrayList<>();
        heap().forEach(MemoryPoolMXBean::resetPeakUsage);
        for (int round = 0; round < rounds; round++) {
            hashing.add(took(this::hash));
            verifying.add(took(this::verify));
        }
        long peak =
                heap().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
        System.out.printf("%d events, %d bytes, medians of %d rounds%n", events, Files.size(archive), rounds);
        say("SHA-256 alone", hashing);
        say("verification ", verifying);
        System.out.printf(
                "ratio %.1f (of processor time %.1f); at most %d MB of heap, garbage included, of %d MB%n",
                (double) median(verifying, Took::micros) / median(hashing, Took::micros),
                (double) median(verifying, Took::processors) / median(hashing, Took::processors),
                peak / MEGA,
                Runtime.getRuntime().maxMemory() / MEGA);
    }

    private void say(String what, List<Took> took) throws IOException {
        long micros = median(took, Took::micros);
        System.out.printf(
                "%s %.3f s, %d events/s, %.1f MB/s; %.3f s of processor time%n",
                what,
                (double) micros / MEGA,
                events * MEGA / micros,
                (double) Files.size(archive) / micros,
                (double) median(took, Took::processors) / MEGA);
    }

    private void hash() throws IOException {
        try (InputStream in = Files.newInputStream(archive)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[BUFFER];
            for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                digest.update(buffer, 0, length);
            }
            digest.digest();
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    private void verify() throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(archive))) {
            Verification result = new ArchiveVerifier(new EventCodec(), MadeArchive.trust()).verify(in);
            if (!(result instanceof Verified verified) || verified.counts().events() != events) {
                throw new IllegalStateException("not verified: " + result.summary());
            }
        }
    }

    private static Took took(Measured measured) throws IOException {
        long start = System.nanoTime();
        long processors = PROCESS.getProcessCpuTime();
        measured.run();
        return new Took(
                (System.nanoTime() - start) / NANOS_A_MICRO,
                (PROCESS.getProcessCpuTime() - processors) / NANOS_A_MICRO);
    }

    private static long median(List<Took> all, ToLongFunction<Took> figure) {
        long[] sorted = all.stream().mapToLong(figure).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    private static List<MemoryPoolMXBean> heap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
    }
}
