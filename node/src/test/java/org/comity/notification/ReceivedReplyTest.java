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
                "List-Id: <l.example>",
                "Return-Path: <>",
                "Content-Type: multipart/report; boundary=b"
            })
    void what_a_machine_wrote_is_automatic(String header) throws Exception {
        assertThat(read(header + "\r\n\r\nI am away.").automatic()).isTrue();
        assertThat(read("Auto-Submitted: no\r\n\r\nI am here.").automatic()).isFalse();
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
    void parts_without_end_are_not_followed() throws Exception {
        var deep = part("text/plain", "", "x");
        for (int n = 0; n < 200; n++) {
            deep = "--b%d\r\nContent-Type: multipart/mixed; boundary=b%d\r\n\r\n%s\r\n--b%d--\r\n"
                    .formatted(n + 1, n, deep.replace("--b\r\n", "--b0\r\n"), n);
        }
        assertThat(read("Content-Type: multipart/mixed; boundary=b200\r\n\r\n" + deep + "--b200--")
                        .wrong())
                .isEqualTo("attachment");
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
