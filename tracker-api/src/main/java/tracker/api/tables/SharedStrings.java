package tracker.api.tables;

import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;

/** The texts that a workbook's cells refer to by their number. */
record SharedStrings(List<String> texts) {
    static final SharedStrings NONE = new SharedStrings(List.of());

    static SharedStrings read(XmlPart part, TableLimits limits) throws XMLStreamException {
        List<String> texts = new ArrayList<>();
        // As many as there may be cells, and again as many for sheets' titles and texts that no cell has any more.
        long most = 2L * limits.maxRows() * limits.maxColumns();
        while (part.next()) {
            if (part.starts("si")) {
                if (texts.size() >= most) {
                    throw new XMLStreamException("more texts than cells");
                }
                // How a Chinese or Japanese text is read out is not part of it.
                texts.add(CellText.decoded(part.text(limits.maxCellLength(), "rPh")));
            }
        }
        return new SharedStrings(texts);
    }

    String get(String number) throws XMLStreamException {
        int index = Integer.parseInt(number);
        if (index < 0 || index >= texts.size()) {
            throw new XMLStreamException("no shared text " + index);
        }
        return texts.get(index);
    }
}
