package org.comity.capacity.iati;

import java.io.ByteArrayInputStream;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** How deep, how wide and of how many vocabularies a file from outside may be; looked at before anything of it is built up. */
final class IatiBounds {

    static final int DEEPEST = 24;
    static final int MOST_ATTRIBUTES = 40;
    static final int MOST_NAMESPACES = 16;
    static final int MOST_ELEMENTS = 1_000_000;
    static final int LONGEST_NAMESPACE = 300;

    private int depth;
    private int elements;
    private final Set<String> namespaces = new HashSet<>();

    private IatiBounds() {}

    /** What is wrong with it, or nothing; nothing either of what is no XML, since the reader tells that. */
    static Optional<IatiFault> broken(byte[] bytes) {
        try {
            var factory = XMLInputFactory.newInstance();
            factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
            factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
            factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
            var reader = factory.createXMLStreamReader(new ByteArrayInputStream(bytes));
            return new IatiBounds().look(reader);
        } catch (XMLStreamException noXml) {
            return Optional.empty();
        }
    }

    private Optional<IatiFault> look(XMLStreamReader reader) throws XMLStreamException {
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamConstants.END_ELEMENT) depth--;
            if (event != XMLStreamConstants.START_ELEMENT) continue;
            var wrong = element(reader);
            if (wrong.isPresent()) return wrong;
        }
        return Optional.empty();
    }

    private Optional<IatiFault> element(XMLStreamReader reader) {
        if (++depth > DEEPEST) return fault("deep", "The file is nested deeper than %d elements.", DEEPEST);
        if (++elements > MOST_ELEMENTS) return fault("large", "The file has more than %d elements.", MOST_ELEMENTS);
        if (reader.getAttributeCount() > MOST_ATTRIBUTES) {
            return fault("wide", "An element of the file has more than %d attributes.", MOST_ATTRIBUTES);
        }
        for (int i = 0; i < reader.getNamespaceCount(); i++) {
            var uri = reader.getNamespaceURI(i);
            if (uri == null) continue;
            if (uri.length() > LONGEST_NAMESPACE) {
                return fault("namespaces", "A namespace is longer than %d characters.", LONGEST_NAMESPACE);
            }
            namespaces.add(uri);
        }
        return namespaces.size() > MOST_NAMESPACES
                ? fault("namespaces", "The file uses more than %d namespaces.", MOST_NAMESPACES)
                : Optional.empty();
    }

    private static Optional<IatiFault> fault(String code, String what, int most) {
        return Optional.of(new IatiFault(code, "", what.formatted(most) + " Ask its publisher for a plain export."));
    }
}
