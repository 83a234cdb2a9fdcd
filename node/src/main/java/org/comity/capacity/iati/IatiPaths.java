package org.comity.capacity.iati;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.namespace.NamespaceContext;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** Finds what the rules of IATI speak of, by path. */
final class IatiPaths {

    private static final String NOW = "NOW";

    private final XPath xpath = XPathFactory.newInstance().newXPath();
    private final LocalDate today;

    IatiPaths(LocalDate today) {
        this.today = today;
        xpath.setNamespaceContext(new OnlyXml());
    }

    List<Node> nodes(Node at, String path) {
        try {
            var found = (NodeList) xpath.evaluate(path, at, XPathConstants.NODESET);
            List<Node> nodes = new ArrayList<>();
            for (int i = 0; i < found.getLength(); i++) nodes.add(found.item(i));
            return nodes;
        } catch (XPathExpressionException e) {
            throw new IllegalStateException(path, e);
        }
    }

    List<String> texts(Node at, String path) {
        return nodes(at, path).stream().map(Node::getTextContent).toList();
    }

    boolean holds(Node at, String condition) {
        try {
            return (Boolean) xpath.evaluate(condition, at, XPathConstants.BOOLEAN);
        } catch (XPathExpressionException e) {
            throw new IllegalStateException(condition, e);
        }
    }

    /** Days at a path; what is no day is the schema's to refuse. */
    List<LocalDate> days(Node at, String path) {
        if (path.equals(NOW)) return List.of(today);
        return texts(at, path).stream()
                .map(IatiXml::day)
                .flatMap(Optional::stream)
                .toList();
    }

    LocalDate today() {
        return today;
    }

    /** The rules name one namespace, that of {@code xml:lang}. */
    private static final class OnlyXml implements NamespaceContext {

        @Override
        public String getNamespaceURI(String prefix) {
            return XMLConstants.XML_NS_PREFIX.equals(prefix) ? XMLConstants.XML_NS_URI : XMLConstants.NULL_NS_URI;
        }

        @Override
        public String getPrefix(String uri) {
            return XMLConstants.XML_NS_PREFIX;
        }

        @Override
        public Iterator<String> getPrefixes(String uri) {
            return List.of(XMLConstants.XML_NS_PREFIX).iterator();
        }
    }
}
