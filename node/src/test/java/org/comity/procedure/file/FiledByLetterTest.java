package org.comity.procedure.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.comity.casework.Correspondence.Format;
import org.comity.procedure.Draft;
import org.comity.procedure.Link;
import org.comity.procedure.RequestRow;
import org.comity.procedure.RequestRow.Turn;
import org.comity.vocabulary.Role;
import org.junit.jupiter.api.Test;

/** The procedures that are files on a node, from the page where each begins to its end; the other State answers by letter. */
class FiledByLetterTest extends OfficersByLetter {

    /** Not one line alike for each: what is not said yet has its name. */
    @Test
    void what_is_missing_is_named_before_it_is_submitted() throws Exception {
        var draft = begun("extradition", "uncc").replaceFirst("/[^/]+$", "");

        assertThat(page("duty-officer", draft + "/preview", "en"))
                .contains("things are missing", "Choose whether it is for prosecution or to serve a sentence")
                .doesNotContain("Fill this in, or look at it again");
    }

    @Test
    void a_penalty_of_none_stands_there_again_as_it_was_typed() throws Exception {
        var offence = begun("extradition", "uncc").replaceFirst("/[^/]+$", "/offence");
        typed(offence, Map.of("penaltyMonths", "0"));

        assertThat(page("duty-officer", offence, "en")).containsPattern("name=\"penaltyMonths\"[^>]*value=\"0\"");
    }

    @Test
    void a_short_question_is_asked_on_one_page_passed_on_answered_and_closed() throws Exception {
        assertThat(page("duty-officer", "/requests/new", "en"))
                .contains("Ask a short question", "Make a police inquiry");
        var page = begun("information", "uncc");
        assertThat(page("duty-officer", page, "ar"))
                .contains("مكان مقدم خدمة", "41(3)")
                .doesNotContain("information.");
        var draft = typed(
                page,
                Map.of("kind", "locate-suspect", "question", "Where is he?", "proceeding", "Case VEL-17 on fraud"));
        refused("information.missing", () -> submit(draft));
        var request = sent(typed(page, Map.of("person", "Ivo Renn, born 1990")));

        assertThat(request.subject()).isEqualTo("Where a suspect is");
        printed(request, "Ivo Renn, born 1990");
        forms(request);
        letters.says(request.reference(), "pass", Map.of("whom", "Police of Hesper"), Map.of());
        assertThat(now(request).state()).isEqualTo("Passed");
        letters.says(request.reference(), "inform", Map.of("text", "At 12 Harbour Road."), Map.of());
        assertThat(page("duty-officer", "/requests/" + request.reference(), "en"))
                .contains("At 12 Harbour Road.", "recorded by us");

        step(now(request), "close", Map.of(), Map.of());

        assertThat(now(request).state()).isEqualTo("Closed");
    }

    /** Whom it is for is told; only who asked sends it on, with the same words, and one is linked to the other. */
    @Test
    void a_question_that_came_to_the_wrong_state_is_sent_on_by_who_asked() throws Exception {
        var page = begun("information", "uncc");
        var request = sent(typed(
                page,
                Map.of("kind", "legal-information", "question", "Which provision?", "proceeding", "Case VEL-18")));
        forms(request);
        letters.says(
                request.reference(),
                "redirect",
                Map.of("wrong", "state", "rightState", "XB", "rightContact", "+1 555 0100"),
                Map.of());
        var told = page("duty-officer", "/requests/" + request.reference(), "en");
        assertThat(now(request).state()).isEqualTo("Redirected");
        assertThat(told).contains("This is for somebody else", "+1 555 0100", "value=\"XB-1\" selected");
        assertThat(page("duty-officer", "/requests/" + request.reference(), "ar"))
                .doesNotContain("follows.", "acts.");

        var sendOn = post("/requests/" + request.reference() + "/send-on");
        var draft = drafts.get(
                redirected("duty-officer", sendOn.param("to", "XB-1")).split("/")[2]);

        assertThat(draft.counterpart()).isEqualTo("XB-1");
        assertThat(draft.body()).containsEntry("question", "Which provision?").containsEntry("theirCase", "");
        assertThat(Link.read(draft.facts().get(Link.FACT)).orElseThrow().leadsTo(request.thread()))
                .isTrue();
        assertThat(page("duty-officer", "/requests/" + request.reference(), "en"))
                .contains("Go on with the request to them");
        var again = sent(draft);
        assertThat(page("duty-officer", "/requests/" + again.reference(), "en"))
                .contains("Sent on", request.reference());
        assertThat(page("duty-officer", "/requests/" + request.reference(), "en"))
                .contains(again.reference());
    }

