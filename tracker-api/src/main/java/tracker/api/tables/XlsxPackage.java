package tracker.api.tables;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * Packs a written workbook anew, without what its library cannot leave out: the moment of writing, so that the same content gives
 * the same bytes, and a password's hash of one digit where there is no password, which the format does not allow.
 */
final class XlsxPackage {
    // The archive format's times have no zone and begin in 1980.
    private static final LocalDateTime FIXED = LocalDateTime.of(1980, 2, 1, 0, 0);

    private XlsxPackage() {}

    static byte[] normalised(byte[] workbook) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(workbook.length);
        try (ZipFile zip = ZipFile.builder().setByteArray(workbook).get();
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                ZipEntry copy = new ZipEntry(entry.getName());
                copy.setTimeLocal(FIXED);
                out.putNextEntry(copy);
                try (InputStream in = zip.getInputStream(entry)) {
                    out.write(normalised(entry.getName(), in.readAllBytes()));
                }
                out.closeEntry();
            }
        } catch (IOException impossibleInMemory) {
            throw new UncheckedIOException(impossibleInMemory);
        }
        return bytes.toByteArray();
    }

    private static byte[] normalised(String part, byte[] content) {
        if (part.equals("docProps/core.xml")) {
            return replaced(content, "<dcterms:created[^>]*>[^<]*</dcterms:created>", "");
        }
        if (part.startsWith("xl/worksheets/")) {
            return replaced(content, "<sheetProtection password=\"0\"", "<sheetProtection");
        }
        return content;
    }

    private static byte[] replaced(byte[] content, String pattern, String replacement) {
        return new String(content, StandardCharsets.UTF_8)
                .replaceFirst(pattern, replacement)
                .getBytes(StandardCharsets.UTF_8);
    }
}
