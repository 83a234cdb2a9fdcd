package org.comity.exchange.as4;

import java.util.Collection;
import java.util.HashSet;
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

    private static final String CID = "cid:";

    private SignedParts() {}

    /** @param attachments their Content-IDs, without brackets */
    static boolean cover(Document soap, Collection<String> attachments) {
        var envelope = soap.getDocumentElement();
        var header = SoapElements.only(envelope, envelope.getNamespaceURI(), "Header");
        var body = SoapElements.only(envelope, envelope.getNamespaceURI(), "Body");
        var messaging = header.flatMap(it -> SoapElements.only(it, SoapElements.EBMS, "Messaging"));
        var signed = header.flatMap(it -> SoapElements.only(it, SoapElements.WSSE, "Security"))
                .flatMap(it -> SoapElements.only(it, XMLSignature.XMLNS, "Signature"))
                .flatMap(it -> SoapElements.only(it, XMLSignature.XMLNS, "SignedInfo"))
                .map(SignedParts::references)
                .orElse(Set.of());
        return under(signed, messaging)
                && under(signed, body)
                && Set.copyOf(attachments).size() == attachments.size()
                && attachments.stream().allMatch(it -> signed.contains(CID + it));
    }

    private static boolean under(Set<String> signed, Optional<Element> element) {
        return element.map(it -> it.getAttributeNS(SoapElements.WSU, "Id"))
                .filter(it -> !it.isEmpty() && signed.contains("#" + it))
                .isPresent();
    }

    private static Set<String> references(Element signedInfo) {
        var references = new HashSet<String>();
        for (var each : SoapElements.children(signedInfo, XMLSignature.XMLNS, "Reference")) {
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
}
