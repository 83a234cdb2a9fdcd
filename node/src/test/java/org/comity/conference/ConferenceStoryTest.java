package org.comity.conference;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.comity.identity.secret.ApiTokens;
import org.comity.procedure.file.OfficersByLetter;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;

/** What the secretary of a session does from the first version of a text to a decision that is followed up. */
class ConferenceStoryTest extends OfficersByLetter {

    @Autowired
    private PublicPapers papers;

    @Autowired
    private JdbcClient db;

    @Autowired
    private ApiTokens tokens;

    private String token = "";

    @Test
    void a_text_goes_through_two_versions_with_one_voice_of_each_state_to_agreed_ad_referendum() throws Exception {
        answered(403, "magistrate", opening("no-duty"));
        assertThat(answered(422, "lawyer", opening("Not A Name"))).contains("Write a short name", "The person keeps");
        var text = redirected("lawyer", opening("model-order"));
        assertThat(text).isEqualTo("/conference/texts/model-order");
        assertThat(answered(422, "lawyer", opening("model-order"))).contains("There is a text of this name");
        assertThat(answered(422, "lawyer", opening("late-order").param("until", "2020-01-01")))
                .contains("This day is past");
        assertThat(page("lawyer", text, "en"))
                .contains("No comment has come yet")
                .doesNotContain("The editor has answered every comment");

        redirected("lawyer", comment(text + "/1/2", "XB", "concern", "A date is easier for providers."));
        redirected("lawyer", comment(text + "/1/2", "XB-1", "can-live", "The second bracket, then."));
        redirected("lawyer", comment(text + "/1/2", "XE", "agree", ""));
        redirected("lawyer", comment(text + "/1/2", "XY-HARBOUR", "concern", "A body’s own words."));
        assertThat(answered(422, "lawyer", comment(text + "/1/2", "nobody at all", "agree", "")))
                .contains("Write the code of a State");
        answered(404, "lawyer", comment(text + "/1/9", "XB", "agree", ""));
        var page = page("duty-officer", text, "en");
        assertThat(page)
                .contains("The second bracket, then.", "1 State agrees.", "1 State can live with it.", "not a State")
                .contains("One earlier comment, replaced by its own State", "href=\"" + text + "/1/2\"")
                .doesNotContain("has a concern", "have a concern", "A date is easier for providers.");
        assertThat(page("duty-officer", text + "/1/2", "en"))
                .contains("The second bracket, then.", "A date is easier for providers.");

        assertThat(answered(
                        422,
                        "lawyer",
                        post(text + "/1/2/status").param("status", "agreed").param("why", "As said at the meeting")))
                .contains("This paragraph has words in brackets", "value=\"As said at the meeting\"");
        redirected("lawyer", post(text + "/1/1/status").param("status", "agreed"));
        assertThat(answered(
                        422, "lawyer", post(text + "/next").param("after", "1").param("words-1", "Something else.")))
                .contains("Paragraph 1 is agreed", "they are not taken", "Something else.");
        redirected("lawyer", post(text + "/next").param("after", "1").param("words-2", "The person keeps it secret."));
        assertThat(answered(
                        422,
                        "lawyer",
                        post(text + "/next")
                                .param("after", "1")
                                .param("words-2", "Too late.")
                                .param("words-77", "Of a paragraph that is gone.")))
                .contains("Another version was made meanwhile", "name=\"after\" value=\"2\"")
                .contains("Too late.", "The person keeps it secret.", "Of a paragraph that is gone.");
        assertThat(answered(
                        422, "lawyer", post(text + "/next").param("after", "2").param("note", "What we meant")))
                .as("nothing changed: the form stays, with what was typed")
                .contains("Nothing would change", "What we meant");
        assertThat(answered(422, "lawyer", comment(text + "/1/2", "XD", "agree", "Of the first version.")))
                .contains("A newer version was made meanwhile", "Of the first version.")
                .contains("The person keeps it secret.", "action=\"" + text + "/2/2/comments\"");
        assertThat(answered(
                        422,
                        "lawyer",
                        post(text + "/1/2/status").param("status", "agreed").param("why", "As said at the meeting")))
                .contains("A newer version was made meanwhile", "value=\"As said at the meeting\"");

        assertThat(page("lawyer", text + "/compare?from=1&to=2", "en"))
                .contains("<del> [for its whole length]</del>", "the same", "changed");
        assertThat(page("lawyer", text, "en")).contains("Version 2", ">Agreed<", ">Open<");
        redirected("lawyer", comment(text + "/2/2", "XB", "agree", "Thank you."));
        var said = page("lawyer", text + "/2/2", "en").replaceAll("(?s).*/comments/([0-9]+)/answer.*", "$1");
        answered(409, "lawyer", post(text + "/comments/" + said + "/answer").param("answer", "not-taken-up"));
        var lengthy = post(text + "/comments/" + said + "/answer")
                .param("answer", "not-taken-up")
                .param("why", "w".repeat(2_001))
                .header("Referer", "http://localhost" + text + "/2/2");
        assertThat(redirected("lawyer", lengthy)).isEqualTo(text + "/2/2#f-why-" + said);
        assertThat(page("lawyer", text + "/2/2", "en"))
                .contains("At most 2000 characters; this has 2001.", "w".repeat(2_001));
        var answered = post(text + "/comments/" + said + "/answer")
                .param("answer", "")
                .param("why", "It stands in paragraph 3.")
                .header("Referer", "http://localhost" + text + "/2/2");
        assertThat(redirected("lawyer", answered)).as("nothing was chosen").isEqualTo(text + "/2/2#f-answer-" + said);
        assertThat(page("lawyer", text + "/2/2", "en"))
                .contains("Choose what became of the comment.", "value=\"It stands in paragraph 3.\"")
                .contains("<option value=\"\">Choose</option>");
        redirected("lawyer", post(text + "/comments/" + said + "/answer").param("answer", "noted"));
        answered(409, "lawyer", post(text + "/comments/" + said + "/answer").param("answer", "taken-up"));
        redirected("lawyer", post(text + "/sponsors").param("sponsor", "XB"));
        redirected("lawyer", post(text + "/2/2/status").param("status", "ad-referendum"));
        assertThat(page("lawyer", text, "en"))
                .contains("Agreed ad referendum</p>", "The editor has answered every comment.", "Belmora");
        assertThat(answered(422, "lawyer", post(text + "/2/2/status").param("status", "open")))
                .contains("This was agreed. Write why it is opened again.");

        var file = web.perform(get(text + "/2/akoma-ntoso.xml").cookie(seat("duty-officer")))
                .andReturn()
                .getResponse()
                .getContentAsString(UTF_8);
        assertThat(file).contains("class=\"ad-referendum\"", "/akn/xa/doc/draft/", "The person keeps it secret.");
        assertThat(program("/texts/model-order"))
                .contains(
                        "\"status\":\"ad-referendum\"",
                        "\"sponsors\":[\"XB\"]",
                        "\"words\":\"Thank you.\"",
                        "\"counting\":1,");
        assertThat(program("/texts")).contains("\"key\":\"model-order\"", "\"version\":2");
        for (var path : new String[] {text, text + "/2/2", text + "/next", "/conference/texts"}) {
            assertThat(page("lawyer", path, "ar")).doesNotContain("texts.", "conference.language");
        }
    }