    @Test
    void an_inquiry_that_takes_a_request_is_turned_into_one_with_what_it_said() throws Exception {
        var page = begun("inquiry", "uncc");
        typed(page, Map.of("about", "whereabouts", "offence", "Fraud, 214", "facts", "Forged notices were sent."));
        typed(
                page.replace("/matter", "/concerned"),
                Map.of("concerned", "Ivo Renn", "identifiers", "ivo@mail.example"));
        var request =
                sent(typed(page.replace("/matter", "/question"), Map.of("question", "Who pays for the account?")));
        printed(request, "Who pays for the account?");
        forms(request);
        letters.says(
                request.reference(),
                "needs-request",
                Map.of("why", "provider-data", "text", "It takes an order."),
                Map.of());
        assertThat(now(request).turn()).isEqualTo(Turn.OURS);

        var draft = followed(now(request));

        assertThat(draft.procedure()).isEqualTo("assistance/1");
        assertThat(draft.body())
                .containsEntry("facts", "Forged notices were sent.")
                .containsEntry("concerned", "Ivo Renn")
                .containsEntry("assistance", "Who pays for the account?")
                .containsEntry("offence", "Fraud, 214");
        assertThat(draft.body().get("identifiers").toString()).contains("ivo@mail.example");
        assertThat(Link.read(draft.facts().get(Link.FACT)).orElseThrow().leadsTo(request.thread()))
                .isTrue();
    }

    @Test
    void a_refusal_names_its_ground_and_ends_an_inquiry() throws Exception {
        var reference = correspondence.recordRequest(
                "inquiry/1",
                "XD-1",
                Map.of("instrument", "uncc", "about", "proceeds", "concerned", "An account", "question", "Where to?"),
                arrived(),
                official("maren"));
        var path = "/requests/" + reference;
        assertThat(page("duty-officer", path + "/refuse", "en"))
                .contains("It does not concern an offence under the Convention", "Other, in our words");
        refused(
                "inquiry.missing",
                () -> step(row(reference), "refuse", Map.of("ground", "other", "text", "No."), Map.of()));

        step(row(reference), "refuse", Map.of("ground", "no-such-offence", "text", "A parking fine."), Map.of());

        assertThat(row(reference).state()).isEqualTo("Refused");
        assertThat(page("duty-officer", path, "en")).contains("A parking fine.");
        assertThat(correspondence.letter(reference, null, Format.DOCX, official("maren")))
                .startsWith("PK".getBytes());
    }

    @Test
    void information_is_offered_first_and_given_once_its_limits_are_accepted() throws Exception {
        var page = begun("spontaneous", "budapest");
        typed(page, Map.of("matter", "A wallet of a fraud of yours", "about", "proceeds"));
        typed(page.replace("/matter", "/information"), Map.of("how", "offered"));
        var request = sent(typed(
                page.replace("/matter", "/limits"),
                Map.of("limits", "asked", "keep", "confidential", "terms", "Not before 3 March.")));

        assertThat(request.ourRole()).isEqualTo(Role.REQUESTED);
        assertThat(request.state()).isIn("Offered", "LetterReady", "Asked");
        printed(request, "Not before 3 March.");
        forms(request);
        letters.says(request.reference(), "accept-limits", Map.of(), Map.of("limitsOf", opening(request)));
        assertThat(now(request).state()).isEqualTo("OfferAccepted");
        step(now(request), "give", Map.of("information", "It is wallet bc1q7."), Map.of());
        letters.says(request.reference(), "acknowledge", Map.of(), Map.of());
        letters.says(
                request.reference(), "exculpatory", Map.of("notice", "before", "text", "He was elsewhere."), Map.of());
        step(now(request), "consult", Map.of("text", "Please wait a week."), Map.of());
        assertThat(now(request).state()).isEqualTo("Received");
    }

