package org.comity.site;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.comity.casework.Officers;
import org.comity.proof.form.Digests;
import org.comity.proof.seal.Anchor;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockMultipartFile;

/** Anybody, without an account: a file is given, and the page says what the command says. */
class VerifyPageTest extends Officers {

    private static final Path VECTORS = Path.of("../docs/protocol/vectors");

    @Test
    void a_stranger_is_told_what_the_command_says() throws Exception {
        var thread = Files.readAllBytes(VECTORS.resolve("thread.zip"));
        var seals = "XA-1/seal=" + fingerprint("xa-1.pem") + "\nXB-1/seal=" + fingerprint("xb-1.pem");
        var register = "XB-1/register=" + fingerprint("xb-1-register.pem");

        assertThat(found(thread, seals + "\n" + register))
                .contains("data-result=\"holds\"", "It holds", "<bdi>thread.zip</bdi>")
                .doesNotContain("deleted");
        assertThat(found(thread, seals)).contains("data-result=\"keeper-unknown\"");
        assertThat(found(thread, seals.lines().findFirst().orElseThrow() + "\n" + register))
                .contains("data-result=\"author-unknown\"")
                .doesNotContain("Each act is signed by the authority that it names");
        assertThat(found(thread, "")).contains("data-result=").doesNotContain("data-result=\"holds\"");
        assertThat(found(changed(thread), seals + "\n" + register))
                .contains("data-result=")
                .doesNotContain("data-result=\"holds\"");
        assertThat(found("no archive".getBytes(UTF_8), seals))
                .contains("data-result=")
                .doesNotContain("data-result=\"holds\"");
    }

    @Test
    void what_holds_says_what_it_is_in_its_own_words_and_is_saved_from_the_answer() throws Exception {
        var thread = Files.readAllBytes(VECTORS.resolve("thread.zip"));
        var anchors = "XA-1/seal=" + fingerprint("xa-1.pem") + "\nXB-1/seal=" + fingerprint("xb-1.pem")
                + "\nXB-1/register=" + fingerprint("xb-1-register.pem");
        var page = found(thread, anchors);
        assertThat(page)
                .contains("What the record says it is, in its own words")
                .doesNotContain("<dt>Reference</dt>")
                .containsPattern("(?s)<dt>Who speaks in it</dt><dd>.*XA-1.*XB-1.*<dt>Procedure</dt>")
                .contains("<code dir=\"ltr\">preservation/1</code>", "<dt>Days</dt>")
                .containsPattern("<dt>Acts</dt><dd>[1-9][0-9]*</dd>");
        var saved = Pattern.compile("href=\"data:application/json;base64,([A-Za-z0-9+/=]+)\" download=\"verdict.json\"")
                .matcher(page.replace("&#43;", "+"));
        assertThat(saved.find()).isTrue();
        assertThat(new String(Base64.getDecoder().decode(saved.group(1)), UTF_8))
                .contains("\"result\" : \"holds\"", "\"name\" : \"thread.zip\"", "\"recordSays\"")
                .contains(Digests.sha256(thread))
                .doesNotContain("to-verify");

        assertThat(found(changed(thread), anchors))
                .doesNotContain("in its own words")
                .contains("verdict.json");
        assertThat(found(thread, "")).doesNotContain("in its own words");
    }

    @Test
    void an_export_of_ours_is_called_by_its_reference_and_its_parties_as_the_directory_knows_them() throws Exception {
        var sent = sent("XD-1", ordinary(), "okell");
        var export = new ByteArrayOutputStream();
        threads.export(Objects.requireNonNull(sent.thread()), export);

        assertThat(found(export.toByteArray(), ""))
                .contains("data-result=\"keeper-alone\"")
                .containsPattern("<dt>Reference</dt><dd>[^/]*" + sent.reference())
                .contains("(Dorvane in this node’s directory)", "Preservation");
    }

    /** A page exists in a language whole: what the program says in English stands behind words of the page's own. */
    @Test
    void what_was_checked_is_said_in_the_language_of_the_page() throws Exception {
        var thread = changed(Files.readAllBytes(VECTORS.resolve("thread.zip")));
        var english = " <span class=\"muted small\">(<code dir=\"ltr\">container-zip</code>)</span>";
        assertThat(found(thread, "", "en"))
                .contains("<b>Form that the protocol demands</b>" + english)
                .doesNotContain("In full, in English");
        assertThat(found(thread, "", "fr"))
                .contains(
                        "<b>Forme exigée par le protocole</b>" + english,
                        "<details><summary>En entier, en anglais</summary><p dir=\"ltr\" lang=\"en\">");
        assertThat(found(thread, "", "ar"))
                .contains(
                        "<b>الشكل الذي يطلبه البروتوكول</b>" + english,
                        "<details><summary>النص الكامل بالإنجليزية</summary><p dir=\"ltr\" lang=\"en\">");
    }

