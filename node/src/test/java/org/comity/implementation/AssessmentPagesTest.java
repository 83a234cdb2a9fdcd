package org.comity.implementation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.Executors;
import org.comity.casework.Officers;
import org.comity.database.WaitingForLock;
import org.comity.ledger.Ledger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.transaction.support.TransactionTemplate;

/** A State assesses itself: by question, by link, by spreadsheet, round after round; nobody else sees it. */
class AssessmentPagesTest extends Officers {

    @Autowired
    private Clock clock;

    @Autowired
    private Ledger ledger;

    @Autowired
    private MakingNeed making;

    @Autowired
    private KeepingAssessment keeping;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient db;

    @Autowired
    private DraftsForKeeper forKeeper;

    @Autowired
    private MakingPractice practising;

    @Autowired
    private Questionnaire questionnaire;

    @Test
    void a_question_is_answered_marked_evidenced_and_asked_again_in_the_next_round() throws Exception {
        var question = "/assessment/questions/Q30.1";
        assertThat(page("lawyer", question, "ar")).doesNotContain("assess.");
        assertThat(answered(422, "lawyer", post(question).param("words", "Serious ones.")))
                .contains("Serious ones.", "Choose an answer");
        redirected(
                "lawyer",
                post(question)
                        .param("choice", "no")
                        .param("words", "No law yet.")
                        .param("law", "None"));
        assertThat(page("lawyer", question, "en")).contains("No law yet.", "Need (from Q30.1, article 30)");
        var mark = post("/assessment/articles/30").param("letter", "C").param("help", "Drafting, two experts");
        assertThat(answered(422, "lawyer", mark.param("until", "soon")))
                .as("nothing typed is lost")
                .contains("id=\"f-until-problem\"", "value=\"soon\"", "Drafting, two experts</textarea>");
        var old = post("/assessment/articles/30").param("letter", "C").param("until", "1800-01-01");
        assertThat(answered(422, "lawyer", old)).contains("id=\"f-until-problem\"", "value=\"1800-01-01\"");
        redirected(
                "lawyer", post("/assessment/articles/30").param("letter", "C").param("help", "Drafting, two experts"));
        redirected(
                "lawyer",
                multipart(question + "/evidence")
                        .file(new MockMultipartFile("file", "bill.pdf", "", "x".getBytes(UTF_8))));
        assertThat(page("lawyer", question, "en")).contains("bill.pdf", "2d711642");
        assertThat(page("lawyer", "/assessment", "en")).contains("Gaps that can become needs", "Drafting, two experts");
        var sheet = new MockMultipartFile(
                "file",
                "id,choice,words,law,in_force\nQ30.2,yes,Court,Act 9,2019-01-01\nQ30.3,maybe,,,\n".getBytes(UTF_8));
        var look = redirected("lawyer", multipart("/assessment/sheet").file(sheet));
        assertThat(page("lawyer", look, "en")).contains("Row 3", "Court", "is not among the answers");
        assertThat(page("lawyer", "/assessment/questions/Q30.2", "en")).doesNotContain("Court");
        redirected("lawyer", post(look));
        assertThat(page("lawyer", "/assessment/questions/Q30.2", "en")).contains("Court", "2019-01-01");

        var after = page("lawyer", "/assessment", "en").replaceAll("(?s).*name=\"after\" value=\"([0-9]+)\".*", "$1");
        redirected("lawyer", post("/assessment/rounds").param("after", after));
        assertThat(answered(409, "lawyer", post("/assessment/rounds").param("after", after)))
                .as("pressed twice")
                .contains("What stands there has changed since you read it");
        assertThat(page("lawyer", question, "en")).contains("Still true?", "No law yet.", "bill.pdf");
        redirected("lawyer", post(question + "/still"));
        assertThat(page("lawyer", question, "en")).doesNotContain("Still true?");
        assertThat(web.perform(get("/assessment/sheet.csv").cookie(seat("lawyer")))
                        .andReturn()
                        .getResponse()
                        .getContentAsString(UTF_8))
                .contains("No law yet.", "A30");
    }