    @Test
    void what_is_said_of_a_paragraph_that_is_gone_is_not_lost() throws Exception {
        var text = redirected("lawyer", opening("shorter-order"));
        redirected("lawyer", post(text + "/next").param("after", "1").param("words-2", ""));

        for (var language : List.of("en", "ar")) {
            var said = comment(text + "/1/2", "XD", "agree", "Written for an hour.")
                    .cookie(new Cookie("lang", language));
            assertThat(answered(422, "lawyer", said))
                    .contains("Written for an hour.")
                    .contains(language.equals("en") ? "this paragraph is not in it" : "وليست فيها هذه الفقرة");
        }
    }

    @Test
    void what_a_state_says_by_an_act_stands_beside_the_paragraph_until_it_is_said_anew_or_taken_back()
            throws Exception {
        var text = redirected("lawyer", opening("act-order"));
        redirected("lawyer", comment(text + "/1/2", "XD", "concern", "By mail."));
        var reference = correspondence.recordRequest(
                "text-position/1",
                "XD-1",
                Map.of(
                        "instrument",
                        "uncc",
                        "authority",
                        "Ministry of Justice of Dorvane",
                        "textName",
                        "act-order",
                        "textVersion",
                        1,
                        "positions",
                        List.of(
                                Map.of("paragraph", "2", "temperature", "can-live", "words", "By an act."),
                                Map.of("paragraph", "7", "temperature", "agree", "words", ""))),
                arrived(),
                official("maren"));
        assertThat(page("lawyer", text, "en"))
                .contains("By an act.", "1 State can live with it.", "One earlier comment", "a sealed act")
                .doesNotContain("has a concern.");
        assertThat(page("duty-officer", "/requests/" + row(reference).address(), "en"))
                .contains("/conference/texts/act-order", "It stands beside one paragraph.");

        letters.says(
                reference,
                "replace",
                Map.of(
                        "newVersion",
                        "1",
                        "positions",
                        List.of(Map.of("paragraph", "2", "temperature", "agree", "words", "Now we agree."))),
                Map.of());
        assertThat(page("lawyer", text, "en"))
                .contains("Now we agree.", "1 State agrees.", "2 earlier comments")
                .doesNotContain("1 State can live with it.");
        letters.says(reference, "withdraw", Map.of("text", "We speak anew later."), Map.of());
        assertThat(page("lawyer", text, "en")).contains("3 earlier comments").doesNotContain("1 State agrees.");
    }