    @Test
    void what_was_found_of_an_act_stands_under_its_name() throws Exception {
        var seals = "XA-1/seal=" + fingerprint("xa-1.pem") + "\nXB-1/seal=" + fingerprint("xb-1.pem");
        assertThat(found(Files.readAllBytes(VECTORS.resolve("thread.zip")), seals))
                .containsPattern(
                        "<h3>Act [0-9a-f]{8}</h3>\\s*<p class=\"small muted\"><bdi class=\"hash\" dir=\"ltr\">acts/")
                .containsPattern("<h3>Entry 1</h3>")
                .contains(
                        "<b>Signature of the seal</b> <span class=\"muted small\">(<code dir=\"ltr\">signature</code>)</span>");
    }

    @Test
    void a_picture_or_a_table_is_no_record_and_is_not_called_wrong() throws Exception {
        var picture = new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 13};
        for (var content : List.of(picture, "state,name\nXB,Belmora\n".getBytes(UTF_8))) {
            assertThat(found(content, ""))
                    .contains("data-result=\"unreadable\"", "This is not a record of Comity")
                    .doesNotContain("It does not hold", "Do not rely", "bundle-file");
        }
    }

    @Test
    void it_says_what_is_missing_in_both_languages() throws Exception {
        var page = web.perform(get("/verify").cookie(new Cookie("lang", "ar")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(page).contains("dir=\"rtl\"", "فحص سجل").doesNotContain("class=\"rail\"");
        assertThat(found(new byte[0], "")).contains("This file is empty").doesNotContain("data-result");
        assertThat(web.perform(multipart("/verify")
                                .file(new MockMultipartFile("file", new byte[0]))
                                .with(csrf()))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .contains("Choose a file first.");
        assertThat(found(new byte[] {1}, "--revocations /etc/passwd"))
                .contains("Not a fingerprint: --revocations /etc/passwd.")
                .doesNotContain("data-result");
    }

    /** What was found: the page said which option of the command to give, and one fingerprint at a time. */
    @Test
    void all_that_is_missing_is_told_at_once_by_the_fields_of_the_page() throws Exception {
        var thread = Files.readAllBytes(VECTORS.resolve("thread.zip"));
        var one = "XA-1/seal=" + fingerprint("xa-1.pem");
        for (var language : List.of("en", "ar", "fr", "es")) {
            assertThat(found(thread, one, language))
                    .as(language)
                    .contains(
                            "<code dir=\"ltr\">XB-1/seal=</code>",
                            "<code dir=\"ltr\">XB-1/register=</code>",
                            one + "\nXB-1/seal=\nXB-1/register=</textarea>")
                    .doesNotContain("--anchor", "--entries", "--head", "--revocations", "site.missing");
        }
        assertThat(found(thread, one))
                .contains(
                        "Ring the authority at a number that you know",
                        "of the seal of XB-1",
                        "Ask the other party which entry is the newest in its record.");
        var all =
                one + "\nXB-1/seal=" + fingerprint("xb-1.pem") + "\nXB-1/register=" + fingerprint("xb-1-register.pem");
        assertThat(found(thread, all)).doesNotContain("XB-1/seal=</code>").contains("Check it</button>");
        assertThat(found(thread, one.substring(0, one.length() - 1) + (one.endsWith("0") ? "1" : "0")))
                .contains("data-result=\"does-not-hold\"", "first compare the digits that you typed");
    }

    /** One bit in the middle: of an act, or of how it was packed. */
    private static byte[] changed(byte[] zip) {
        var other = zip.clone();
        other[other.length / 2] ^= 1;
        return other;
    }

    private String found(byte[] content, String anchors) throws Exception {
        return found(content, anchors, "en");
    }

    private String found(byte[] content, String anchors, String language) throws Exception {
        var file = new MockMultipartFile("file", "thread.zip", "application/zip", content);
        return web.perform(multipart("/verify")
                        .file(file)
                        .param("anchors", anchors)
                        .cookie(new Cookie("lang", language))
                        .with(csrf()))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private static String fingerprint(String pem) throws Exception {
        var certificate = CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(Files.readAllBytes(VECTORS.resolve(pem))));
        return Anchor.fingerprint((X509Certificate) certificate);
    }
}
