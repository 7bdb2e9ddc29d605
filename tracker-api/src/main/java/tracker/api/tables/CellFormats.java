package tracker.api.tables;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;

/** As what the styles of a workbook show a number. */
record CellFormats(List<Kind> styles) {
    static final CellFormats NONE = new CellFormats(List.of());

    // The formats that are known by their number; from 27 on those of Chinese workbooks.
    private static final Set<Integer> DATES =
            Set.of(14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58);
    private static final Set<Integer> PERCENTS = Set.of(9, 10);
    private static final Pattern NOT_CODE =
            Pattern.compile("\"[^\"]*\"|\\\\.|[_*].|\\[[^\\]]*\\]|am/pm|a/p", Pattern.CASE_INSENSITIVE);
    private static final int MOST_STYLES = 1 << 16;

    /** What a person sees a number as. */
    enum Kind {
        NUMBER,
        DATE,
        PERCENT
    }

    static CellFormats read(XmlPart part) throws XMLStreamException {
        Map<Integer, Kind> own = new HashMap<>();
        List<Kind> styles = new ArrayList<>();
        boolean ofCells = false;
        while (part.next()) {
            if (part.starts("cellXfs") || part.ends("cellXfs")) {
                ofCells = part.starts("cellXfs");
            } else if (part.starts("numFmt") && part.attribute("formatCode") != null) {
                own.putIfAbsent(Integer.valueOf(part.attribute("numFmtId")), ofCode(part.attribute("formatCode")));
            } else if (ofCells && part.starts("xf")) {
                String format = part.attribute("numFmtId");
                int number = format == null ? 0 : Integer.parseInt(format);
                styles.add(own.getOrDefault(number, builtIn(number)));
            }
            if (styles.size() + own.size() > MOST_STYLES) {
                throw new XMLStreamException("more styles than a workbook may have");
            }
        }
        return new CellFormats(styles);
    }

    /** The style of a cell by its number, which may be null. */
    Kind of(String style) {
        int index = style == null ? 0 : Integer.parseInt(style);
        return index >= 0 && index < styles.size() ? styles.get(index) : Kind.NUMBER;
    }

    /** A time of day alone is a number to us: there is no day to give. */
    static Kind ofCode(String code) {
        String bare = NOT_CODE.matcher(code).replaceAll("");
        String positive = bare.contains(";") ? bare.substring(0, bare.indexOf(';')) : bare;
        String letters = positive.toLowerCase(Locale.ROOT);
        boolean day = letters.contains("y") || letters.contains("d");
        boolean monthAlone = letters.contains("m") && !letters.contains("h") && !letters.contains("s");
        if (day || monthAlone) {
            return Kind.DATE;
        }
        return letters.contains("%") ? Kind.PERCENT : Kind.NUMBER;
    }

    private static Kind builtIn(int number) {
        if (DATES.contains(number)) {
            return Kind.DATE;
        }
        return PERCENTS.contains(number) ? Kind.PERCENT : Kind.NUMBER;
    }
}
