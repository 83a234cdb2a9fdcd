package org.comity.exchange.as4;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.helger.phase4.crypto.ECryptoKeyDerivationMethod;
import com.helger.phase4.crypto.ECryptoKeyWrapAlgorithm;
import com.helger.phase4.sender.AS4Sender;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** What docs/protocol/as4.md calls a MUST is checked, rule by rule, on the message that the page shows; {@code -Dvectors.write} captures it anew. */
class ProfileRulesTest {

    private static final Path FOLDER = Path.of("..", "docs", "protocol", "vectors", "as4");
    private static final Path PAGE = Path.of("..", "docs", "protocol", "as4.md");
    private static final String EBMS = "http://docs.oasis-open.org/ebxml-msg/ebms/v3.0/ns/core/200704/";
    private static final String UNREGISTERED = "urn:oasis:names:tc:ebcore:partyid-type:unregistered";

    /** Attributes that say how; all others are names of this one message. */
    private static final List<String> HOW = List.of(
            "Algorithm", "Type", "type", "EncodingType", "ValueType", "TokenType", "MimeType", "name", "PrefixList");

    private static Wire wire;

    @BeforeAll
    static void open() throws Exception {
        if (System.getProperty("vectors.write") != null) {
            CapturedMessage.byNode().writeTo(FOLDER);
        }
        wire = new Wire();
    }

    @AfterAll
    static void close() {
        wire.close();
    }

    static Stream<Arguments> mutations() {
        return Stream.of(
                mutation("A10", "</eb:UserMessage>", "</eb:UserMessage><eb:SignalMessage/>"),
                mutation("A10", "</eb:UserMessage>", "</eb:UserMessage><eb:UserMessage/>"),
                mutation("A10", "eb:UserMessage>", "eb:OtherMessage>"),
                mutation("A11", " type=\"" + UNREGISTERED + "\">XA-1", ">XA-1"),
                mutation("A11", " type=\"" + UNREGISTERED + "\">XA-1", " type=\"urn:other\">XA-1"),
                mutation(
                        "A11",
                        "</eb:PartyId><eb:Role>" + EBMS + "initiator",
                        "</eb:PartyId><eb:PartyId>X</eb:PartyId><eb:Role>" + EBMS + "initiator"),
                mutation("A11", EBMS + "initiator", EBMS + "responder"),
                mutation("A12", " type=\"" + UNREGISTERED + "\">XB-1", ">XB-1"),
                mutation("A12", EBMS + "responder", "urn:other:role"),
                mutation("A13", "<eb:AgreementRef>urn:comity:agreement:1</eb:AgreementRef>", ""),
                mutation("A13", "urn:comity:agreement:1", "urn:comity:agreement:2"),
                mutation("A14", "urn:comity:exchange:1", "urn:comity:exchange:2"),
                mutation("A15", "<eb:UserMessage>", "<eb:UserMessage mpc=\"urn:other\">"),
                mutation("A16", "<eb:ConversationId>[^<]*<", "<eb:ConversationId><"),
                mutation("A17", "<eb:Property name=\"directoryHash\">[^<]*</eb:Property>", ""),
                mutation(
                        "A17", "<eb:Property name=\"directorySequence\">", "<eb:Property name=\"directorySequence\">x"),
                mutation("A17", "(<eb:Property name=\"directoryHash\">[^<]*</eb:Property>)", "$1$1"),
                mutation("A18", "<eb:Property name=\"MimeType\">application/octet-stream</eb:Property>", ""),
                mutation("A18", "MimeType\">application/octet-stream", "MimeType\">application/xml"),
                mutation("A18", "<eb:PartInfo href=\"cid:", "<eb:PartInfo href=\"https:"),
                mutation("A18", "<eb:PayloadInfo>.*</eb:PayloadInfo>", ""),
                mutation("A18", "(<S12:Body [^>]*)/>", "$1><x/></S12:Body>"),
                mutation("A20", "ecdsa-sha256", "ecdsa-sha384"),
                mutation(
                        "A20",
                        "<ds:CanonicalizationMethod Algorithm=\"[^\"]*\"",
                        "<ds:CanonicalizationMethod Algorithm=\"http://www.w3.org/TR/2001/REC-xml-c14n-20010315\""),
                mutation(
                        "A21",
                        "<ds:DigestMethod Algorithm=\"http://www.w3.org/2001/04/xmlenc#sha256\"",
                        "<ds:DigestMethod Algorithm=\"http://www.w3.org/2001/04/xmlenc#sha512\""),
                mutation("A21", "Attachment-Content-Signature-Transform", "Attachment-Complete-Signature-Transform"),
                mutation(
                        "A21",
                        "<ds:Transform Algorithm=\"http://www.w3.org/2001/10/xml-exc-c14n#\"/>",
                        "<ds:Transform Algorithm=\"http://www.w3.org/2006/12/xml-c14n11\"/>"),
                mutation(
                        "A22",
                        "(<ds:KeyInfo Id=\"[^\"]*\">)<wsse:SecurityTokenReference.*?</wsse:SecurityTokenReference>",
                        "$1<ds:X509Data/>"),
                mutation("A23", "xmlenc11#aes128-gcm", "xmlenc11#aes256-gcm"),
                mutation("A23", "Attachment-Content-Only", "Attachment-Complete"),
                mutation("A23", "MimeType=\"application/octet-stream\"", "MimeType=\"text/plain\""),
                mutation("A23", "<xenc:EncryptedData.*</xenc:EncryptedData>", ""),
                mutation("A23", "(<xenc:EncryptedKey .*</xenc:EncryptedKey>)", "$1$1"),
                mutation("A24", "xmlenc#kw-aes128", "xmlenc#kw-aes256"),
                mutation("A25", "xmlenc11#ECDH-ES", "xmlenc11#dh-es"),
                mutation("A26", "xmldsig-more#hkdf", "xmldsig-more#other"),
                mutation("A26", "xmldsig-more#hmac-sha256", "xmldsig-more#hmac-sha512"),
                mutation("A26", "KeyLength>16<", "KeyLength>32<"),
                mutation("A27", "1.2.840.10045.3.1.7", "1.3.132.0.34"),
                mutation("A28", "<xenc:RecipientKeyInfo>.*</xenc:RecipientKeyInfo>", ""),
                mutation(
                        "A28",
                        "(<xenc:RecipientKeyInfo>).*(</xenc:RecipientKeyInfo>)",
                        "$1<ds:X509Data xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\"/>$2"));
    }

