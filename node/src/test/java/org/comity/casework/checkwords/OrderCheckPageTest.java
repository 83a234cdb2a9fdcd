package org.comity.casework.checkwords;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.comity.casework.Officers;
import org.comity.directory.AsSecretariat;
import org.comity.directory.ListedAsProvider;
import org.comity.identity.Approvals.Proof;
import org.comity.procedure.Draft;
import org.comity.procedure.Procedures;
import org.comity.procedure.RequestRow;
import org.comity.proof.form.Digests;
import org.comity.vocabulary.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;

/** Whoever holds an order on paper asks without an account whether it is ours, and learns nothing else. */
class OrderCheckPageTest extends Officers {

    private static final String PROVIDER = "XD-1";
    private static final Pattern WORD = Pattern.compile("check word ([A-Z]{4}-[A-Z]{4})");

    @Autowired
    private JdbcClient db;

    @Autowired
    private Procedures procedures;

    /** Each test is another caller. */
    private String caller = "198.51.100.1";

    @Test
    void the_number_and_the_word_on_the_letter_say_what_the_holder_compares() throws Exception {
        caller = "198.51.100.2";
        ListedAsProvider.during(PROVIDER, () -> {
            var row = served("31/27");
            var word = word(row);

            assertThat(asked("31/27", word, "en"))
                    .contains("data-result=\"ours\"", "This order is ours", "Lake Court", "Dorvane", "Aldoria")
                    .contains("On record here as", "tel:")
                    .doesNotContain("b@mail.example", "Maren", "Okell", row.reference(), row.thread(), "Mail logs");
            assertThat(asked(" 31 27", word.toLowerCase(java.util.Locale.ROOT).replace('-', ' '), "ar"))
                    .contains("data-result=\"ours\"", "هذا الأمر صادر عنا");
            assertThat(asked("31/27", word, "fr")).contains("Cet ordre est de nous", "Numéro de l’ordre");
            return row;
        });
    }

    @Test
    void in_another_language_the_answer_is_asked_for_again_by_the_form_itself() throws Exception {
        caller = "198.51.100.8";
        ListedAsProvider.during(PROVIDER, () -> {
            var row = served("41/27");
            var letter = letter(row);

            assertThat(asked("41/27", word(row), "en"))
                    .contains("form=\"again\" formaction=\"/check?lang=ar\"", "name=\"number\" value=\"41/27\"");
            var answer = given(letter);
            var again = Pattern.compile("name=\"given\" value=\"([^\"]+)\"").matcher(answer);
            assertThat(again.find()).isTrue();
            assertThat(again("ar", "given", again.group(1)))
                    .contains("data-result=\"ours\"", "هذا الأمر صادر عنا", "formaction=\"/check?lang=en\"");
            return row;
        });
    }

    /** It may stand in a list of files, in a mail or in a log. */
    @Test
    void who_has_the_hash_of_a_paper_alone_learns_nothing() throws Exception {
        caller = "198.51.100.9";
        ListedAsProvider.during(PROVIDER, () -> {
            var row = served("44/27");
            var sha256 = Digests.sha256(letter(row));
            assertThat(again("en", "given", sha256))
                    .contains("Choose the file once more")
                    .doesNotContain("data-result", "Lake Court");
            assertThat(again("en", "sha256", sha256)).doesNotContain("data-result", "Lake Court");
            return row;
        });
    }

    @Test
    void where_no_authority_works_nobody_is_asked_for_an_order() throws Exception {
        AsSecretariat.during(() -> web.perform(get("/check")).andExpect(status().isNotFound()));
        assertThat(page("duty-officer", "/check", "en")).doesNotContain("form=\"again\"");
    }

    @Test
    void an_officer_finds_the_order_by_its_number_and_word_and_reads_words_and_no_codes() throws Exception {
        ListedAsProvider.during(PROVIDER, () -> {
            var row = served("42/27");
            var word = word(row);
            for (var typed :
                    List.of("42/27 " + word, word.toLowerCase(Locale.ROOT).replace('-', ' ') + " 42 / 27")) {
                assertThat(page(
                                "duty-officer",
                                "/search?q=" + typed.replace(" ", "%20").replace("/", "%2F"),
                                "en"))
                        .contains(row.reference(), "check word on its papers");
            }
            assertThat(page("duty-officer", "/search?q=42%2F27%20CCCC-CCCD", "en"))
                    .doesNotContain("check word on its papers");
            assertThat(page("duty-officer", "/search?q=42%2F27", "en"))
                    .contains(row.reference(), "<mark>42/27</mark>")
                    .doesNotContain("must-not", "preserve", "uncc", "T00:00");
            assertThat(page("duty-officer", "/requests/" + row.address(), "en"))
                    .contains("What the provider sees")
                    .doesNotContain("other State");
            return row;
        });
    }

