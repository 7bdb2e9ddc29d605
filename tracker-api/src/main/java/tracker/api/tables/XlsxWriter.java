package tracker.api.tables;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.dhatim.fastexcel.SheetProtectionOption;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import tracker.streams.domain.Text;

/**
 * Writes workbooks to fill in: every sheet is protected (without a password, for it guards against slips and not against people)
 * but for the input columns' cells beside the rows. The same sheets give the same bytes.
 */
public final class XlsxWriter {
    /** The sheet of instructions, in Chinese and English. */
    public static final String HELP = "help";

    private static final String CHOICES = "choices";
    private static final int HELP_WIDTH = 60;
    // Somebody may want to see a whole column, and that changes nothing.
    private static final Set<SheetProtectionOption> PROTECTION = protection();

    private XlsxWriter() {}

    /** The help comes last, and there is none where it has no lines. No other sheet may be called help or choices. */
    public static byte[] write(List<XlsxSheet> sheets, List<Text> help) {
        List<XlsxSheet> all = new ArrayList<>(sheets);
        if (!help.isEmpty()) {
            all.add(helpSheet(help));
        }
        if (all.stream()
                                .map(sheet -> sheet.name().toLowerCase(Locale.ROOT))
                                .distinct()
                                .count()
                        < all.size()
                || sheets.stream().anyMatch(sheet -> sheet.name().equalsIgnoreCase(CHOICES))) {
            throw new IllegalArgumentException("two sheets of one name");
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "tracker", null)) {
            List<Worksheet> targets = all.stream()
                    .map(sheet -> workbook.newWorksheet(sheet.name()))
                    .toList();
            Worksheet choices = workbook.newWorksheet(CHOICES);
            choices.setVisibilityState(VisibilityState.VERY_HIDDEN);
            choices.protect("", PROTECTION);
            ChoiceLists lists = new ChoiceLists(choices);
            for (int i = 0; i < targets.size(); i++) {
                SheetWriter writer = new SheetWriter(targets.get(i), all.get(i), lists);
                writer.write();
                targets.get(i).protect("", PROTECTION);
            }
        } catch (IOException impossibleInMemory) {
            throw new UncheckedIOException(impossibleInMemory);
        }
        return XlsxPackage.normalised(bytes.toByteArray());
    }

    private static XlsxSheet helpSheet(List<Text> help) {
        List<List<Object>> lines =
                help.stream().map(line -> List.<Object>of(line.zh(), line.en())).toList();
        return new XlsxSheet(
                HELP,
                List.of(SheetColumn.locked("填写说明", HELP_WIDTH), SheetColumn.locked("Instructions", HELP_WIDTH)),
                lines);
    }

    private static Set<SheetProtectionOption> protection() {
        EnumSet<SheetProtectionOption> locked = EnumSet.copyOf(SheetProtectionOption.DEFAULT_OPTIONS);
        locked.remove(SheetProtectionOption.FORMAT_COLUMNS);
        locked.remove(SheetProtectionOption.FORMAT_ROWS);
        return Collections.unmodifiableSet(locked);
    }
}
