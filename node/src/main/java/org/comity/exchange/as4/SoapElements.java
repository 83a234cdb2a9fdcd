package org.comity.exchange.as4;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Element;

/** Finds elements of a SOAP message by namespace and name, one level at a time, so that nothing counts that lies elsewhere. */
final class SoapElements {

    static final String EBMS = "http://docs.oasis-open.org/ebxml-msg/ebms/v3.0/ns/core/200704/";
    static final String WSSE = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd";
    static final String WSU = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd";

    private SoapElements() {}

    static List<Element> children(Element parent, String namespace, String name) {
        var found = new ArrayList<Element>();
        for (var each = parent.getFirstChild(); each != null; each = each.getNextSibling()) {
            if (each instanceof Element element
                    && namespace.equals(element.getNamespaceURI())
                    && name.equals(element.getLocalName())) {
                found.add(element);
            }
        }
        return found;
    }

    static boolean empty(Element parent) {
        for (var each = parent.getFirstChild(); each != null; each = each.getNextSibling()) {
            if (each instanceof Element) return false;
        }
        return true;
    }

    /** Empty as well where there are two. */
    static Optional<Element> only(Element parent, String namespace, String name) {
        var found = children(parent, namespace, name);
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }
}