    @Test
    void an_unknown_number_and_a_wrong_word_read_the_same() throws Exception {
        caller = "198.51.100.3";
        ListedAsProvider.during(PROVIDER, () -> {
            var row = served("32/27");
            var word = word(row);
            var unknown = answer(asked("33/27", word, "en"));

            assertThat(unknown)
                    .contains("data-result=\"unknown\"", "We do not know this order. Do nothing, and call us.");
            assertThat(answer(asked("32/27", "CCCC-CCCC", "en"))).isEqualTo(unknown);
            return row;
        });
    }

    @Test
    void after_five_wrong_ones_not_even_the_right_one_is_answered() throws Exception {
        caller = "198.51.100.4";
        for (int i = 0; i < WrongTries.OF_ONE; i++) {
            assertThat(asked("34/27", "CCCC-CCC" + "CDFGH".charAt(i), "en")).contains("data-result=\"unknown\"");
        }
        assertThat(asked("34/27", "CCCC-CCCC", "en"))
                .contains("Wait a minute, then ask again")
                .doesNotContain("data-result");
    }

    @Test
    void the_letter_and_the_act_as_they_were_made_are_known_and_a_changed_one_is_not() throws Exception {
        caller = "198.51.100.5";
        ListedAsProvider.during(PROVIDER, () -> {
            var row = served("35/27");
            var letter = letter(row);
            var act = drafts.pdf(drafts.ofAct(opening(row)).orElseThrow().id());

            assertThat(given(letter)).contains("data-result=\"ours\"");
            assertThat(text(act)).containsPattern(WORD);
            assertThat(given(act)).contains("data-result=\"ours\"");
            letter[letter.length - 1]++;
            assertThat(given(letter)).contains("data-result=\"unknown\"");
            return row;
        });
    }

    @Test
    void what_was_withdrawn_or_is_over_holds_no_longer_and_what_has_not_left_is_not_known() throws Exception {
        caller = "198.51.100.6";
        ListedAsProvider.during(PROVIDER, () -> {
            var row = served("36/27");
            var word = word(row);
            var withdrawal = drafts.start(
                    row.procedure(), "withdraw", Role.REQUESTING, PROVIDER, row.thread(), Map.of(), official("maren"));
            var said = drafts.save(
                    withdrawal.id(), withdrawal.version(), Map.of("text", "Not needed."), Map.of(), official("maren"));
            drafts.submit(said.id(), said.version(), official("maren"));
            drafts.approve(said.id(), new Proof.Practice(), null, official("okell"));
            assertThat(asked("36/27", word, "en"))
                    .contains("data-result=\"over\"", "This order no longer holds; do not send.")
                    .doesNotContain("Lake Court");

            var held = submitted("37/27");
            var printed = word(text(drafts.pdf(held.id())));
            assertThat(asked("37/27", printed, "en")).contains("data-result=\"unknown\"");
            drafts.approve(held.id(), new Proof.Practice(), Instant.now().plus(Duration.ofHours(2)), official("okell"));
            assertThat(asked("37/27", printed, "en")).contains("data-result=\"unknown\"");
            drafts.recall(held.id(), "A word is missing.", official("okell"));
            assertThat(asked("37/27", printed, "en")).contains("data-result=\"unknown\"");
            return row;
        });
    }

    @Test
    void the_pdf_of_what_follows_an_order_is_ours_once_it_has_left() throws Exception {
        caller = "198.51.100.7";
        ListedAsProvider.during(PROVIDER, () -> {
            var row = served("39/27");

            var returned = extension(row);
            var pdf = drafts.pdf(returned.id());
            assertThat(text(pdf)).containsPattern(WORD);
            assertThat(given(pdf)).as("nobody approved it").contains("data-result=\"unknown\"");
            drafts.giveBack(returned.id(), "The court is missing.", official("okell"));
            assertThat(given(pdf)).as("it was given back").contains("data-result=\"unknown\"");
            drafts.discard(returned.id(), official("maren"));

            var held = extension(row);
            pdf = drafts.pdf(held.id());
            drafts.approve(held.id(), new Proof.Practice(), Instant.now().plus(Duration.ofHours(2)), official("okell"));
            assertThat(given(pdf)).as("it is held").contains("data-result=\"unknown\"");
            drafts.recall(held.id(), "A word is missing.", official("okell"));
            assertThat(given(pdf)).as("it was recalled").contains("data-result=\"unknown\"");

            var sent = extension(row);
            pdf = drafts.pdf(sent.id());
            drafts.approve(sent.id(), new Proof.Practice(), null, official("okell"));
            assertThat(given(pdf)).contains("data-result=\"ours\"");
            return row;
        });
    }

