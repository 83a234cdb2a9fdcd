package org.comity.notification;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Of a mail that came in nothing is looked at but its plain words; what a machine wrote is known as that. */
class ReceivedReplyTest {

    private static final String ADDRESS = "rooms@xa.example";
    private static final String TOKEN = "0123456789abcdef".repeat(3);
    private static final String HEAD =
            "From: Maren <m.digest@xa.example>\r\nTo: <rooms+%s@xa.example>\r\nMIME-Version: 1.0\r\n".formatted(TOKEN);

    @Test
    void plain_words_are_read_and_what_is_quoted_is_not() throws Exception {
        var reply = read("Content-Type: text/plain; charset=utf-8\r\n\r\nثلاثون يوماً.\r\nThirty days.\r\n\r\n"
                + "On Monday the node wrote:\r\n> Which?\r\nbelow\r\n");

        assertThat(reply)
                .isEqualTo(new ReceivedReply(
                        java.util.Set.of(TOKEN), "m.digest@xa.example", false, "ثلاثون يوماً.\nThirty days.", ""));
        for (var end : new String[] {
            "-----Original Message-----\r\nx",
            "-- \r\nMaren",
            "________________________________\r\nx",
            "From: Node <node@xa.example>\r\nx",
            "Answer by mail: rooms+" + TOKEN + "@xa.example\r\nx"
        }) {
            assertThat(read("\r\nYes.\r\n\r\n" + end).text()).as(end).isEqualTo("Yes.");
        }
    }

    @Test
    void of_two_forms_the_plain_one_is_taken_and_what_hangs_on_it_is_refused() throws Exception {
        var both = part("text/plain", "", "Plain.") + part("text/html", "", "<script>alert(1)</script>");
        assertThat(read(parts("alternative", both)).text()).isEqualTo("Plain.");
        assertThat(read(parts("mixed", part("text/plain", "", "Plain.") + part("application/pdf", "", "%PDF")))
                        .wrong())
                .isEqualTo("attachment");
        assertThat(read(parts("mixed", part("text/plain", "", "a") + part("text/plain", "attachment", "b")))
                        .wrong())
                .isEqualTo("attachment");
        assertThat(read(parts("mixed", part("message/rfc822", "", "Subject: x\r\n\r\ny")))
                        .wrong())
                .isEqualTo("attachment");
        assertThat(read("Content-Type: text/html\r\n\r\n<p>x</p>").wrong()).isEqualTo("plain");
    }

    @Test
    void what_is_too_large_is_known_by_its_head_alone() throws Exception {
        var reply = read("\r\n" + "x".repeat(ReceivedReply.LARGEST + 10));

        assertThat(reply.wrong()).isEqualTo("large");
        assertThat(reply.tokens()).containsExactly(TOKEN);
        assertThat(reply.text()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Auto-Submitted: auto-replied",
                "Precedence: bulk",
                "Precedence: auto_reply",
                "X-Autoreply: yes",
                "X-Autorespond: Away",
                "X-Auto-Response-Suppress: All",
                "List-Id: <l.example>",
                "Return-Path: <>",
                "Content-Type: multipart/report; boundary=b"
            })
    void what_a_machine_wrote_is_automatic(String header) throws Exception {
        assertThat(read(header + "\r\n\r\nI am away.").automatic()).isTrue();
        for (var no : new String[] {"Auto-Submitted: no", "X-Autoreply: No", "X-Auto-Response-Suppress: None"}) {
            assertThat(read(no + "\r\n\r\nI am here.").automatic()).as(no).isFalse();
        }
    }

    @Test
    void an_address_is_ours_only_as_a_whole() throws Exception {
        for (var other : new String[] {
            "xrooms+" + TOKEN + "@xa.example",
            "rooms+" + TOKEN + "@xa.example.evil.example",
            "rooms+" + TOKEN + "@xaXexample"
        }) {
            assertThat(ReceivedReply.read(("From: a@b.example\r\nTo: " + other + "\r\n\r\nx").getBytes(UTF_8), ADDRESS)
                            .tokens())
                    .as(other)
                    .isEmpty();
        }
        assertThat(read("From: second@xa.example\r\n\r\nx").from())
                .as("two senders are none")
                .isEmpty();
    }

    @Test
    void a_signature_is_no_attachment() throws Exception {
        for (var type : new String[] {
            "application/pkcs7-signature; name=smime.p7s", "application/x-pkcs7-signature", "application/pgp-signature"
        }) {
            var signed =
                    read(parts("signed", part("text/plain", "", "Thirty days.") + part(type, "attachment", "MIIB")));
            assertThat(signed.wrong()).as(type).isEmpty();
            assertThat(signed.text()).isEqualTo("Thirty days.");
        }
    }

    @Test
    void words_in_a_code_that_nobody_knows_are_said_to_be_no_plain_text() throws Exception {
        var reply = read("Content-Type: text/plain; charset=no-such\r\n\r\nx");

        assertThat(reply.wrong()).isEqualTo("plain");
        assertThat(reply.tokens()).containsExactly(TOKEN);
    }

    @Test
    void parts_within_parts_are_followed_for_five_levels() throws Exception {
        assertThat(deep(5).text()).isEqualTo("Deep.");
        assertThat(deep(6).wrong()).isEqualTo("attachment");
    }

    @Test
    void forty_parts_are_looked_at() throws Exception {
        assertThat(read(parts("mixed", part("text/plain", "", "Flat.").repeat(39)))
                        .text())
                .isEqualTo("Flat.");
        assertThat(read(parts("mixed", part("text/plain", "", "Flat.").repeat(40)))
                        .wrong())
                .as("with what holds them 41")
                .isEqualTo("attachment");
    }

    private static ReceivedReply deep(int levels) throws Exception {
        var mail = "Content-Type: text/plain\r\n\r\nDeep.\r\n";
        for (int n = 0; n < levels; n++) {
            mail = "Content-Type: multipart/mixed; boundary=b%1$dx\r\n\r\n--b%1$dx\r\n%2$s\r\n--b%1$dx--\r\n"
                    .formatted(n, mail);
        }
        return read(mail);
    }

    private static ReceivedReply read(String rest) throws Exception {
        return ReceivedReply.read((HEAD + rest).getBytes(UTF_8), ADDRESS);
    }

    private static String parts(String kind, String parts) {
        return "Content-Type: multipart/%s; boundary=b\r\n\r\n%s--b--\r\n".formatted(kind, parts);
    }

    private static String part(String type, String disposition, String text) {
        return "--b\r\nContent-Type: %s\r\n%s\r\n%s\r\n"
                .formatted(type, disposition.isEmpty() ? "" : "Content-Disposition: " + disposition + "\r\n", text);
    }
}
