package org.comity.exchange.as4;

import static org.comity.exchange.as4.SoapElements.EBMS;
import static org.comity.exchange.as4.SoapElements.WSSE;

import com.helger.phase4.CAS4;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import javax.xml.crypto.dsig.XMLSignature;
import org.apache.wss4j.common.WSS4JConstants;
import org.comity.exchange.Refusal;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * Finds the first rule of docs/protocol/as4.md that a message breaks, as it came: what is decrypted says no more how. phase4 takes what its algorithms can read, whatever
 * the profile says; two programs that each take a little more would in time need what the other never promised.
 */
final class ProfileRules {

    static final String CODE = "other-profile";

    /** The attribute of a request that says which rule it breaks; empty if none. */
    static final String BROKEN = ProfileRules.class.getName() + ".broken";

    private static final String DSIG = XMLSignature.XMLNS;
    private static final String XENC = WSS4JConstants.ENC_NS;
    private static final String XENC11 = WSS4JConstants.ENC11_NS;
    private static final String DSIG11 = "http://www.w3.org/2009/xmldsig11#";
    private static final String MORE = "http://www.w3.org/2021/04/xmldsig-more#";
    private static final String SWA = "http://docs.oasis-open.org/wss/oasis-wss-SwAProfile-1.1#";
    private static final String EXCLUSIVE = "http://www.w3.org/2001/10/xml-exc-c14n#";
    private static final String BINARY = "application/octet-stream";

    private static final Map<String, Predicate<MessageParts>> RULES = rules();

    private ProfileRules() {}

    private static Map<String, Predicate<MessageParts>> rules() {
        var rules = new LinkedHashMap<String, Predicate<MessageParts>>();
        rules.put("A10", it -> it.userMessage().isPresent());
        rules.put("A11", it -> party(it, "From", CAS4.DEFAULT_INITIATOR_URL));
        rules.put("A12", it -> party(it, "To", CAS4.DEFAULT_RESPONDER_URL));
        rules.put("A13", it -> says(it.collaboration("AgreementRef"), PartnerProfile.AGREEMENT));
        rules.put("A14", it -> says(it.collaboration("Service"), PartnerProfile.SERVICE));
        rules.put("A15", ProfileRules::channel);
        rules.put(
                "A16",
                it -> it.collaboration("ConversationId")
                        .filter(id -> !id.getTextContent().isBlank())
                        .isPresent());
        rules.put("A17", ProfileRules::properties);
        rules.put("A18", ProfileRules::payloads);
        rules.put("A20", ProfileRules::signature);
        rules.put("A21", ProfileRules::digests);
        rules.put(
                "A22",
                it -> it.signature()
                        .flatMap(one -> only(one, DSIG, "KeyInfo"))
                        .filter(ProfileRules::refers)
                        .isPresent());
        rules.put("A23", ProfileRules::encrypted);
        rules.put(
                "A24",
                it -> it.key()
                        .filter(key -> method(key, WSS4JConstants.KEYWRAP_AES128))
                        .isPresent());
        rules.put(
                "A25",
                it -> it.agreement()
                        .filter(one -> algorithm(one, WSS4JConstants.AGREEMENT_METHOD_ECDH_ES))
                        .isPresent());
        rules.put("A26", ProfileRules::derivation);
        rules.put("A27", ProfileRules::ephemeral);
        rules.put(
                "A28",
                it -> it.agreement()
                        .flatMap(one -> only(one, XENC, "RecipientKeyInfo"))
                        .filter(ProfileRules::refers)
                        .isPresent());
        return rules;
    }

    /** In the order in which they are looked at. */
    static List<String> names() {
        return List.copyOf(RULES.keySet());
    }

    /** @return the rule's name; empty if all of them hold */
    static String broken(Document soap) {
        var parts = new MessageParts(soap.getDocumentElement());
        return RULES.entrySet().stream()
                .filter(it -> !it.getValue().test(parts))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("");
    }

    /**
     * Of a part of the bytes that came.
     *
     * @throws Refusal if it is no XML, or has a document type: it keeps not even the first rule, and phase4 need not read it
     */
    static String broken(byte[] request, int from, int to) throws Refusal {
        try {
            return broken(MessageParts.read(new ByteArrayInputStream(request, from, Math.max(0, to - from))));
        } catch (SAXException | IOException notXml) {
            throw refusal(RULES.keySet().iterator().next());
        }
    }

    /** Names the rule to the sender. */
    static Refusal refusal(String broken) {
        return new Refusal(CODE, "docs/protocol/as4.md, rule " + broken, broken);
    }

    private static boolean party(MessageParts parts, String side, String role) {
        var party =
                parts.userMessage().flatMap(it -> only(it, EBMS, "PartyInfo")).flatMap(it -> only(it, EBMS, side));
        return party.flatMap(it -> only(it, EBMS, "PartyId"))
                        .filter(it -> it.getAttribute("type").equals(PartnerProfile.PARTY_TYPE))
                        .isPresent()
                && says(party.flatMap(it -> only(it, EBMS, "Role")), role);
    }

    /** The default channel, named or not. */
    private static boolean channel(MessageParts parts) {
        return parts.userMessage()
                .filter(it -> !it.hasAttribute("mpc") || it.getAttribute("mpc").equals(CAS4.DEFAULT_MPC_ID))
                .isPresent();
    }

