package tracker.api;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;
import org.slf4j.LoggerFactory;
import tracker.api.backup.BackupRefusedException;
import tracker.api.embedded.DataDirectoryInUseException;
import tracker.api.logging.LogFormat;
import tracker.api.schemas.RegistryRefusedException;
import tracker.api.settings.Flags;
import tracker.api.settings.SettingsCheck;
import tracker.api.settings.WrongSettingsException;
import tracker.streams.domain.Text;
import tracker.streams.runtime.BrokersRefusedException;
import tracker.streams.runtime.RestoreUnfinishedException;
import tracker.streams.runtime.WrongTopicException;

/** The tracker as a process: starts one, says what it does, and stops it on a signal. */
public final class Application {
    private final PrintStream console = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private final long started = ManagementFactory.getRuntimeMXBean().getStartTime();

    private Application() {}

    public static void main(String[] arguments) {
        new Application().run(arguments);
    }

    private void run(String... arguments) {
        try {
            Flags flags = Flags.of(arguments);
            LogFormat.fromFlags(flags.settings());
            if (flags.isCheck()) {
                check(Ground.check(flags.settings()));
                return;
            }
            say(new Text("进展跟踪系统启动中", "progress tracker starting"));
            Ground ground = Ground.open(flags.settings(), this::say, Tracker::requireFree);
            if (Maintenance.isWanted(ground.get(TrackerSettings.class))) {
                maintain(ground);
                return;
            }
            Tracker tracker = Tracker.start(ground, this::say);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(tracker), "tracker-stop"));
            if (tracker.exitsWithParent()) {
                exitWithParent();
            }
            say(new Text("就绪" + memory(ProcessMemory.residentMiB()), "ready" + memory(ProcessMemory.residentMiB())));
            showAddress("http://localhost:" + tracker.port() + "/api/v1/plans/changsha-hitech-14fyp");
        } catch (DataDirectoryInUseException
                | PortInUseException
                | WrongTopicException
                | WrongSettingsException
                | BackupRefusedException
                | RegistryRefusedException
                | RestoreUnfinishedException
                | BrokersRefusedException refused) {
            if (LogFormat.isJson()) {
                LoggerFactory.getLogger(Application.class).error("{}", refused.getMessage());
            } else {
                console.println(refused.getMessage());
            }
            System.exit(2);
        } catch (RuntimeException failed) {
            if (LogFormat.isJson()) {
                LoggerFactory.getLogger(Application.class).error("启动失败 · start failed", failed);
            } else {
                console.println("启动失败 · start failed: " + failed);
                failed.printStackTrace(console);
            }
            System.exit(1);
        }
    }

    private void maintain(Ground ground) {
        try (ground) {
            say(Maintenance.run(ground));
        }
    }

    private void check(SettingsCheck check) {
        check.inForce()
                .forEach(one -> console.println(
                        one.name() + " = " + one.shown() + (one.origin() == null ? "" : "  (" + one.origin() + ")")));
        check.doubts().forEach(doubt -> console.println(doubt.en() + " · " + doubt.zh()));
        if (!check.faults().isEmpty()) {
            throw new WrongSettingsException(check.faults());
        }
    }

    private void stop(Tracker tracker) {
        say(new Text("正在停止", "stopping"));
        tracker.close();
        say(new Text("已停止" + memory(ProcessMemory.peakMiB()), "stopped" + memory(ProcessMemory.peakMiB())));
    }

    /** The build tool that started this process may be killed; nobody would be left to stop it. */
    private static void exitWithParent() {
        ProcessHandle.current().parent().ifPresent(parent -> {
            var unused = parent.onExit().thenRun(() -> System.exit(0));
        });
    }

    private void showAddress(String address) {
        if (LogFormat.isJson()) {
            LoggerFactory.getLogger(Application.class).info("{}", address);
        } else {
            console.println("\n  " + address + "\n");
        }
    }

    private void say(Text text) {
        if (LogFormat.isJson()) {
            LoggerFactory.getLogger(Application.class).info("{} · {}", text.en(), text.zh());
            return;
        }
        double seconds = (System.currentTimeMillis() - started) / 1000.0;
        console.printf("[%6.1f s] %s · %s%n", seconds, text.en(), text.zh());
    }

    private static String memory(OptionalLong mib) {
        return mib.isPresent() ? " (" + mib.getAsLong() + " MiB)" : "";
    }
}