    @Test
    void information_that_came_is_taken_under_its_limits_and_leads_to_a_request() throws Exception {
        var reference = correspondence.recordRequest(
                "spontaneous/1",
                "XD-1",
                Map.of(
                        "instrument", "uncc",
                        "matter", "A planned fraud",
                        "about", "danger",
                        "how", "given",
                        "information", "They meet on Friday.",
                        "limits", "asked",
                        "terms", "A lead only.",
                        "ourCase", "HES-3"),
                arrived(),
                official("maren"));
        assertThat(row(reference).turn()).isEqualTo(Turn.OURS);
        assertThat(row(reference).subject()).isEqualTo("A planned fraud");
        step(row(reference), "accept-limits", Map.of(), Map.of("limitsOf", opening(row(reference))));
        assertThat(row(reference).state()).isEqualTo("Received");

        var draft = followed(row(reference));

        assertThat(draft.body()).containsEntry("facts", "They meet on Friday.").containsEntry("theirCase", "HES-3");
        assertThat(page("duty-officer", "/requests/" + reference, "en"))
                .contains("Continue the request for legal assistance");
    }

    private String opening(RequestRow request) {
        return threads.opening(request.thread()).orElseThrow().id();
    }

    @Test
    void a_provider_in_another_state_is_told_from_the_preservation_and_withheld_on_three_grounds() throws Exception {
        var asked = new HashMap<>(ordinary());
        asked.put("offences", List.of("7"));
        var preservation = correspondence.recordRequest("preservation/1", "XD-1", asked, arrived(), official("maren"));
        assertThat(page("duty-officer", "/requests/" + preservation, "en"))
                .contains("Tell of a provider in another State");

        var draft = followed(row(preservation));
        assertThat(draft.procedure()).isEqualTo("disclosure/1");
        assertThat(draft.body().get("data").toString()).contains("a@mail.example");
        assertThat(page("duty-officer", "/drafts/" + draft.id() + "/outcome", "en"))
                .contains("43(1)", "Our law bars this action", "Likely to prejudice sovereignty")
                .doesNotContain("de minimis");
        var first = "/drafts/" + draft.id() + "/communication";
        typed(first, Map.of("communication", "The mail of 3 May"));
        var request = sent(typed(
                first.replace("/communication", "/outcome"),
                Map.of("outcome", "withheld", "ground", "essential-interests")));
        printed(request, "The mail of 3 May");
        step(
                now(request),
                "disclose",
                Map.of("hops", List.of(Map.of("provider", "Brell Net", "showed", "Login records")), "path", "One hop"),
                Map.of());
        forms(request);
        letters.says(request.reference(), "addressed", Map.of("whom", "that-state"), Map.of());

        assertThat(now(request).state()).isEqualTo("Disclosed");
        assertThat(page("duty-officer", "/requests/" + request.reference(), "ar"))
                .contains("Brell Net");
    }

    /** Looked at, submitted and approved. */
    private RequestRow sent(Draft draft) throws Exception {
        var submitted = lookedAt(draft);
        assertThat(page("second-officer", "/drafts/" + draft.id() + "/approve", "en"))
                .contains("Approve");
        return opened(approved(submitted, "tolva"));
    }

    /** Thread, PDF and letter hold what was said. */
    private void printed(RequestRow request, String said) throws Exception {
        assertThat(page("duty-officer", "/requests/" + request.reference(), "en"))
                .contains(said);
        lettered(request);
    }

    private void step(RequestRow request, String type, Map<String, Object> body, Map<String, String> facts) {
        step(request, type, body, facts, "tolva");
    }
}