    /** Where the sender stands in the directory: both or neither, once each; what else is said there is not read. */
    private static boolean properties(MessageParts parts) {
        var said = parts.userMessage().flatMap(it -> only(it, EBMS, "MessageProperties")).stream()
                .flatMap(it -> SoapElements.children(it, EBMS, "Property").stream())
                .toList();
        var sequences = named(said, IncomingMessages.SEQUENCE);
        var hashes = named(said, IncomingMessages.HASH);
        return sequences.size() == hashes.size()
                && sequences.size() <= 1
                && sequences.stream().allMatch(it -> it.getTextContent().matches("[0-9]{1,15}"))
                && hashes.stream().allMatch(it -> it.getTextContent().matches("[0-9a-f]{64}"));
    }

    private static List<Element> named(List<Element> properties, String name) {
        return properties.stream()
                .filter(it -> it.getAttribute("name").equals(name))
                .toList();
    }

    /** Every payload is an attachment that says what it is; the Body is empty. */
    private static boolean payloads(MessageParts parts) {
        var payloads = parts.userMessage().flatMap(it -> only(it, EBMS, "PayloadInfo")).stream()
                .flatMap(it -> SoapElements.children(it, EBMS, "PartInfo").stream())
                .toList();
        return !payloads.isEmpty()
                && payloads.stream().allMatch(ProfileRules::payload)
                && parts.body().filter(SoapElements::empty).isPresent();
    }

    private static boolean payload(Element part) {
        var types = only(part, EBMS, "PartProperties").stream()
                .flatMap(it -> named(SoapElements.children(it, EBMS, "Property"), "MimeType").stream())
                .toList();
        return part.getAttribute("href").startsWith("cid:")
                && types.size() == 1
                && types.getFirst().getTextContent().equals(BINARY);
    }

    private static boolean signature(MessageParts parts) {
        var info = parts.signature().flatMap(it -> only(it, DSIG, "SignedInfo"));
        return info.flatMap(it -> only(it, DSIG, "CanonicalizationMethod"))
                        .filter(it -> algorithm(it, EXCLUSIVE))
                        .isPresent()
                && info.flatMap(it -> only(it, DSIG, "SignatureMethod"))
                        .filter(it -> algorithm(it, PartnerProfile.SIGN.getAlgorithmURI()))
                        .isPresent();
    }

    private static boolean digests(MessageParts parts) {
        return parts.signature().flatMap(it -> only(it, DSIG, "SignedInfo")).stream()
                .flatMap(it -> SoapElements.children(it, DSIG, "Reference").stream())
                .allMatch(it -> only(it, DSIG, "DigestMethod")
                                .filter(one -> algorithm(one, PartnerProfile.DIGEST.getAlgorithmURI()))
                                .isPresent()
                        && transformed(it));
    }

    /** Header and Body by exclusive canonicalisation, an attachment by its content alone. */
    private static boolean transformed(Element reference) {
        var expected = reference.getAttribute("URI").startsWith("cid:")
                ? SWA + "Attachment-Content-Signature-Transform"
                : EXCLUSIVE;
        var transforms = only(reference, DSIG, "Transforms").stream()
                .flatMap(it -> SoapElements.children(it, DSIG, "Transform").stream())
                .toList();
        return transforms.size() == 1 && algorithm(transforms.getFirst(), expected);
    }

    /** One key for all, and each payload under it. */
    private static boolean encrypted(MessageParts parts) {
        var data = parts.security().stream()
                .flatMap(it -> SoapElements.children(it, XENC, "EncryptedData").stream())
                .toList();
        return !data.isEmpty()
                && data.stream()
                        .allMatch(it -> it.getAttribute("Type").equals(SWA + "Attachment-Content-Only")
                                && it.getAttribute("MimeType").equals(BINARY)
                                && method(it, PartnerProfile.CRYPT.getAlgorithmURI()))
                && parts.key().isPresent();
    }

    private static boolean derivation(MessageParts parts) {
        var derivation = parts.agreement()
                .flatMap(it -> only(it, XENC11, "KeyDerivationMethod"))
                .filter(it -> algorithm(it, MORE + "hkdf"));
        var params = derivation.flatMap(it -> only(it, MORE, "HKDFParams"));
        return params.flatMap(it -> only(it, MORE, "PRF"))
                        .filter(it -> algorithm(it, "http://www.w3.org/2001/04/xmldsig-more#hmac-sha256"))
                        .isPresent()
                && says(params.flatMap(it -> only(it, MORE, "KeyLength")), "16");
    }

    private static boolean ephemeral(MessageParts parts) {
        return parts.agreement()
                .flatMap(it -> only(it, XENC, "OriginatorKeyInfo"))
                .flatMap(it -> only(it, DSIG, "KeyValue"))
                .flatMap(it -> only(it, DSIG11, "ECKeyValue"))
                .flatMap(it -> only(it, DSIG11, "NamedCurve"))
                .filter(it -> it.getAttribute("URI").equals("urn:oid:1.2.840.10045.3.1.7"))
                .isPresent();
    }

    private static boolean refers(Element info) {
        return only(info, WSSE, "SecurityTokenReference").isPresent();
    }

    private static boolean method(Element encrypted, String algorithm) {
        return only(encrypted, XENC, "EncryptionMethod")
                .filter(it -> algorithm(it, algorithm))
                .isPresent();
    }

    private static boolean algorithm(Element element, String algorithm) {
        return element.getAttribute("Algorithm").equals(algorithm);
    }

    private static boolean says(Optional<Element> element, String text) {
        return element.filter(it -> it.getTextContent().equals(text)).isPresent();
    }

    private static Optional<Element> only(Element parent, String namespace, String name) {
        return SoapElements.only(parent, namespace, name);
    }
}
