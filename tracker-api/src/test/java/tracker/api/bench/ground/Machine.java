package tracker.api.bench.ground;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.kafka.common.utils.AppInfoParser;

/** What everything was measured on. */
public final class Machine {
    private static final long MEBI = 1 << 20;

    private Machine() {}

    public static List<String> described() throws IOException {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return List.of(
                "%d processors (%s), %d MiB of memory, %s"
                        .formatted(
                                Runtime.getRuntime().availableProcessors(),
                                processor(),
                                system.getTotalMemorySize() / MEBI,
                                release()),
                "Java %s, Kafka %s, %s"
                        .formatted(
                                System.getProperty("java.runtime.version"),
                                AppInfoParser.getVersion(),
                                output("postgres", "--version")));
    }

    /** Processor seconds that a process has used so far, as Linux counts them. */
    public static double processorSeconds(long pid) {
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().totalCpuDuration())
                .map(time -> time.toMillis() / 1e3)
                .orElse(Double.NaN);
    }

    /** MiB that a process has resident. */
    public static double residentMiB(long pid) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                .filter(line -> line.startsWith("VmRSS"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D+", "")) / 1024)
                .findFirst()
                .orElse(Double.NaN);
    }

    private static String processor() throws IOException {
        return Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
                .filter(line -> line.startsWith("model name"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse(System.getProperty("os.arch"));
    }

    private static String release() throws IOException {
        return Files.readAllLines(Path.of("/etc/os-release")).stream()
                        .filter(line -> line.startsWith("PRETTY_NAME"))
                        .map(line -> line.substring(line.indexOf('=') + 1).replace("\"", ""))
                        .findFirst()
                        .orElse("")
                + ", Linux " + System.getProperty("os.version");
    }

    private static String output(String... command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException absent) {
            return "no " + command[0];
        }
    }
}
