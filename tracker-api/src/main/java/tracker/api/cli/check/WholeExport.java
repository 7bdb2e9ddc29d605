package tracker.api.cli.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tracker.api.cli.outcome.Failure;
import tracker.api.export.ExportFormat;
import tracker.streams.audit.ArchiveCorruptException;
import tracker.streams.audit.ArchiveReader;
import tracker.streams.audit.Entry;
import tracker.streams.codec.ViewJson;
import tracker.streams.domain.event.Hash;

/** Whether an export has arrived whole: by its end, which says how much came before. */
public final class WholeExport {
    private static final int LAST_LINE = 256;
    private static final Pattern CSV_END = Pattern.compile("# end; events=(\\d{1,18}); sha256=([0-9a-f]{64})\r\n");

    private WholeExport() {}

    /** What the last line says of all those before it. */
    private record End(long events, String sha256) {}

    /** The count of its events. What is not whole is a {@link Failure}. */
    public static long events(Path file, ExportFormat format) throws IOException {
        return switch (format) {
            case AVRO -> archived(file);
            case NDJSON -> lines(file, WholeExport::jsonEnd, 1, false);
            case CSV -> lines(file, WholeExport::csvEnd, 2, true);
        };
    }

    private static long archived(Path file) throws IOException {
        long events = 0;
        Entry.End end = null;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            ArchiveReader reader = new ArchiveReader(in);
            for (Entry entry = reader.next(); entry != null; entry = reader.next()) {
                if (entry instanceof Entry.OfEvent) {
                    events++;
                } else if (entry instanceof Entry.End last) {
                    end = last;
                }
            }
            if (end != null && end.fileHash().equals(reader.fileHash())) {
                return events;
            }
        } catch (ArchiveCorruptException cut) {
            // As good as an end that is missing.
        }
        throw broken();
    }

    /** {@code head}: how many lines come before the events; {@code quoted}: whether a line feed within quotes ends none. */
    private static long lines(Path file, Function<String, End> form, int head, boolean quoted) throws IOException {
        long lastLine = lastLine(file);
        End end = form.apply(tail(file, lastLine));
        MessageDigest digest = Hash.digest();
        long lines = 0;
        long left = lastLine;
        boolean within = false;
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(file)) {
            while (left > 0) {
                int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
                if (read < 0) {
                    throw broken();
                }
                digest.update(buffer, 0, read);
                left -= read;
                for (int i = 0; i < read; i++) {
                    within ^= quoted && buffer[i] == '"';
                    lines += buffer[i] == '\n' && !within ? 1 : 0;
                }
            }
        }
        if (!end.equals(new End(lines - head, Hash.of(digest.digest()).hex()))) {
            throw broken();
        }
        return end.events();
    }

    private static End jsonEnd(String line) {
        if (!line.endsWith("\n")) {
            throw broken();
        }
        try {
            JsonNode end = new ViewJson()
                    .read(line.getBytes(StandardCharsets.ISO_8859_1))
                    .path("end");
            return new End(end.path("events").asLong(-1), end.path("sha256").asText());
        } catch (UncheckedIOException cut) {
            throw broken();
        }
    }

    private static End csvEnd(String line) {
        Matcher end = CSV_END.matcher(line);
        if (!end.matches()) {
            throw broken();
        }
        return new End(Long.parseLong(end.group(1)), end.group(2));
    }

    /** Where the last line begins. */
    private static long lastLine(Path file) throws IOException {
        long size = Files.size(file);
        long from = Math.max(0, size - LAST_LINE);
        String tail = tail(file, from);
        int before = tail.lastIndexOf('\n', tail.length() - 2);
        return before < 0 ? size : from + before + 1;
    }

    private static String tail(Path file, long from) throws IOException {
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            byte[] tail = new byte[(int) Math.min(LAST_LINE, in.length() - from)];
            in.seek(from);
            in.readFully(tail);
            // A byte a character: places are counted in bytes.
            return new String(tail, StandardCharsets.ISO_8859_1);
        }
    }

    private static Failure broken() {
        return Failure.refuted("导出未完整到达，未保存。", "The export has not arrived whole, and was not kept.");
    }
}
