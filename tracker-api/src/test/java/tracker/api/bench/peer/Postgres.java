package tracker.api.bench.peer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tracker.api.TrackerProcess;

/** A PostgreSQL server as Debian has it, with its own settings; not as root, whom it refuses. */
public final class Postgres implements AutoCloseable {
    private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+) ");
    private static final Pattern LATENCY = Pattern.compile("latency average = ([0-9.]+) ms");
    private static final String USER = "postgres";

    private final int port = TrackerProcess.freePort();
    private final Path directory;
    private final Path programs;

    /** Transactions per second, and the mean of their latencies in milliseconds. */
    public record Done(double perSecond, double millis) {}

    public Postgres(int subjects, int stateBytes, int eventBytes) throws IOException {
        programs = programs();
        directory = Files.createTempDirectory("postgres");
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxrwxrwx"));
        Path data = directory.resolve("data");
        run("initdb", "-D", data, "-A", "trust", "-U", USER, "-E", "UTF8");
        run(
                "pg_ctl",
                "-D",
                data,
                "-w",
                "-l",
                directory.resolve("log"),
                "-o",
                "-p " + port + " -k " + directory + " -c listen_addresses=127.0.0.1 -c max_connections=200",
                "start");
        sql("""
                create table subject (id int primary key, version bigint not null, state text not null);
                create table event (subject int not null, version bigint not null, body bytea not null, primary key (subject, version));
                insert into subject select n, 0, repeat('s', %d) from generate_series(1, %d) n;
                """.formatted(stateBytes, subjects));
        Files.writeString(directory.resolve("update.sql"), """
                \\set id random(1, %d)
                with changed as (
                  update subject set version = version + 1, state = repeat('t', %d)
                  where id = :id and version >= 0 returning id, version)
                insert into event select id, version, decode(repeat('e5', %d), 'hex') from changed;
                """.formatted(subjects, stateBytes, eventBytes));
    }

    /** Whether this machine has it. */
    public static boolean isThere() {
        return Files.isDirectory(Path.of("/usr/lib/postgresql"));
    }

    /** For so many seconds; with {@code synchronous} off a commit does not wait for the disk. */
    public Done run(int clients, int seconds, boolean synchronous) throws IOException {
        String said = run(
                "env",
                "PGOPTIONS=-c synchronous_commit=" + (synchronous ? "on" : "off"),
                programs.resolve("pgbench"),
                "-h",
                "127.0.0.1",
                "-p",
                port,
                "-U",
                USER,
                "-n",
                "-M",
                "prepared",
                "-f",
                directory.resolve("update.sql"),
                "-c",
                clients,
                "-j",
                2,
                "-T",
                seconds,
                USER);
        return new Done(figure(RATE, said), figure(LATENCY, said));
    }

    @Override
    public void close() throws IOException {
        run("pg_ctl", "-D", directory.resolve("data"), "-m", "immediate", "stop");
        run("rm", "-rf", directory.resolve("data"));
    }

    private void sql(String statements) throws IOException {
        Path file = Files.writeString(directory.resolve("schema.sql"), statements);
        run("psql", "-h", "127.0.0.1", "-p", port, "-U", USER, "-v", "ON_ERROR_STOP=1", "-q", "-f", file, USER);
    }

    private static double figure(Pattern pattern, String said) throws IOException {
        Matcher matcher = pattern.matcher(said);
        if (!matcher.find()) {
            throw new IOException(said);
        }
        return Double.parseDouble(matcher.group(1));
    }

    private String run(String program, Object... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        if (System.getProperty("user.name").equals("root")) {
            command.addAll(List.of("runuser", "-u", USER, "--"));
        }
        Path own = programs.resolve(program);
        command.add(Files.exists(own) ? own.toString() : program);
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("said").toFile())
                .start();
        try {
            int status = process.waitFor();
            String said = Files.readString(directory.resolve("said"), StandardCharsets.UTF_8);
            if (status != 0) {
                throw new IOException(command + ": " + said);
            }
            return said;
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            throw new IOException(interrupted);
        }
    }

    private static Path programs() throws IOException {
        try (Stream<Path> versions = Files.list(Path.of("/usr/lib/postgresql"))) {
            return versions.max(Path::compareTo).orElseThrow().resolve("bin");
        }
    }
}