    @Test
    void a_session_has_an_agenda_documents_speakers_and_a_decision_that_is_followed_up() throws Exception {
        var open = post("/conference/sessions").param("key", "prac-3").param("title", "Third practice session");
        open.param("place", "Averne")
                .param("begins", "2026-02-02")
                .param("ends", today().plusDays(3).toString())
                .param("everybody", "true");
        var session = redirected("lawyer", open);
        var opening = post(session + "/item").param("number", "1").param("title", "Opening");
        redirected("lawyer", opening.param("articles", "57(1)"));
        assertThat(page("magistrate", session, "en")).contains("/articles/57\"");
        assertThat(bundle("article-57.zip")).contains("1. Opening", "Third practice session");
        assertThat(answered(
                        422,
                        "lawyer",
                        post(session + "/item").param("number", "100").param("title", "Opening")))
                .contains("Write a number from 1 to 99");
        var again = answered(
                422, "lawyer", post(session + "/item").param("number", "1").param("title", "Opening day"));
        assertThat(again).contains("Another item stands on the agenda", "value=\"Opening day\"");
        var changed = post(session + "/item").param("number", "1").param("title", "Opening day");
        redirected("lawyer", changed.param("articles", "57(1)").param("seen", seenOn(again)));
        assertThat(page("magistrate", session, "en")).contains("Opening day");

        var pdf = new MockMultipartFile("file", "note.pdf", "", "%PDF-1.7 of a note".getBytes(UTF_8));
        var html = new MockMultipartFile("file", "note.pdf", "", "<html>of a note</html>".getBytes(UTF_8));
        answered(422, "lawyer", document(session, html));
        var beyond = document(session, pdf);
        beyond.param("articles", "24, 69");
        assertThat(answered(422, "lawyer", beyond)).contains("at most ten articles of the Convention");
        var named = document(session, pdf);
        named.param("articles", "24, 42(3)");
        redirected("lawyer", named);
        assertThat(answered(422, "lawyer", document(session, pdf))).contains("There is a document of this symbol");
        var shown = page("magistrate", session, "en");
        assertThat(shown).contains("CONF/PRAC/3/1", "English</a> (original)", "French: still to come.");
        var paper = "/conference/documents/" + shown.replaceAll("(?s).*/conference/documents/([0-9]+)\".*", "$1");
        redirected("lawyer", multipart(paper).file(pdf).param("language", "fr"));
        assertThat(answered(422, "lawyer", multipart(paper).file(html).param("language", "ar")))
                .contains("Choose a PDF or DOCX");
        answered(422, "lawyer", multipart(paper).file(pdf).param("language", "fr"));
        assertThat(page("magistrate", paper, "en"))
                .contains("SHA-256", "18 bytes", "Arabic: still to come.")
                .contains("/articles/24\"", "/articles/42\"", "42(3)");
        var file = web.perform(get(paper + "/fr").cookie(seat("magistrate")))
                .andReturn()
                .getResponse();
        assertThat(file.getContentAsByteArray()).isEqualTo(pdf.getBytes());
        assertThat(file.getHeader("Content-Disposition")).contains("CONF_PRAC_3_1-fr.pdf");
        answered(404, "magistrate", get(paper + "/ru"));

        for (var voice : List.of("XY-HARBOUR", "XB", "XC")) {
            var asks = post(session + "/speaker").param("item", "1").param("voice", voice);
            redirected("lawyer", asks.param("group", voice.equals("XC") ? "true" : "false"));
        }
        assertThat(answered(
                        422,
                        "lawyer",
                        post(session + "/speaker").param("item", "1").param("voice", "XB-1")))
                .contains("on the list of speakers for this item already", "value=\"XB-1\"");
        redirected(
                "lawyer",
                post(session + "/statement")
                        .param("item", "1")
                        .param("voice", "XB")
                        .param("language", "en")
                        .param("words", "We thank the host."));
        redirected(
                "lawyer",
                post(session + "/credential")
                        .param("voice", "XB")
                        .param("form", "original")
                        .param("issued", "Minister for Foreign Affairs")
                        .param("day", "2026-02-03"));
        assertThat(page("lawyer", session, "en").replaceAll("(?s)<[^>]*>|\\s+", " "))
                .containsPattern("(?s)for a group of States.*for the State.*as an observer")
                .contains("held until it is delivered");
        assertThat(page("magistrate", session, "en"))
                .doesNotContain("We thank the host.", "Minister for Foreign Affairs", "Has spoken")
                .contains("original");
        var held = page("lawyer", session, "en").replaceAll("(?s).*/statements/([0-9]+)/delivered.*", "$1");
        answered(404, "magistrate", get(session + "/statements/" + held));
        var delivered = session + "/statements/" + held + "/delivered";
        for (var day : List.of("", "2020-01-01", today().plusDays(2).toString())) {
            assertThat(answered(422, "lawyer", post(delivered).param("day-" + held, day)))
                    .contains("id=\"f-day-" + held + "-problem\"");
        }
        redirected("lawyer", post(delivered).param("day-" + held, today().toString()));
        answered(409, "lawyer", post(delivered).param("day-" + held, today().toString()));
        var statement = session + "/statements/" + held;
        assertThat(page("magistrate", session, "en")).contains(statement).doesNotContain("We thank the host.");
        assertThat(page("magistrate", statement, "en")).contains("We thank the host.");
        assertThat(page("magistrate", session + "/statements?item=1", "ar"))
                .contains(statement)
                .doesNotContain("conference.", "We thank the host.");

        for (var day : List.of("2020-01-01", today().plusYears(5).toString())) {
            assertThat(answered(
                            422,
                            "lawyer",
                            post(session + "/item")
                                    .param("number", "2")
                                    .param("title", "Later")
                                    .param("day", day)))
                    .contains("The session is from 2026-02-02 to");
        }
        assertThat(answered(422, "lawyer", spoken(session, "XB", "2020-01-01"))).contains("The session is from");
        assertThat(answered(
                        422, "lawyer", spoken(session, "XB", today().plusDays(2).toString())))
                .contains("Write the day on which it was delivered");
        for (var nobody : List.of("ZZ", "QQ9")) {
            assertThat(answered(422, "lawyer", spoken(session, nobody, "2026-02-03")))
                    .contains("Nobody is known under this name");
        }

        var early = post(session + "/decision").param("number", "3/1").param("title", "Model forms");
        early.param("words", "Forms are made.").param("taken", "consensus").param("day", "2020-01-01");
        assertThat(answered(422, "lawyer", early)).contains("The session is from 2026-02-02 to");
        assertThat(page("lawyer", session + "/decision", "en")).contains("<option value=\"\">Choose</option>");
        assertThat(answered(422, "lawyer", decision(session).param("taken", "")))
                .contains("Choose how it was taken.");
        answered(422, "lawyer", decision(session).param("taken", "by-the-rules"));
        answered(422, "lawyer", decision(session).param("taken", "consensus").param("articles", "all"));
        redirected("lawyer", decision(session).param("taken", "consensus").param("articles", "24"));
        var decision = "/conference/decisions/3/1";
        assertThat(answered(422, "lawyer", followUp(decision, "QQ9", ""))).contains("Nobody is known under this name");
        redirected("lawyer", followUp(decision, "XB", "2026-02-03"));
        redirected("lawyer", followUp(decision, "XA", "2026-02-03"));
        assertThat(page("lawyer", "/conference/decisions", "en").split("This is yours, and its day is past"))
                .as("our own alone")
                .hasSize(2);
        var ours = page("lawyer", decision, "en").replaceAll("(?s).*/3/1/([0-9]+)\".*", "$1");
        answered(
                422,
                "lawyer",
                post(decision + "/" + ours).param("status", "moved").param("due", inDays(90)));
        var untouched = post(decision + "/" + ours).param("status", "open");
        assertThat(answered(422, "lawyer", untouched.param("due", "").param("words", "")))
                .contains("id=\"f-status-" + ours + "-problem\"", "Choose where it stands.");
        redirected(
                "lawyer",
                post(decision + "/" + ours)
                        .param("status", "moved")
                        .param("due", "2199-03-01")
                        .param("words", "Two languages are still missing."));
        assertThat(page("lawyer", decision, "en"))
                .contains("Two languages are still missing.", "<option value=\"moved\" selected>")
                .doesNotContain("This is yours");
        redirected("lawyer", post(decision + "/" + ours).param("status", "done"));
        answered(409, "lawyer", post(decision + "/" + ours).param("status", "open"));
        answered(403, "magistrate", followUp(decision, "XB", ""));

        assertThat(page("magistrate", decision, "en")).contains("/articles/24\"");
        var bundle = bundle("article-24.zip");
        assertThat(bundle).contains("CONF/PRAC/3/1 Provisional agenda", "3/1 Model forms");
        assertThat(bundle("article-42.zip"))
                .contains("CONF/PRAC/3/1 Provisional agenda")
                .doesNotContain("3/1 Model forms");
        assertThat(papers.documents())
                .extracting(PublicPapers.PublicDocument::symbol)
                .contains("CONF/PRAC/3/1");
        assertThat(papers.decisions())
                .filteredOn(it -> it.number().equals("3/1"))
                .singleElement()
                .satisfies(it -> assertThat(it.followUps())
                        .isNotEmpty()
                        .allSatisfy(each -> assertThat(each.due()).isNull()));
        for (var path :
                List.of("/conference", session, paper, decision, "/conference/decisions", session + "/decision")) {
            assertThat(page("lawyer", path, "ar")).doesNotContain("conference.", "texts.");
        }
    }

