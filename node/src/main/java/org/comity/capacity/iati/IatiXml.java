package org.comity.capacity.iati;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Reads and writes XML that fetches nothing, expands nothing and has no document type. */
final class IatiXml {

    static final String ACTIVITIES = "iati-activities";
    static final String VERSION = "2.03";

    private IatiXml() {}

    static Document read(byte[] bytes) throws SAXException {
        try {
            var builder = builder();
            builder.setErrorHandler(new Silent());
            return builder.parse(new ByteArrayInputStream(bytes));
        } catch (IOException e) {
            throw new SAXException(e);
        }
    }

    /** A document with this activity alone. */
    static Document alone(Element activity) {
        var document = builder().newDocument();
        var root = document.createElement(ACTIVITIES);
        root.setAttribute("version", VERSION);
        document.appendChild(root);
        // Which prefixes the file declares at its root counts for what is taken out of it.
        var outer = activity.getOwnerDocument().getDocumentElement();
        for (int i = 0; i < outer.getAttributes().getLength(); i++) {
            var each = outer.getAttributes().item(i);
            if (XMLConstants.XMLNS_ATTRIBUTE_NS_URI.equals(each.getNamespaceURI())
                    || "linked-data-default".equals(each.getNodeName())) {
                root.setAttributeNodeNS((org.w3c.dom.Attr) document.importNode(each, true));
            }
        }
        root.appendChild(document.importNode(activity, true));
        return document;
    }

    static String write(Node node) {
        try {
            var factory = TransformerFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            var transformer = factory.newTransformer();
            transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
            var out = new StringWriter();
            transformer.transform(new DOMSource(node), new StreamResult(out));
            return out.toString();
        } catch (TransformerException e) {
            throw new UnwritableXml(e);
        }
    }

    /**
     * The day with which a date begins, with a time or without; empty where there is none. A year of five digits is a day to
     * the schema, and none here.
     */
    static Optional<LocalDate> day(String text) {
        try {
            return text.length() < 10 ? Optional.empty() : Optional.of(LocalDate.parse(text.substring(0, 10)));
        } catch (DateTimeParseException none) {
            return Optional.empty();
        }
    }

    static List<Element> children(Element of, String name) {
        return elements(of.getChildNodes()).stream()
                .filter(it -> name.equals(it.getNodeName()))
                .toList();
    }

    static List<Element> elements(NodeList nodes) {
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(Element.class::isInstance)
                .map(Element.class::cast)
                .toList();
    }

    static DocumentBuilder builder() {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            return factory.newDocumentBuilder();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What is wrong is thrown, and nothing is printed. */
    private static final class Silent implements ErrorHandler {
        @Override
        public void warning(SAXParseException e) {}

        @Override
        public void error(SAXParseException e) throws SAXException {
            throw e;
        }

        @Override
        public void fatalError(SAXParseException e) throws SAXException {
            throw e;
        }
    }
}
