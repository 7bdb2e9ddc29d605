package tracker.api;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Files that nobody sends in good faith. */
final class HostileFiles {
    private HostileFiles() {}

    /** Half a gibibyte of zeros in a few hundred kilobytes. */
    static byte[] bomb() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("reports.csv"));
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 512; i++) {
                zip.write(zeros);
            }
            zip.closeEntry();
        }
        return bytes.toByteArray();
    }

    /** A sheet whose value is worked out, and could fetch something. */
    static byte[] formula(String... header) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("reports");
            for (int i = 0; i < header.length; i++) {
                sheet.value(0, i, header[i]);
            }
            sheet.value(1, 0, "I05");
            sheet.value(1, 2, "2021");
            sheet.value(1, 3, "亿元");
            sheet.formula(1, 4, "HYPERLINK(\"http://example.invalid\",\"1500\")");
        }
        return bytes.toByteArray();
    }
}
