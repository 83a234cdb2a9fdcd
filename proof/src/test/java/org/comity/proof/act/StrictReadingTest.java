package org.comity.proof.act;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.comity.proof.Refusals.assertRefused;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.comity.proof.Malformed;
import org.comity.proof.form.CanonicalJson;
import org.comity.proof.form.Digests;
import org.comity.proof.register.Entry;
import org.comity.proof.seal.TestCertificates;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules R10 to R29 of docs/protocol: envelope, body commitment, act id, approvals. */
class StrictReadingTest {

    private static final Act ACT = TestActs.request(Attachment.of("order.pdf", "application/pdf", new byte[] {1}));

    @Test
    void an_act_is_read_as_it_was_written() {
        var read = Act.read(ACT.json());

        assertThat(read).isEqualTo(ACT);
        assertThat(read.id())
                .isEqualTo(ACT.id())
                .isEqualTo(Digests.sha256(CanonicalJson.write(ACT.envelope().json())));
    }

    @Test
    void another_body_keeps_the_id_and_is_refused() {
        var other = new Act(ACT.envelope(), Map.of("data", "another account"));

        assertThat(other.id()).isEqualTo(ACT.id());
        assertRefused("body-differs", () -> Act.read(other.json()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "network",
                "thread",
                "procedure",
                "convention",
                "type",
                "author",
                "addressee",
                "role",
                "time",
                "after",
                "drill",
                "facts",
                "body",
                "attachments"
            })
    void every_field_must_be_there_and_of_its_kind(String field) {
        assertRefused("fields", () -> Act.read(changed(it -> it.remove(field))));
        assertRefused("field", () -> Act.read(changed(it -> it.put(field, 7))));
        assertRefused("field", () -> Act.read(changed(it -> it.put(field, null))));
        assertRefused("field", () -> Act.read(changed(it -> it.put(field, ""))));
    }

    @Test
    void unknown_fields_are_refused_and_not_repeated_in_the_message() {
        assertRefused("fields", () -> Act.read(changed(it -> it.put("secret-name", 1))));
        assertRefused(
                "fields",
                () -> Act.read(CanonicalJson.write(Map.of("body", Map.of(), "envelope", Map.of(), "more", 1))));
        assertRefused("fields", () -> Act.read("{}".getBytes(UTF_8)));
        try {
            Act.read(changed(it -> it.put("secret-name", 1)));
        } catch (Malformed e) {
            assertThat(e.getMessage()).doesNotContain("secret-name");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "network, ABAB",
        "thread, 0B7E1C52-3F0E-4C53-9A55-000000000001",
        "procedure, preservation 1",
        "type, <script>",
        "author, XA/1",
        "addressee, XA-1",
        "role, both",
        "time, 2027-03-01T12:00:00.000Z",
        "time, 2027-03-01T12:00:00.1Z",
        "time, 2027-03-01T12:00:00.000001Z",
        "time, 2027-03-01T12:00:00+00:00",
        "time, 2027-02-30T12:00:00Z",
        "time, 2027-03-01T12:00Z",
    })
    void a_field_of_another_form_is_refused(String field, String value) {
        assertRefused("field", () -> Act.read(changed(it -> it.put(field, value))));
    }

    @Test
    void times_are_whole_milliseconds_however_exact_the_clock() {
        var exact = Instant.parse("2027-03-01T12:00:00.123456789Z");
        var entry = new Entry("a", "b", 1, "c", "d", "e", exact, "f", "g");

        assertThat(entry.time()).isEqualTo(Instant.parse("2027-03-01T12:00:00.123Z"));
        assertThat(Act.read(changed(it -> it.put("time", "2027-03-01T12:00:00.100Z")))
                        .envelope()
                        .time())
                .isEqualTo(Instant.parse("2027-03-01T12:00:00.100Z"));
    }

    @ParameterizedTest
    @CsvSource({"procedure, 64", "convention, 64", "type, 64", "author, 32", "addressee, 32"})
    void limit_of_names(String field, int longest) {
        assertThat(Act.read(changed(it -> it.put(field, "x".repeat(longest))))).isNotNull();
        assertRefused("field", () -> Act.read(changed(it -> it.put(field, "x".repeat(longest + 1)))));
    }

    @Test
    void limit_of_acts_seen() {
        assertThat(Act.read(changed(it -> it.put("after", hashes(16))))
                        .envelope()
                        .after())
                .hasSize(16);
        assertRefused("too-many", () -> Act.read(changed(it -> it.put("after", hashes(17)))));
        assertRefused(
                "field",
                () -> Act.read(changed(it ->
                        it.put("after", List.of(hashes(1).getFirst(), hashes(1).getFirst())))));
    }

    @Test
    void limit_of_facts() {
        assertThat(Act.read(changed(it -> it.put("facts", facts(8, 200))))
                        .envelope()
                        .facts())
                .hasSize(8);
        assertRefused("too-many", () -> Act.read(changed(it -> it.put("facts", facts(9, 200)))));
        assertRefused("field", () -> Act.read(changed(it -> it.put("facts", facts(8, 201)))));
        assertRefused("field", () -> Act.read(changed(it -> it.put("facts", Map.of("until", 5)))));
        assertRefused("field", () -> Act.read(changed(it -> it.put("facts", Map.of("a b", "c")))));
    }

    @Test
    void limit_of_attachments() {
        assertThat(Act.read(changed(it -> it.put("attachments", attachments(20))))
                        .envelope()
                        .attachments())
                .hasSize(20);
        assertRefused("too-many", () -> Act.read(changed(it -> it.put("attachments", attachments(21)))));
    }

    @Test
    void limit_of_attachment_names() {
        assertThat(attached("x".repeat(120)).envelope().attachments()).hasSize(1);
        assertRefused("field", () -> attached("x".repeat(121)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "..",
                "a/b",
                "a\\b",
                "a:b",
                "a%b",
                "a\u202egpj.exe",
                "a\u0000b",
                "a.",
                " a",
                "e\u0301",
                "a\u2066b",
                "a?b",
                "a*b"
            })
    void a_file_name_that_could_mean_another_file_is_refused(String name) {
        assertThat(Attachment.allowedName(name)).isFalse();
        if (java.text.Normalizer.isNormalized(name, java.text.Normalizer.Form.NFC)) {
            assertRefused("field", () -> attached(name));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"order.pdf", "أمر المحكمة.pdf", "Beschluss (Kopie) & Anlage.tar.gz", ".profile", "命令.pdf"})
    void ordinary_file_names_pass(String name) {
        assertThat(attached(name).envelope().attachments().getFirst().name()).isEqualTo(name);
    }

    @Test
    void two_attachments_may_not_differ_in_case_alone() {
        var same = new ArrayList<Object>();
        same.add(attachment("Order.pdf", "application/pdf", 1));
        same.add(attachment("order.pdf", "application/pdf", 1));
        assertRefused("field", () -> Act.read(changed(it -> it.put("attachments", same))));
    }

    @ParameterizedTest
    @CsvSource({
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document, true",
        "image/svg+xml, true",
        "text/plain; charset=utf-8, false",
        "text, false",
        "TEXT/PLAIN, false"
    })
    void media_types_are_plain(String type, boolean allowed) {
        byte[] json = changed(it -> it.put("attachments", List.of(attachment("a", type, 1))));
        if (allowed) {
            assertThat(Act.read(json)).isNotNull();
        } else {
            assertRefused("field", () -> Act.read(json));
        }
    }

    @Test
    void limit_of_approvals() {
        assertThat(Approval.read(Approval.write(approvals(8)))).hasSize(8);
        assertThat(Approval.read(Approval.write(approvals(1)))).hasSize(1);
        assertRefused("too-many", () -> Approval.read(Approval.write(approvals(9))));
        assertRefused("too-many", () -> Approval.read("[]".getBytes(UTF_8)));
        assertRefused("json", () -> Approval.read("{}".getBytes(UTF_8)));
        var twice = List.of(approvals(1).getFirst(), approvals(1).getFirst());
        assertRefused("field", () -> Approval.read(Approval.write(twice)));
    }

    private static List<Approval> approvals(int n) {
        return IntStream.range(0, n)
                .mapToObj(it -> new Approval("officer-" + it, "passkey", TestCertificates.NOON))
                .toList();
    }

    private static Act attached(String name) {
        return Act.read(changed(it -> it.put("attachments", List.of(attachment(name, "application/pdf", 1)))));
    }

    private static Map<String, Object> attachment(String name, String type, long size) {
        return Map.of(
                "name", name, "mediaType", type, "size", size, "salt", "00".repeat(16), "sha256", "00".repeat(32));
    }

    private static List<Object> attachments(int n) {
        return IntStream.range(0, n)
                .<Object>mapToObj(it -> attachment("file-" + it, "application/pdf", 1))
                .toList();
    }

    private static List<String> hashes(int n) {
        return IntStream.range(0, n).mapToObj("%064x"::formatted).toList();
    }

    private static Map<String, String> facts(int n, int length) {
        var facts = new TreeMap<String, String>();
        IntStream.range(0, n).forEach(it -> facts.put("fact-" + it, "x".repeat(length)));
        return facts;
    }

    private static byte[] changed(Consumer<Map<String, Object>> change) {
        var envelope = new TreeMap<>(ACT.envelope().json());
        change.accept(envelope);
        return CanonicalJson.write(Map.of("envelope", envelope, "body", ACT.body()));
    }
}