    @Test
    void what_was_recorded_wrongly_is_struck_with_a_reason_and_recorded_anew() throws Exception {
        var open = post("/conference/sessions").param("key", "prac-7").param("title", "Seventh practice session");
        open.param("place", "Averne")
                .param("begins", "2026-02-02")
                .param("ends", "2099-02-06")
                .param("everybody", "true");
        var session = redirected("lawyer", open);
        redirected("lawyer", post(session + "/item").param("number", "1").param("title", "Opening"));

        redirected("lawyer", credential(session, "Minister of Justice"));
        redirected("lawyer", credential(session, "Minister of Justice"));
        assertThat(answered(422, "lawyer", credential(session, "Minister for Foreign Affairs")))
                .contains("It is recorded in this form already", "value=\"Minister for Foreign Affairs\"");
        var shown = page("lawyer", session, "en");
        var strike =
                session + "/credentials/" + shown.replaceAll("(?s).*/credentials/([0-9]+)/strike.*", "$1") + "/strike";
        var why = "why-" + strike.replaceAll(".*/([0-9]+)/strike", "$1");
        answered(403, "magistrate", post(strike).param(why, "Misread."));
        assertThat(answered(422, "lawyer", post(strike).param(why, " "))).contains("id=\"f-" + why + "-problem\"");
        redirected("lawyer", post(strike).param(why, "Misread."));
        answered(409, "lawyer", post(strike).param(why, "Misread."));
        redirected("lawyer", credential(session, "Minister for Foreign Affairs"));
        assertThat(page("lawyer", session, "en"))
                .contains("Minister for Foreign Affairs", "Misread.", "Minister of Justice");
        assertThat(page("magistrate", session, "en")).doesNotContain("Misread.", "Minister of Justice");

        var form = page("lawyer", session + "/statement", "en");
        var once = form.replaceAll("(?s).*name=\"once\" value=\"([^\"]+)\".*", "$1");
        for (int press = 0; press < 2; press++) {
            redirected("lawyer", spoken(session, "XB", "2026-02-03").param("once", once));
        }
        var read = page("magistrate", session, "en");
        assertThat(read.split("/statements/[0-9]+\"", -1)).as("recorded once").hasSize(2);
        var statement = session + "/statements/" + read.replaceAll("(?s).*/statements/([0-9]+)\".*", "$1");
        assertThat(answered(422, "lawyer", post(statement + "/strike"))).contains("Say why");
        answered(403, "magistrate", post(statement + "/strike").param("why", "Of another State."));
        redirected("lawyer", post(statement + "/strike").param("why", "Of another State."));
        assertThat(page("magistrate", session, "en")).doesNotContain(statement);
        assertThat(page("magistrate", statement, "en"))
                .contains("Of another State.")
                .doesNotContain("We thank the host.");
        assertThat(page("lawyer", statement, "en"))
                .contains("We thank the host.")
                .doesNotContain("/strike");

        redirected("lawyer", post(session + "/speaker").param("item", "1").param("voice", "XB"));
        var speaker =
                session + "/speakers/" + page("lawyer", session, "en").replaceAll("(?s).*/speakers/([0-9]+)\".*", "$1");
        redirected("lawyer", post(speaker).param("spoke", "true"));
        assertThat(page("magistrate", session, "en")).contains("has spoken").doesNotContain("Has not spoken yet");
        answered(403, "magistrate", post(speaker + "/again"));
        redirected("lawyer", post(speaker + "/again"));
        assertThat(page("lawyer", session, "en")).contains("Has spoken").doesNotContain("has spoken");
        answered(409, "lawyer", post(speaker + "/again"));
    }

