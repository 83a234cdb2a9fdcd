package org.comity.proof.seal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.comity.proof.Malformed;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * ASiCManifest (EN 319 162-1, annex A): which files a signature covers, by SHA-256.
 *
 * @param signature path of the signature file
 * @param digests path to SHA-256 in hexadecimal
 */
record Manifest(String signature, Map<String, String> digests) {

    private static final String ASIC = "http://uri.etsi.org/02918/v1.2.1#";
    private static final String DSIG = "http://www.w3.org/2000/09/xmldsig#";
    private static final String SHA256 = "http://www.w3.org/2001/04/xmlenc#sha256";
    private static final int LARGEST = 64 * 1024;

    static Manifest read(byte[] xml) {
        if (xml.length > LARGEST) {
            throw new Malformed("container-manifest", "%d bytes".formatted(xml.length));
        }
        var root = parse(xml);
        want(is(root, ASIC, "ASiCManifest"), "root element");
        var children = children(root);
        want(!children.isEmpty() && is(children.getFirst(), ASIC, "SigReference"), "no reference to a signature");
        var digests = new LinkedHashMap<String, String>();
        for (Element reference : children.subList(1, children.size())) {
            want(is(reference, ASIC, "DataObjectReference"), reference.getNodeName());
            want(
                    digests.put(uri(reference, Set.of("URI", "MimeType", "Rootfile")), digest(reference)) == null,
                    "twice");
        }
        return new Manifest(uri(children.getFirst(), Set.of("URI", "MimeType")), Map.copyOf(digests));
    }

    private static String digest(Element reference) {
        var parts = children(reference);
        want(parts.size() == 2, "digest");
        want(is(parts.getFirst(), DSIG, "DigestMethod") && is(parts.getLast(), DSIG, "DigestValue"), "digest");
        want(parts.getFirst().getAttribute("Algorithm").equals(SHA256), "digest other than SHA-256");
        want(children(parts.getFirst()).isEmpty() && children(parts.getLast()).isEmpty(), "digest");
        try {
            byte[] digest =
                    Base64.getDecoder().decode(parts.getLast().getTextContent().strip());
            want(digest.length == 32, "digest");
            return HexFormat.of().formatHex(digest);
        } catch (IllegalArgumentException e) {
            throw new Malformed("container-manifest", "digest");
        }
    }

    private static String uri(Element element, Set<String> allowed) {
        var attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            String name = attributes.item(i).getNodeName();
            want(allowed.contains(name) || name.startsWith("xmlns"), name);
        }
        try {
            return URLDecoder.decode(element.getAttribute("URI").replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new Malformed("container-manifest", "reference");
        }
    }

    private static List<Element> children(Element parent) {
        var children = new ArrayList<Element>();
        for (Node each = parent.getFirstChild(); each != null; each = each.getNextSibling()) {
            if (each instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }

    private static boolean is(Element element, String namespace, String name) {
        return namespace.equals(element.getNamespaceURI()) && name.equals(element.getLocalName());
    }

    private static Element parse(byte[] xml) {
        try {
            return builder().parse(new ByteArrayInputStream(xml)).getDocumentElement();
        } catch (SAXException | IOException e) {
            throw new Malformed("container-manifest", "not the XML that is expected");
        }
    }

    /** The JDK's own parser, whatever else is on the class path; no DTD, nothing fetched. */
    private static DocumentBuilder builder() {
        var factory = DocumentBuilderFactory.newDefaultNSInstance();
        try {
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return builder;
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void want(boolean holds, String detail) {
        if (!holds) {
            throw new Malformed("container-manifest", detail);
        }
    }
}