    private static Arguments mutation(String rule, String what, String by) {
        return Arguments.of(rule, what, by);
    }

    @ParameterizedTest
    @MethodSource("mutations")
    void a_message_that_breaks_a_rule_is_named_by_it(String rule, String what, String by) throws Exception {
        var soap = captured();
        var changed = Pattern.compile(what, Pattern.DOTALL).matcher(soap).replaceFirst(by);
        if (what.contains("UserMessage>") && by.contains("Other"))
            changed = soap.replace("eb:UserMessage>", "eb:OtherMessage>");

        assertThat(changed).isNotEqualTo(soap);
        assertThat(ProfileRules.broken(document(changed))).isEqualTo(rule);
    }

    @Test
    void the_captured_message_keeps_every_rule() throws Exception {
        assertThat(ProfileRules.broken(document(captured()))).isEmpty();
        // What the page leaves to the sender.
        assertThat(ProfileRules.broken(
                        document(captured().replaceFirst("<eb:MessageProperties>.*</eb:MessageProperties>", ""))))
                .isEmpty();
        assertThat(ProfileRules.broken(document(captured()
                        .replace(
                                "<eb:MessageProperties>",
                                "<eb:MessageProperties><eb:Property name=\"newer\">x</eb:Property>"))))
                .isEmpty();
        assertThat(ProfileRules.broken(document(
                        captured().replace("<eb:UserMessage>", "<eb:UserMessage mpc=\"" + EBMS + "defaultMPC\">"))))
                .isEmpty();
    }

    @Test
    void what_a_node_sends_today_is_made_like_the_captured_message() throws Exception {
        assertThat(made(document(CapturedMessage.byNode().soap()))).isEqualTo(made(document(captured())));
    }

    @Test
    void the_page_names_every_rule_and_each_has_a_mutation() throws IOException {
        var mutated = mutations().map(it -> (String) it.get()[0]).distinct().toList();
        assertThat(ProfileRules.names()).isEqualTo(mutated);
        for (var rule : mutated) {
            assertThat(Files.readString(PAGE)).contains("**" + rule + "**");
        }
    }

    /** By wire: phase4 reads all of these. */
    static Stream<Arguments> byWire() {
        return Stream.of(
                sent("A11", it -> it.fromRole(EBMS + "responder")),
                sent("A11", it -> it.fromPartyIDType(null)),
                sent("A12", it -> it.toPartyIDType("urn:other")),
                sent("A13", it -> it.agreementRef("urn:comity:agreement:2")),
                sent("A14", it -> it.service("urn:comity:exchange:2")),
                sent("A24", it -> it.cryptParams().setKeyWrapAlgorithm(ECryptoKeyWrapAlgorithm.AES_256)),
                sent("A26", it -> it.cryptParams().setKeyDerivationMethod(ECryptoKeyDerivationMethod.CONCAT_KDF)));
    }

    private static Arguments sent(String rule, Consumer<AS4Sender.BuilderUserMessage> otherwise) {
        return Arguments.of(rule, otherwise);
    }

    @ParameterizedTest
    @MethodSource("byWire")
    void another_profile_is_refused_at_the_door_with_the_rule(
            String rule, Consumer<AS4Sender.BuilderUserMessage> otherwise) {
        wire.refusals.clear();
        assertThat(Bare.message(wire, true, true, otherwise)).isEqualTo("other-profile " + rule);
        assertThat(wire.refusals).containsExactly("other-profile");
        assertThat(wire.received).isEmpty();
    }

    private static String captured() throws IOException {
        return CapturedMessage.soapOf(Files.readAllBytes(FOLDER.resolve("request.mime")));
    }

    private static Document document(String soap) throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(soap.getBytes(UTF_8)));
    }

    /** Its elements in their order, each with what says how it is made. */
    private static List<String> made(Document soap) {
        var made = new ArrayList<String>();
        var all = soap.getElementsByTagName("*");
        for (int n = 0; n < all.getLength(); n++) {
            var element = (Element) all.item(n);
            var said = new StringBuilder(element.getNamespaceURI() + " " + element.getLocalName());
            for (int a = 0; a < element.getAttributes().getLength(); a++) {
                var attribute = (Attr) element.getAttributes().item(a);
                if (HOW.contains(attribute.getLocalName())) {
                    said.append(' ')
                            .append(attribute.getLocalName())
                            .append('=')
                            .append(attribute.getValue());
                }
            }
            made.add(said.toString());
        }
        return made;
    }
}