    private static MockHttpServletRequestBuilder credential(String session, String issued) {
        return post(session + "/credential")
                .param("voice", "XB")
                .param("form", "original")
                .param("issued", issued)
                .param("day", "2026-02-03");
    }

    @Test
    void a_decision_is_corrected_and_withdrawn_and_what_it_said_stays_on_record() throws Exception {
        var open = post("/conference/sessions").param("key", "prac-8").param("title", "Eighth practise session");
        var session = redirected(
                "lawyer",
                open.param("place", "Avern")
                        .param("begins", "2026-02-02")
                        .param("ends", "2026-02-06")
                        .param("everybody", "true"));
        var first = post(session + "/decision").param("number", "8/1").param("title", "Model forms");
        first.param("words", "Forms are mode.").param("taken", "consensus").param("day", "2026-02-03");
        redirected("lawyer", first.param("everybody", "true"));
        var decision = "/conference/decisions/8/1";

        assertThat(answered(422, "lawyer", corrected(decision, "2026-02-04", "")))
                .contains("Say why, in at most 1,000 characters", "Forms are made.");
        assertThat(answered(422, "lawyer", corrected(decision, inDays(60), "A slip.")))
                .contains("Write the day on which it was taken");
        answered(403, "magistrate", corrected(decision, "2026-02-04", "A slip."));
        redirected("lawyer", corrected(decision, "2026-02-04", "A slip."));
        assertThat(page("magistrate", decision, "en"))
                .contains("Reason: A slip.", "Forms are made.", "As it stood before", "Forms are mode.")
                .doesNotContain("Correct this decision");
        assertThat(decided("8/1")).satisfies(it -> {
            assertThat(it.words()).isEqualTo("Forms are made.");
            assertThat(it.changes())
                    .singleElement()
                    .satisfies(change -> assertThat(change.why()).isEqualTo("A slip."));
        });

        assertThat(answered(422, "lawyer", corrected(decision, "2026-02-04", "Of an old page.")))
                .contains("Somebody else changed this decision while you wrote", "value=\"Of an old page.\"")
                .contains("name=\"seen\" value=\"1\"");
        assertThat(decided("8/1").changes()).hasSize(1);

        assertThat(answered(422, "lawyer", followUp(decision, "XB", "2026-02-03")))
                .contains("The decision is of 2026-02-04");
        assertThat(answered(422, "lawyer", followUp(decision, "XB", "9999-01-01")))
                .contains("or a later one until 2200");
        redirected("lawyer", followUp(decision, "XB", "2026-02-04"));
        answered(422, "lawyer", withdrawn(decision, "1", ""));
        assertThat(answered(422, "lawyer", withdrawn(decision, "0", "Of an old page.")))
                .contains("Somebody else changed this decision while you wrote", "value=\"Of an old page.\"");
        redirected("lawyer", withdrawn(decision, "1", "Of another session."));
        answered(409, "lawyer", withdrawn(decision, "2", "Again."));
        answered(409, "lawyer", followUp(decision, "XB", ""));
        assertThat(page("magistrate", decision, "en")).contains("it does not stand. Reason: Of another session.");
        assertThat(page("magistrate", session, "en")).contains("withdrawn");
        assertThat(decided("8/1").words()).isEmpty();
        assertThat(decided("8/1").changes()).hasSize(2);
        for (var path : List.of(decision, "/conference/decisions")) {
            assertThat(page("magistrate", path, "en"))
                    .contains("not asked any more: the decision does not stand")
                    .doesNotContain("by 4 Feb 2026");
        }
        assertThat(program("/decisions"))
                .containsPattern("\"number\":\"8/1\"[^}]*\"withdrawn\":true,\"articles\":\\[],\"followUps\":\\[]");
        redirected("lawyer", corrected(decision, "2026-02-04", "It was of this one.", "2"));
        assertThat(decided("8/1").words()).isEqualTo("Forms are made.");

        var heading = post(session + "/heading")
                .param("seen", seenOn(page("lawyer", session + "/heading", "en")))
                .param("title", "Eighth practice session")
                .param("place", "Averne");
        assertThat(answered(
                        422,
                        "lawyer",
                        post(session + "/heading")
                                .param("title", "Eighth")
                                .param("place", "Averne")
                                .param("seen", seenOn(page("lawyer", session + "/heading", "en")))
                                .param("begins", "2026-02-05")
                                .param("ends", "2026-02-06")))
                .contains("Something is recorded for 2026-02-04");
        redirected("lawyer", heading.param("begins", "2026-02-02").param("ends", "2026-02-05"));
        assertThat(page("magistrate", session, "en")).contains("Eighth practice session", "Averne");
        for (var path : List.of(decision, session + "/heading")) {
            assertThat(page("lawyer", path, "ar")).doesNotContain("conference.", "texts.");
        }
    }

