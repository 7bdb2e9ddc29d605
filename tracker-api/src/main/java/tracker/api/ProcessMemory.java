package tracker.api;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/** What the operating system counts as this process's memory. */
final class ProcessMemory {
    private ProcessMemory() {}

    /** Resident memory in MiB; empty where the system does not say (it is read from Linux's /proc). */
    static OptionalLong residentMiB() {
        return status("VmRSS:");
    }

    /** The most that it has been. */
    static OptionalLong peakMiB() {
        return status("VmHWM:");
    }

    private static OptionalLong status(String field) {
        try {
            return Files.readAllLines(Path.of("/proc/self/status")).stream()
                    .filter(line -> line.startsWith(field))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst();
        } catch (IOException | NumberFormatException notLinux) {
            return OptionalLong.empty();
        }
    }
}
