package tracker.schemas;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.avro.Schema;

/** Every schema that events in some log, or entries of some archive, may have been written with; the last one is the present one. */
public final class ReleasedSchemas {
    private ReleasedSchemas() {}

    /** Oldest first. */
    public static List<Schema> events() {
        return released("event");
    }

    /** Oldest first. */
    public static List<Schema> archives() {
        return released("archive");
    }

    /** The same as the texts that were released, character for character: what an archive's header repeats. */
    public static List<String> archiveTexts() {
        return texts("archive");
    }

    private static List<Schema> released(String name) {
        return texts(name).stream().map(text -> new Schema.Parser().parse(text)).toList();
    }

    private static List<String> texts(String name) {
        String folder = "/released/" + name + "/";
        return lines(folder + "index").stream().map(file -> text(folder + file)).toList();
    }

    private static List<String> lines(String resource) {
        return text(resource).lines().filter(line -> !line.isBlank()).toList();
    }

    private static String text(String resource) {
        try (InputStream in = ReleasedSchemas.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("missing resource " + resource);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }
}
