package org.comity.exchange.as4;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.xml.crypto.dsig.XMLSignature;
import org.apache.wss4j.common.ext.WSSecurityException;
import org.apache.wss4j.common.util.AttachmentUtils;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * What the signature of a message is over. phase4 asks whether it holds, and not of what: the one Messaging header, the Body
 * and each attachment must be under it (AS4 profile 5.1.4 and 5.1.5).
 */
final class SignedParts {

    private static final String EBMS = "http://docs.oasis-open.org/ebxml-msg/ebms/v3.0/ns/core/200704/";
    private static final String WSS = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-";
    private static final String CID = "cid:";

    private SignedParts() {}

    /** @param attachments their Content-IDs, without brackets */
    static boolean cover(Document soap, Collection<String> attachments) {
        var envelope = soap.getDocumentElement();
        var header = only(envelope, envelope.getNamespaceURI(), "Header");
        var body = only(envelope, envelope.getNamespaceURI(), "Body");
        var messaging = header.flatMap(it -> only(it, EBMS, "Messaging"));
        var signed = header.flatMap(it -> only(it, WSS + "secext-1.0.xsd", "Security"))
                .flatMap(it -> only(it, XMLSignature.XMLNS, "Signature"))
                .flatMap(it -> only(it, XMLSignature.XMLNS, "SignedInfo"))
                .map(SignedParts::references)
                .orElse(Set.of());
        return under(signed, messaging)
                && under(signed, body)
                && Set.copyOf(attachments).size() == attachments.size()
                && attachments.stream().allMatch(it -> signed.contains(CID + it));
    }

    private static boolean under(Set<String> signed, Optional<Element> element) {
        return element.map(it -> it.getAttributeNS(WSS + "utility-1.0.xsd", "Id"))
                .filter(it -> !it.isEmpty() && signed.contains("#" + it))
                .isPresent();
    }

    private static Set<String> references(Element signedInfo) {
        var references = new HashSet<String>();
        for (var each : children(signedInfo, XMLSignature.XMLNS, "Reference")) {
            references.add(plain(each.getAttribute("URI")));
        }
        return references;
    }

    private static String plain(String uri) {
        try {
            return uri.startsWith(CID) ? CID + AttachmentUtils.getAttachmentId(uri) : uri;
        } catch (WSSecurityException e) {
            return "";
        }
    }

    private static Optional<Element> only(Element parent, String namespace, String name) {
        var found = children(parent, namespace, name);
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    private static List<Element> children(Element parent, String namespace, String name) {
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
}
