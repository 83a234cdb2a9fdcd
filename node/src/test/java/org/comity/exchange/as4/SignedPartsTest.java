package org.comity.exchange.as4;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;

/** A signature that holds is worth nothing for what it is not over: its holder may have copied it from another message. */
class SignedPartsTest {

    private static final String MESSAGING = "<eb:Messaging wsu:Id=\"m\"/>";
    private static final String BODY = "<s:Body wsu:Id=\"b\"/>";
    private static final String SIGNATURE = signature("#m", "#b", "cid:one@x", "cid:two%20@x");
    private static final List<String> ATTACHED = List.of("one@x", "two @x");

    @Test
    void header_body_and_every_attachment_are_under_it() throws Exception {
        assertThat(covers(MESSAGING + security(SIGNATURE), BODY, ATTACHED)).isTrue();
        assertThat(covers(MESSAGING + security(signature("#m", "#b")), BODY, List.of()))
                .isTrue();
    }

    @Test
    void what_is_not_under_it_does_not_count() throws Exception {
        assertThat(covers(MESSAGING + security(signature("#b", "cid:one@x")), BODY, List.of("one@x")))
                .isFalse();
        assertThat(covers(MESSAGING + security(signature("#m", "cid:one@x")), BODY, List.of("one@x")))
                .isFalse();
        assertThat(covers(MESSAGING + security(SIGNATURE), BODY, List.of("one@x", "three@x")))
                .isFalse();
        assertThat(covers(MESSAGING + security(SIGNATURE), BODY, List.of("one@x", "one@x")))
                .isFalse();
        assertThat(covers(MESSAGING, BODY, List.of())).isFalse();
        assertThat(covers("<eb:Messaging/>" + security(SIGNATURE), BODY, List.of()))
                .isFalse();
        assertThat(covers(MESSAGING + security(SIGNATURE), "<s:Body/>", List.of()))
                .isFalse();
    }

    /** The signed header is wrapped away, and another takes its place. */
    @Test
    void nor_what_stands_beside_the_one_that_is_signed() throws Exception {
        var another = "<eb:Messaging wsu:Id=\"other\"/>";
        assertThat(covers(MESSAGING + another + security(SIGNATURE), BODY, List.of()))
                .isFalse();
        assertThat(covers("<x>" + MESSAGING + "</x>" + another + security(SIGNATURE), BODY, List.of()))
                .isFalse();
        assertThat(covers(MESSAGING + security(SIGNATURE), BODY + "<s:Body wsu:Id=\"c\"/>", List.of()))
                .isFalse();
        assertThat(covers(MESSAGING + security(SIGNATURE + signature("#b")), BODY, List.of()))
                .isFalse();
        assertThat(covers(MESSAGING + security(SIGNATURE) + security(signature("#b")), BODY, List.of()))
                .isFalse();
    }

    private static String security(String content) {
        return "<wsse:Security>" + content + "</wsse:Security>";
    }

    private static String signature(String... references) {
        var info = new StringBuilder();
        for (var each : references)
            info.append("<ds:Reference URI=\"").append(each).append("\"/>");
        return "<ds:Signature><ds:SignedInfo>" + info + "</ds:SignedInfo></ds:Signature>";
    }

    private static boolean covers(String header, String body, List<String> attachments) throws Exception {
        var soap = "<s:Envelope xmlns:s=\"http://www.w3.org/2003/05/soap-envelope\""
                + " xmlns:eb=\"http://docs.oasis-open.org/ebxml-msg/ebms/v3.0/ns/core/200704/\""
                + " xmlns:wsse=\"http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd\""
                + " xmlns:wsu=\"http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd\""
                + " xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\"><s:Header>" + header + "</s:Header>" + body
                + "</s:Envelope>";
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return SignedParts.cover(
                factory.newDocumentBuilder().parse(new ByteArrayInputStream(soap.getBytes(UTF_8))), attachments);
    }
}
