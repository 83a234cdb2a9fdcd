package org.comity.ui;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes an Atom feed (RFC 4287). What XML cannot hold is left out of a text: one such character makes a feed unreadable. */
public final class AtomFeed {

    private static final String ATOM = "http://www.w3.org/2005/Atom";

    /** What XML 1.0 cannot say at all. */
    private static final Pattern UNSPEAKABLE =
            Pattern.compile("[^\\x09\\x0A\\x0D\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

    private final XMLStreamWriter xml;

    private AtomFeed(XMLStreamWriter xml) {
        this.xml = xml;
    }

    /** What stands within the element {@code feed}. */
    public interface Content {
        void write(AtomFeed feed) throws XMLStreamException;
    }

    /** UTF-8. */
    public static byte[] of(Content content) {
        var bytes = new ByteArrayOutputStream();
        try {
            var xml = XMLOutputFactory.newFactory().createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("feed");
            xml.writeDefaultNamespace(ATOM);
            content.write(new AtomFeed(xml));
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException toMemory) {
            throw new IllegalStateException(toMemory);
        }
        return bytes.toByteArray();
    }

    public void begin(String element) throws XMLStreamException {
        xml.writeStartElement(element);
    }

    public void end() throws XMLStreamException {
        xml.writeEndElement();
    }

    /** Of the element that was just begun. */
    public void attribute(String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, value);
    }

    public void words(String text) throws XMLStreamException {
        xml.writeCharacters(UNSPEAKABLE.matcher(text).replaceAll(""));
    }

    public void text(String element, String text) throws XMLStreamException {
        begin(element);
        words(text);
        end();
    }

    public void link(String relation, String address) throws XMLStreamException {
        xml.writeEmptyElement("link");
        attribute("rel", relation);
        attribute("href", address);
    }
}
