package tracker.streams.bench;

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
import java.util.List;
import java.util.stream.LongStream;
import tracker.streams.audit.ArchiveVerifier;
import tracker.streams.audit.Verification;
import tracker.streams.audit.Verification.Verified;
import tracker.streams.codec.EventCodec;

/**
 * How long the verification of an untouched archive takes, against reading the same file with SHA-256 alone: both in one run and in
 * turns, since a loaded machine tells ratios only. Arguments: directory, events, rounds.
 */
public final class ArchiveBenchmark {
    private static final int BUFFER = 1 << 16;
    private static final int NANOS_A_MICRO = 1000;
    private static final int MEGA = 1_000_000;

    private final Path archive;
    private final long events;

    private ArchiveBenchmark(Path archive, long events) {
        this.archive = archive;
        this.events = events;
    }

    private interface Measured {
        void run() throws IOException;
    }

    public static void main(String[] arguments) throws IOException {
        long events = Long.parseLong(arguments[1]);
        Path archive = MadeArchive.of(events, Path.of(arguments[0]));
        new ArchiveBenchmark(archive, events).run(Integer.parseInt(arguments[2]));
    }

    private void run(int rounds) throws IOException {
        // What the compiler and the file system's cache do is over by then.
        micros(this::hash);
        micros(this::verify);
        long[] hashing = new long[rounds];
        long[] verifying = new long[rounds];
        heap().forEach(MemoryPoolMXBean::resetPeakUsage);
        for (int round = 0; round < rounds; round++) {
            hashing[round] = micros(this::hash);
            verifying[round] = micros(this::verify);
        }
        long peak =
                heap().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
        long size = Files.size(archive);
        System.out.printf("%d events, %d bytes, medians of %d rounds%n", events, size, rounds);
        say("SHA-256 alone", median(hashing), size);
        say("verification ", median(verifying), size);
        System.out.printf(
                "ratio %.1f; at most %d MB of heap, garbage included, of %d MB%n",
                (double) median(verifying) / median(hashing),
                peak / MEGA,
                Runtime.getRuntime().maxMemory() / MEGA);
    }

    private void say(String what, long micros, long size) {
        System.out.printf(
                "%s %.3f s, %d events/s, %.1f MB/s%n",
                what, (double) micros / MEGA, events * MEGA / micros, (double) size / micros);
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

    private static long micros(Measured measured) throws IOException {
        long start = System.nanoTime();
        measured.run();
        return (System.nanoTime() - start) / NANOS_A_MICRO;
    }

    private static long median(long[] micros) {
        return LongStream.of(micros)
                .sorted()
                .skip(micros.length / 2)
                .findFirst()
                .orElseThrow();
    }

    private static List<MemoryPoolMXBean> heap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
    }
}
