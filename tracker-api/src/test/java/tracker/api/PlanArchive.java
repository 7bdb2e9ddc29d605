package tracker.api;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The real plan's files as a zip, as somebody would send them, with one of them changed. */
final class PlanArchive {
    private static final List<String> FILES = List.of(
            "plan",
            "goals",
            "categories",
            "departments",
            "units",
            "history",
            "indicators",
            "projects",
            "milestones",
            "tasks",
            "responsibilities");

    private PlanArchive() {}

    /** The plan under another id, with a simulated clock. */
    static byte[] simulated(String id) {
        return with(
                "plan", file -> file.replace("changsha-hitech-14fyp", id).replace("simulated,false", "simulated,true"));
    }

    static byte[] with(String changed, UnaryOperator<String> change) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String file : FILES) {
                zip.putNextEntry(new ZipEntry(file + ".csv"));
                String text = text(file);
                zip.write((file.equals(changed) ? change.apply(text) : text).getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException impossibleInMemory) {
            throw new UncheckedIOException(impossibleInMemory);
        }
        return bytes.toByteArray();
    }

    private static String text(String file) throws IOException {
        try (InputStream in = PlanArchive.class.getResourceAsStream("/plans/changsha-hitech-14fyp/" + file + ".csv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
