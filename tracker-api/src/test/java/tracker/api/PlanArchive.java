package tracker.api;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import tracker.api.tables.SheetColumn;
import tracker.api.tables.TableLimits;
import tracker.api.tables.Tables;
import tracker.api.tables.XlsxSheet;
import tracker.api.tables.XlsxWriter;

/** The real plan's files as a zip, as somebody would send them, with something in them changed. */
public final class PlanArchive {
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
        return with(id, "plan", file -> file.replace("simulated,false", "simulated,true"));
    }

    /** The plan under another id, with one of its files changed. */
    public static byte[] with(String id, String changed, UnaryOperator<String> change) {
        return zip(id, (name, file) -> name.equals(changed) ? change.apply(file) : file);
    }

    /** The same with whatever in all of its files. */
    public static byte[] with(String id, UnaryOperator<String> change) {
        return zip(id, (name, file) -> change.apply(file));
    }

    /** The same as a workbook: a sheet for each file. */
    static byte[] workbook(String id) {
        List<XlsxSheet> sheets = Tables.read("plan.zip", simulated(id), TableLimits.DEFAULT).stream()
                .map(table -> new XlsxSheet(
                        table.name(),
                        table.header().stream()
                                .map(column -> SheetColumn.text(column, 20))
                                .toList(),
                        table.rows().stream()
                                .map(row -> table.header().stream()
                                        .<Object>map(row::cell)
                                        .collect(Collectors.<Object>toList()))
                                .toList()))
                .toList();
        return XlsxWriter.write(sheets, List.of());
    }

    private static byte[] zip(String id, BinaryOperator<String> change) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : FILES) {
                String file = name.equals("plan") ? text(name).replace("changsha-hitech-14fyp", id) : text(name);
                zip.putNextEntry(new ZipEntry(name + ".csv"));
                zip.write(change.apply(name, file).getBytes(StandardCharsets.UTF_8));
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