    @Test
    void what_is_given_back_leaves_no_word_and_none_can_be_read_in_the_table() throws Exception {
        ListedAsProvider.during(PROVIDER, () -> {
            var draft = submitted("38/27");
            var thread = Objects.requireNonNull(draft.thread());
            var word = word(text(drafts.pdf(draft.id())));
            var kept = db.sql("select encode(word, 'escape') || mark from cooperation.check_word where thread = :t")
                    .param("t", thread)
                    .query(String.class)
                    .single();
            assertThat(kept).doesNotContain(word);

            drafts.giveBack(draft.id(), "The court is missing.", official("okell"));

            assertThat(db.sql("""
                            select count(*) from cooperation.check_word w full join cooperation.order_paper p
                                on p.thread = w.thread where coalesce(w.thread, p.thread) = :t
                            """).param("t", thread).query(Integer.class).single())
                    .isZero();
            drafts.discard(draft.id(), official("maren"));
            return draft;
        });
    }

    @Test
    void what_is_no_order_bears_none_and_an_empty_form_says_what_is_missing() throws Exception {
        var sent = sent("XD-1", ordinary(), "okell");
        assertThat(text(letter(
                        requests.find(Objects.requireNonNull(sent.reference())).orElseThrow())))
                .doesNotContain("check word");
        assertThat(asked("", " ", "en"))
                .contains("Type the number of the order", "Type the check word")
                .doesNotContain("data-result");
        assertThat(web.perform(get("/check"))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .contains("Is this order ours?");
    }

    private RequestRow served(String number) {
        var submitted = submitted(number);
        var sent = drafts.approve(submitted.id(), new Proof.Practice(), null, official("okell"));
        return requests.find(Objects.requireNonNull(sent.reference())).orElseThrow();
    }

    private Draft submitted(String number) {
        var procedure = procedures.all().stream()
                .filter(it -> it.onPaper().isPresent())
                .findFirst()
                .orElseThrow();
        var body = new HashMap<>(procedure.composition().empty());
        body.put("instrument", "uncc");
        body.put("authority", "Cyber Unit");
        body.put("number", number);
        body.put("court", "Lake Court");
        body.put("kinds", List.of("preserve"));
        body.put("legalBasis", "Code of procedure, 81.");
        body.put("data", "Mail logs.");
        body.put("keepUntil", inDays(60) + "T00:00:00Z");
        body.put("mayTell", "must-not");
        body.put("identifiers", List.of(Map.of("kind", "mail", "value", "b@mail.example", "time", "", "zone", "")));
        var begun = drafts.start(
                procedure.id(), procedure.opening(), procedure.opener(), PROVIDER, null, body, official("maren"));
        var saved = drafts.save(begun.id(), begun.version(), body, begun.facts(), official("maren"));
        return drafts.submit(saved.id(), saved.version(), official("maren"));
    }

    private Draft extension(RequestRow row) {
        var body = Map.<String, Object>of("wishedUntil", inDays(90) + "T00:00:00Z", "number", "39/27-a");
        var begun = drafts.start(
                row.procedure(), "extend-order", Role.REQUESTING, PROVIDER, row.thread(), body, official("maren"));
        return drafts.submit(begun.id(), begun.version(), official("maren"));
    }

    private String opening(RequestRow row) {
        return threads.opening(row.thread()).orElseThrow().id();
    }

    private byte[] letter(RequestRow row) throws Exception {
        return web.perform(get("/requests/" + row.address() + "/letter/letter.pdf?act=" + opening(row))
                        .cookie(seat("duty-officer")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
    }

    private String word(RequestRow row) throws Exception {
        return word(text(letter(row)));
    }

    private static String word(String text) {
        var word = WORD.matcher(text);
        assertThat(word.find()).as(text).isTrue();
        return word.group(1);
    }

    private static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    private static String answer(String page) {
        return page.replaceAll("(?s).*?(<section class=\"note red\".*?</section>).*", "$1");
    }

    private String asked(String number, String word, String language) throws Exception {
        return web.perform(multipart("/check")
                        .param("number", number)
                        .param("word", word)
                        .with(csrf())
                        .with(it -> {
                            it.setRemoteAddr(caller);
                            return it;
                        })
                        .cookie(new Cookie("lang", language)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    private String again(String language, String name, String value) throws Exception {
        return web.perform(post("/check?lang=" + language)
                        .param(name, value)
                        .with(csrf())
                        .with(it -> {
                            it.setRemoteAddr(caller);
                            return it;
                        }))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    private String given(byte[] file) throws Exception {
        return web.perform(multipart("/check")
                        .file(new MockMultipartFile("file", "order.pdf", "application/pdf", file))
                        .with(csrf())
                        .with(it -> {
                            it.setRemoteAddr(caller);
                            return it;
                        })
                        .cookie(new Cookie("lang", "en")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }
}