    @Test
    void an_office_answers_its_questions_by_a_link_and_nothing_else_until_it_is_taken_back() throws Exception {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var make = post("/assessment/links")
                .param("of", "29")
                .param("question", "Q29.1", "Q29.2")
                .param("office", "Ministry of Communications")
                .param("askedBy", today.plusDays(7).toString())
                .param("ends", today.plusDays(14).toString());
        var link = answered(200, "lawyer", make).replaceAll("(?s).*(/assess/[A-Za-z0-9_-]{43}).*", "$1");

        var open = open(200, link);
        assertThat(open)
                .contains("Ministry of Communications", "Q29.1", "Q29.2")
                .doesNotContain("Q29.3");
        web.perform(post(link).param("question", "Q29.3").param("choice", "yes").with(csrf()))
                .andExpect(status().isNotFound());
        web.perform(post(link)
                        .param("question", "Q29.1")
                        .param("words", "With the provider")
                        .with(csrf()))
                .andExpect(status().is(422));
        var tooLong = "x".repeat(2_001);
        var told = web.perform(post(link)
                        .param("question", "Q29.1")
                        .param("choice", "yes")
                        .param("words", "With the provider")
                        .param("law", tooLong)
                        .with(csrf()))
                .andExpect(status().is(422))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(told).contains("id=\"f-law-problem\"", "With the provider</textarea>", tooLong + "</textarea>");
        web.perform(post(link)
                        .param("question", "Q29.1")
                        .param("choice", "yes")
                        .param("words", "With the provider")
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        var question = page("lawyer", "/assessment/questions/Q29.1", "en");
        assertThat(question).contains("Ministry of Communications answered", "With the provider", "not-known\"");
        assertThat(page("lawyer", "/assessment/articles/29", "en")).contains("not answered");
        var accept = question.replaceAll("(?s).*(/assessment/links/[0-9]+/accept).*", "$1");
        var answered = question.replaceAll("(?s).*name=\"answered\" value=\"([^\"]+)\".*", "$1");
        web.perform(post(link)
                        .param("question", "Q29.1")
                        .param("choice", "no")
                        .param("words", "With nobody")
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        assertThat(answered(
                        409, "lawyer", post(accept).param("question", "Q29.1").param("answered", answered)))
                .as("what nobody of us has read")
                .contains("What stands there has changed since you read it");
        var again = page("lawyer", "/assessment/questions/Q29.1", "en");
        assertThat(again).contains("With nobody");
        redirected(
                "lawyer",
                post(accept)
                        .param("question", "Q29.1")
                        .param("answered", again.replaceAll("(?s).*name=\"answered\" value=\"([^\"]+)\".*", "$1")));
        assertThat(page("lawyer", "/assessment/questions/Q29.1", "en")).contains("from another office, accepted by");

        redirected("lawyer", post(accept.replace("accept", "take-back")));
        assertThat(open(404, link)).doesNotContain("Ministry of Communications");
        open(404, "/assess/" + "A".repeat(43));
    }

    @Test
    void whoever_holds_a_link_answers_anew_so_often_and_not_without_end() throws Exception {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var make = post("/assessment/links")
                .param("of", "29")
                .param("question", "Q29.3")
                .param("office", "Ministry of Justice")
                .param("askedBy", today.plusDays(7).toString())
                .param("ends", today.plusDays(14).toString());
        var link = answered(200, "lawyer", make).replaceAll("(?s).*(/assess/[A-Za-z0-9_-]{43}).*", "$1");
        for (int n = 0; n < KeepingLinks.MOST_CHANGES; n++) {
            for (int again = 0; again < 2; again++) {
                web.perform(answer(link, "Answer " + n)).andExpect(status().is3xxRedirection());
            }
        }
        var lines = ledger.lines("Q29.3", null, 100).stream()
                .filter(it -> it.what().equals("assess.answered-by-link"))
                .count();
        assertThat(lines).as("the same once more is no answer").isEqualTo(KeepingLinks.MOST_CHANGES);

        var late = web.perform(answer(link, "One more")).andReturn().getResponse();

        assertThat(late.getStatus()).isEqualTo(409);
        assertThat(late.getContentAsString()).contains("changed as often as is allowed");
    }

    private static org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder answer(
            String link, String words) {
        return (org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder) post(link)
                .param("question", "Q29.3")
                .param("choice", "yes")
                .param("words", words)
                .with(csrf());
    }

    @Test
    void a_link_is_bounded_and_who_has_no_such_duty_sees_nothing() throws Exception {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var far = post("/assessment/links")
                .param("of", "29")
                .param("question", "Q29.1")
                .param("office", "Ministry")
                .param("askedBy", today.minusDays(1).toString())
                .param("ends", today.plusDays(91).toString());
        assertThat(answered(422, "lawyer", far)).contains("a day that is not past", "at most 90 days");
        for (var path : new String[] {"/assessment", "/assessment/questions/Q29.1", "/assessment/sheet.csv"}) {
            answered(403, "magistrate", get(path));
            web.perform(get(path)).andExpect(status().is3xxRedirection());
        }
        answered(404, "lawyer", get("/assessment/questions/Q99.9"));
    }

    @Test
    void what_two_officers_type_on_one_page_is_not_saved_over_each_other() throws Exception {
        var question = "/assessment/questions/Q33.1";
        var seen = seen(question);
        redirected(
                "lawyer",
                post(question).param("choice", "no").param("words", "First.").param("seen", seen));
        var second = post(question)
                .param("choice", "in-part")
                .param("words", "Second.")
                .param("seen", seen);
        var told = answered(422, "lawyer", second);
        assertThat(told).contains("Somebody else saved this", "Second.").doesNotContain("name=\"seen\" value=\"\"");
        assertThat(page("lawyer", question, "en")).contains("First.").doesNotContain("Second.");
        redirected(
                "lawyer",
                post(question)
                        .param("choice", "in-part")
                        .param("words", "Second.")
                        .param("seen", seen(question)));
        assertThat(page("lawyer", question, "en")).contains("Second.").doesNotContain("First.");

        var article = "/assessment/articles/33";
        var before = seen(article);
        redirected("lawyer", post(article).param("help", "First help").param("seen", before));
        assertThat(answered(
                        422,
                        "lawyer",
                        post(article).param("help", "Second help").param("seen", before)))
                .contains("Somebody else saved this", "Second help</textarea>");
        assertThat(page("lawyer", article, "en")).contains("First help");
    }

    private String seen(String path) throws Exception {
        return found("name=\"seen\" value=\"([^\"]*)\"", page("lawyer", path, "en"));
    }

    @Test
    void an_answer_that_is_being_kept_comes_over_into_the_round_that_begins_meanwhile() throws Exception {
        var question = "/assessment/questions/Q34.1";
        redirected("lawyer", post("/assessment/questions/Q34.2").param("choice", "yes"));
        var after = Long.parseLong(
                page("lawyer", "/assessment", "en").replaceAll("(?s).*name=\"after\" value=\"([0-9]+)\".*", "$1"));
        var by = official("maren");
        try (var second = Executors.newVirtualThreadPerTaskExecutor()) {
            var begun = transaction.execute(status -> {
                keeping.answer("Q34.1", Map.of("choice", "no", "words", "Just said."), by);
                var next = second.submit(() -> keeping.next(after, by));
                await().until(() -> next.isDone() || WaitingForLock.anybody(db));
                return next;
            });
            begun.get();
        }

        assertThat(page("lawyer", question, "en")).contains("Just said.");
    }

    @Test
    void a_gap_becomes_a_draft_of_a_need_where_there_is_who_keeps_needs() throws Exception {
        var question = "/assessment/questions/Q28.3";
        redirected("lawyer", post(question).param("choice", "no").param("words", "No standard is written."));
        redirected(
                "lawyer",
                post("/assessment/articles/28")
                        .param("letter", "C")
                        .param("challenge", "skills")
                        .param("help", "A standard for imaging"));
        assertThat(page("lawyer", question, "en")).contains("Make this gap a need");
        if (forKeeper.keeper().isEmpty()) {
            assertThat(answered(409, "lawyer", post(question + "/need"))).contains("no Secretariat in this network");
        } else {
            var draft = redirected("lawyer", post(question + "/need"));
            assertThat(draft).matches("/drafts/.+/state");
        }
        assertThat(making.carried(
                        questionnaire.find("Q28.3").orElseThrow(),
                        new GivenAnswer("no", "No standard is written.", "", null),
                        new ArticleMark("28", "C", null, "skills", "A standard for imaging", "")))
                .containsEntry("title", "A standard for imaging")
                .containsEntry("why", "No standard is written.\nA standard for imaging")
                .containsEntry("articles", java.util.List.of("28"))
                .containsEntry("cause", java.util.List.of("people"));
    }

    @Test
    void what_works_by_our_own_assessment_becomes_the_draft_of_a_practice() throws Exception {
        var article = "/assessment/articles/29";
        assertThat(page("lawyer", article, "en")).doesNotContain("Share this as a practice");
        answered(409, "lawyer", post(article + "/practice"));

        redirected("lawyer", post(article).param("practice", "Duty judge by phone\nMedian three hours"));

        assertThat(page("lawyer", article, "en")).contains("Share this as a practice");
        if (forKeeper.keeper().isEmpty()) {
            answered(409, "lawyer", post(article + "/practice"));
        } else {
            assertThat(redirected("lawyer", post(article + "/practice"))).matches("/drafts/.+/state");
        }
        assertThat(practising.carried(
                        new ArticleMark("29", "", null, "", "", "Duty judge by phone\nMedian three hours"), "Act 7"))
                .containsEntry("title", "Duty judge by phone")
                .containsEntry("about", "ours")
                .containsEntry("steps", "Duty judge by phone\nMedian three hours")
                .containsEntry("law", "Act 7")
                .containsEntry("articles", java.util.List.of("29"));
    }

    private String open(int code, String path) throws Exception {
        return web.perform(get(path).param("lang", "en"))
                .andExpect(status().is(code))
                .andReturn()
                .getResponse()
                .getContentAsString(UTF_8);
    }
}
