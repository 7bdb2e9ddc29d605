package tracker.api.tables;

import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Walks through one XML part of a workbook. A document type is refused, so that there is nothing to expand and nothing to
 * fetch; so is nesting that no workbook has.
 */
final class XmlPart {
    private static final int DEEPEST = 64;

    private final XMLStreamReader xml;
    private int depth;

    XmlPart(InputStream in) throws XMLStreamException {
        // The JDK's own, whichever other is on the class path.
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        this.xml = factory.createXMLStreamReader(in);
    }

    /** Goes to the next start or end of an element; false at the end of the part. */
    boolean next() throws XMLStreamException {
        while (xml.hasNext()) {
            int event = step();
            if (event == XMLStreamConstants.START_ELEMENT || event == XMLStreamConstants.END_ELEMENT) {
                return true;
            }
        }
        return false;
    }

    boolean starts(String element) {
        return xml.isStartElement() && xml.getLocalName().equals(element);
    }

    boolean ends(String element) {
        return xml.isEndElement() && xml.getLocalName().equals(element);
    }

    /** Null where there is none; of any name space, for the strict form of the format has other ones. */
    String attribute(String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return xml.getAttributeValue(i);
            }
        }
        return null;
    }

    /** All text within the element just started but for that in elements of the one name; goes to the element's end. */
    String text(int longest, String butFor) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        int outside = depth - 1;
        int skipped = Integer.MAX_VALUE;
        while (depth > outside) {
            int event = step();
            if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals(butFor)) {
                skipped = Math.min(skipped, depth);
            } else if (event == XMLStreamConstants.END_ELEMENT && depth < skipped) {
                skipped = Integer.MAX_VALUE;
            } else if (xml.isCharacters() && depth < skipped && text.length() <= longest) {
                text.append(xml.getText());
            }
        }
        return text.toString();
    }

    private int step() throws XMLStreamException {
        int event = xml.next();
        if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
            throw new XMLStreamException("a document type or an entity");
        }
        if (event == XMLStreamConstants.START_ELEMENT && ++depth > DEEPEST) {
            throw new XMLStreamException("nested too deep");
        }
        if (event == XMLStreamConstants.END_ELEMENT) {
            depth--;
        }
        return event;
    }
}
