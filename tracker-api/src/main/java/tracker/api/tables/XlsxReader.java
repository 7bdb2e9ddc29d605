package tracker.api.tables;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;

/**
 * Reads a workbook's sheets. Hidden ones are passed over: what nobody sees, nobody means to send.
 *
 * <p>The format is read here and not by a library: the one that fits (fastexcel-reader) runs out of memory on a few kilobytes with
 * a shared string or a cell of a large number, and knows no base of 1904 written as 1, no Chinese date formats and no data tables.
 */
final class XlsxReader {
    private static final String WORKBOOK = "xl/workbook.xml";
    private static final String RELATIONS = "xl/_rels/workbook.xml.rels";

    private final String file;
    private final Archive archive;
    private final Reading reading;
    private boolean from1904;

    private record Sheet(String name, String relation) {}

    private record Relation(String type, String part) {}

    XlsxReader(String file, Archive archive, Reading reading) {
        this.file = file;
        this.archive = archive;
        this.reading = reading;
    }

    List<Table> read() {
        if (!archive.has(WORKBOOK) || !archive.has(RELATIONS)) {
            throw reading.fatal(
                    file, "not-a-workbook", "这不是 .xlsx 工作簿。", "This is not a workbook in the format .xlsx.");
        }
        String at = file;
        try {
            Map<String, Relation> relations = relations();
            SharedStrings strings = SharedStrings.NONE;
            CellFormats formats = CellFormats.NONE;
            for (Relation relation : relations.values()) {
                if (relation.type().endsWith("/sharedStrings")) {
                    strings = SharedStrings.read(part(relation), reading.limits());
                } else if (relation.type().endsWith("/styles")) {
                    formats = CellFormats.read(part(relation));
                }
            }
            List<Table> tables = new ArrayList<>();
            for (Sheet sheet : visibleSheets()) {
                at = sheet.name();
                Relation relation = relations.get(sheet.relation());
                if (relation == null) {
                    throw new XMLStreamException("no part of the sheet");
                }
                // A chart on a sheet of its own has no cells.
                if (relation.type().endsWith("/worksheet")) {
                    TableBuilder table = new TableBuilder(sheet.name(), reading);
                    new SheetReader(
                                    part(relation),
                                    strings,
                                    new CellNumbers(formats, from1904),
                                    reading.limits(),
                                    table)
                            .read();
                    tables.add(table.build());
                }
            }
            return tables;
        } catch (XMLStreamException | NumberFormatException corrupt) {
            throw reading.fatal(at, "corrupt-workbook", "工作簿已损坏或不规范。", "The workbook is damaged or irregular.");
        }
    }

    private List<Sheet> visibleSheets() throws XMLStreamException {
        List<Sheet> sheets = new ArrayList<>();
        XmlPart workbook = new XmlPart(archive.open(WORKBOOK));
        while (workbook.next()) {
            if (workbook.starts("workbookPr")) {
                String base = workbook.attribute("date1904");
                from1904 = "1".equals(base) || "true".equals(base);
            } else if (workbook.starts("sheet")) {
                String state = workbook.attribute("state");
                if (state == null || state.equals("visible")) {
                    sheets.add(new Sheet(workbook.attribute("name"), workbook.attribute("id")));
                }
            }
        }
        return sheets;
    }

    private Map<String, Relation> relations() throws XMLStreamException {
        Map<String, Relation> relations = new LinkedHashMap<>();
        XmlPart part = new XmlPart(archive.open(RELATIONS));
        while (part.next()) {
            String id = part.starts("Relationship") ? part.attribute("Id") : null;
            String target = id == null ? null : part.attribute("Target");
            String type = id == null ? null : part.attribute("Type");
            if (target != null && type != null) {
                relations.put(id, new Relation(type, target.startsWith("/") ? target.substring(1) : "xl/" + target));
            }
        }
        return relations;
    }

    private XmlPart part(Relation relation) throws XMLStreamException {
        if (!archive.has(relation.part())) {
            throw new XMLStreamException("no part " + relation.part());
        }
        return new XmlPart(archive.open(relation.part()));
    }
}
