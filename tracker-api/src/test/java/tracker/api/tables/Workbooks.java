package tracker.api.tables;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Makes workbooks by hand, such as no well-meaning program writes. */
final class Workbooks {
    static final String PROLOG = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
    private static final String SHEETS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private final Map<String, String> parts = new LinkedHashMap<>();

    Workbooks() {
        parts.put("[Content_Types].xml", PROLOG + "<Types/>");
        workbook("", "");
        parts.put(
                "xl/_rels/workbook.xml.rels",
                PROLOG + "<Relationships>" + relation(1, "worksheet", "worksheets/sheet1.xml")
                        + relation(2, "sharedStrings", "sharedStrings.xml") + relation(3, "styles", "styles.xml")
                        + relation(4, "worksheet", "/xl/worksheets/sheet2.xml") + "</Relationships>");
        parts.put("xl/worksheets/sheet2.xml", sheetOf(""));
        sharedStrings("");
        styles("");
    }

    Workbooks part(String name, String content) {
        parts.put(name, content);
        return this;
    }

    /** The inside of the sheet's data. */
    Workbooks sheet(String rows) {
        return part("xl/worksheets/sheet1.xml", sheetOf(rows));
    }

    Workbooks sharedStrings(String items) {
        return part("xl/sharedStrings.xml", PROLOG + "<sst xmlns=\"" + SHEETS + "\">" + items + "</sst>");
    }

    /** The formats of numbers by their code; the style of index 1 has the first of them, and so on. */
    Workbooks styles(String... codes) {
        StringBuilder formats = new StringBuilder();
        StringBuilder styles = new StringBuilder("<xf numFmtId=\"0\"/>");
        for (int i = 0; i < codes.length; i++) {
            boolean known = codes[i].matches("#[0-9]+");
            String id = known ? codes[i].substring(1) : String.valueOf(200 + i);
            formats.append(known ? "" : "<numFmt numFmtId=\"" + id + "\" formatCode=\"" + codes[i] + "\"/>");
            styles.append("<xf numFmtId=\"").append(id).append("\"/>");
        }
        return part(
                "xl/styles.xml",
                PROLOG + "<styleSheet xmlns=\"" + SHEETS + "\"><numFmts>" + formats
                        + "</numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs>" + styles
                        + "</cellXfs></styleSheet>");
    }

    /** The workbook's properties, and sheets after the first one. */
    Workbooks workbook(String properties, String furtherSheets) {
        return part(
                "xl/workbook.xml",
                PROLOG + "<workbook xmlns=\"" + SHEETS + "\" xmlns:r=\"" + RELATIONS + "\">" + properties
                        + "<sheets><sheet name=\"data\" sheetId=\"1\" r:id=\"rId1\"/>" + furtherSheets
                        + "</sheets></workbook>");
    }

    byte[] bytes() throws IOException {
        return Zips.of(parts);
    }

    static String text(String reference, String text) {
        return "<c r=\"" + reference + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
    }

    private static String sheetOf(String rows) {
        return PROLOG + "<worksheet xmlns=\"" + SHEETS + "\"><sheetData>" + rows + "</sheetData></worksheet>";
    }

    private static String relation(int id, String type, String target) {
        return "<Relationship Id=\"rId" + id + "\" Type=\"" + RELATIONS + "/" + type + "\" Target=\"" + target + "\"/>";
    }
}
