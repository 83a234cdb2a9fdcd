package org.comity.exchange.as4;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.crypto.dsig.XMLSignature;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.wss4j.common.WSS4JConstants;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** Names the places of a SOAP message where the rules of the profile look. */
record MessageParts(Element envelope) {

    static Document read(InputStream soap) throws SAXException, IOException {
        return parser().parse(soap);
    }

    private static DocumentBuilder parser() {
        var factory = DocumentBuilderFactory.newDefaultNSInstance();
        try {
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setExpandEntityReferences(false);
            var parser = factory.newDocumentBuilder();
            parser.setErrorHandler(null);
            return parser;
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    private Optional<Element> header() {
        return SoapElements.only(envelope, envelope.getNamespaceURI(), "Header");
    }

    Optional<Element> body() {
        return SoapElements.only(envelope, envelope.getNamespaceURI(), "Body");
    }

    Optional<Element> userMessage() {
        return header().flatMap(it -> SoapElements.only(it, SoapElements.EBMS, "Messaging"))
                .filter(it -> SoapElements.children(it, SoapElements.EBMS, "SignalMessage")
                        .isEmpty())
                .flatMap(it -> SoapElements.only(it, SoapElements.EBMS, "UserMessage"));
    }

    Optional<Element> collaboration(String name) {
        return userMessage()
                .flatMap(it -> SoapElements.only(it, SoapElements.EBMS, "CollaborationInfo"))
                .flatMap(it -> SoapElements.only(it, SoapElements.EBMS, name));
    }

    Optional<Element> security() {
        return header().flatMap(it -> SoapElements.only(it, SoapElements.WSSE, "Security"));
    }

    Optional<Element> signature() {
        return security().flatMap(it -> SoapElements.only(it, XMLSignature.XMLNS, "Signature"));
    }

    Optional<Element> key() {
        return security().flatMap(it -> SoapElements.only(it, WSS4JConstants.ENC_NS, "EncryptedKey"));
    }

    Optional<Element> agreement() {
        return key().flatMap(it -> SoapElements.only(it, XMLSignature.XMLNS, "KeyInfo"))
                .flatMap(it -> SoapElements.only(it, WSS4JConstants.ENC_NS, "AgreementMethod"));
    }
}