    private PublicPapers.PublicDecision decided(String number) {
        return papers.decisions().stream()
                .filter(it -> it.number().equals(number))
                .findFirst()
                .orElseThrow();
    }

    private static MockHttpServletRequestBuilder corrected(String decision, String day, String why) {
        return corrected(decision, day, why, "0");
    }

    private static MockHttpServletRequestBuilder withdrawn(String decision, String seen, String because) {
        return post(decision + "/withdraw").param("seen", seen).param("because", because);
    }

    /** @param seen changes that were on the page with the form */
    private static MockHttpServletRequestBuilder corrected(String decision, String day, String why, String seen) {
        return post(decision + "/correct")
                .param("seen", seen)
                .param("title", "Model forms")
                .param("words", "Forms are made.")
                .param("taken", "consensus")
                .param("day", day)
                .param("why", why);
    }

    private static MockHttpServletRequestBuilder spoken(String session, String voice, String day) {
        return post(session + "/statement")
                .param("item", "1")
                .param("voice", voice)
                .param("language", "en")
                .param("words", "We thank the host.")
                .param("day", day);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    @Test
    void an_application_is_objected_to_referred_by_the_rule_in_force_and_decided_by_the_session() throws Exception {
        var apply = post("/conference/observers")
                .param("name", "Harbour Data Union")
                .param("sort", "civil-society");
        redirected("lawyer", apply.param("about", "We sail.").param("day", "2026-02-03"));
        var list = page("magistrate", "/conference/observers", "en");
        var id = list.replaceAll("(?s).*/conference/observers/([0-9]+)\"><b dir=\"auto\">Harbour.*", "$1");
        var application = "/conference/observers/" + id;
        answered(409, "lawyer", post(application + "/conclude"));
        answered(409, "lawyer", today(objection(application, "XB", "Too early.")));
        redirected("lawyer", post(application + "/circulate"));
        answered(409, "lawyer", post(application + "/circulate"));
        assertThat(answered(422, "lawyer", objection(application, "XB", ""))).contains("The rule asks for a reason");
        answered(422, "lawyer", objection(application, "XY-HARBOUR", "Not a State."));
        assertThat(answered(422, "lawyer", objection(application, "XB", "Late.").param("day", "2026-02-03")))
                .contains("On that day objections were not open", "Late.");
        redirected("lawyer", today(objection(application, "XB", "One company pays for it.")));
        answered(409, "lawyer", today(objection(application, "XB-1", "Again.")));
        answered(409, "lawyer", post(application + "/conclude"));
        assertThat(page("magistrate", application, "en"))
                .contains("One company pays for it.", "This program takes no side", "it would then go to the session");

        db.sql("update conference.application set circulated_on = circulated_on - 31 where id = :id")
                .param("id", Long.valueOf(id))
                .update();
        assertThat(page("lawyer", application, "en")).contains(application + "/objections\"");
        answered(422, "lawyer", today(objection(application, "XC", "After the last day.")));
        redirected(
                "lawyer",
                objection(application, "XC", "In time.")
                        .param("day", today().minusDays(3).toString()));
        assertThat(page("magistrate", application, "en")).contains("In time.");
        assertThat(answered(422, "lawyer", post(application + "/conclude").param("shown", "ADMIT")))
                .as("pressed on a page that an objection has overtaken")
                .contains("so something else comes next", "name=\"shown\" value=\"REFER\"");
        redirected("lawyer", post(application + "/conclude").param("shown", "REFER"));
        answered(409, "lawyer", post(application + "/conclude").param("shown", "REFER"));
        answered(403, "magistrate", post(application + "/decided").param("outcome", "admitted"));
        answered(422, "lawyer", post(application + "/decided").param("outcome", "admitted"));
        var words = "Third session, decision 3/2.";
        assertThat(answered(
                        422,
                        "lawyer",
                        post(application + "/decided").param("outcome", "").param("words", words)))
                .contains("Choose what was decided.", "<option value=\"\">Choose</option>", words);
        redirected(
                "lawyer",
                post(application + "/decided")
                        .param("outcome", "admitted")
                        .param("words", "Third session, decision 3/2."));
        assertThat(page("magistrate", application, "en")).contains("Admitted", "Third session, decision 3/2.");
        answered(409, "lawyer", post(application + "/withdraw"));
        assertThat(page("lawyer", application, "ar")).doesNotContain("accreditation.");
        assertThat(page("lawyer", "/conference/observers", "ar")).doesNotContain("accreditation.");
    }

    @Test
    void as_long_as_nothing_was_submitted_for_the_conference_the_pack_says_so() throws Exception {
        assertThat(page("duty-officer", "/conference/submissions", "en"))
                .contains("Nothing was submitted for the Conference");
        assertThat(page("duty-officer", "/conference/submissions", "ar")).doesNotContain("submissions.");
        answered(403, "custodian", post("/conference/sessions").param("key", "x1"));
    }

    private String program(String path) throws Exception {
        if (token.isEmpty()) token = tokens.create("okell", "conference").orElseThrow();
        return web.perform(get("/api/v1/conference" + path).header("Authorization", "Bearer " + token))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(UTF_8);
    }

    /** All that an official finds in it. */
    private String bundle(String name) throws Exception {
        var zip = web.perform(get("/bundles/" + name).cookie(seat("magistrate")))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        var all = new StringBuilder();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            while (in.getNextEntry() != null) all.append(new String(in.readAllBytes(), UTF_8));
        }
        return all.toString();
    }

    private static MockMultipartHttpServletRequestBuilder document(String session, MockMultipartFile file) {
        var form = multipart(session + "/document").file(file);
        form.param("symbol", "CONF/PRAC/3/1")
                .param("title", "Provisional agenda")
                .param("original", "en");
        form.param("item", "1").param("everybody", "true");
        return form;
    }

    private static MockHttpServletRequestBuilder decision(String session) {
        return post(session + "/decision")
                .param("number", "3/1")
                .param("title", "Model forms")
                .param("words", "The Secretariat makes model forms.")
                .param("day", "2026-02-03")
                .param("everybody", "true");
    }

    private static MockHttpServletRequestBuilder followUp(String decision, String who, String due) {
        return post(decision).param("what", "Six languages").param("who", who).param("due", due);
    }

    private static MockHttpServletRequestBuilder objection(String application, String voice, String reason) {
        return post(application + "/objections").param("voice", voice).param("reason", reason);
    }

    private MockHttpServletRequestBuilder today(MockHttpServletRequestBuilder objection) {
        return objection.param("day", today().toString());
    }

    private static MockHttpServletRequestBuilder opening(String key) {
        return post("/conference/texts")
                .param("key", key)
                .param("title", "Model order to preserve data")
                .param("language", "en")
                .param("editor", "Cadria")
                .param("everybody", "true")
                .param("words", "The authority orders it.\n\nThe person keeps it secret [for its whole length].");
    }

    private static MockHttpServletRequestBuilder comment(String at, String voice, String temperature, String words) {
        return post(at + "/comments")
                .param("voice", voice)
                .param("temperature", temperature)
                .param("words", words)
                .param("channel", "mail")
                .param("day", "2026-02-03");
    }
}
