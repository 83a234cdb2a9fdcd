package org.comity.cooperation.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.comity.cooperation.Correspondence;
import org.comity.cooperation.Correspondence.Format;
import org.comity.cooperation.Draft;
import org.comity.cooperation.Officers;
import org.comity.cooperation.RequestRow;
import org.comity.cooperation.assistance.ByLetter;
import org.comity.identity.Approvals.Proof;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Persons, proceedings and consultations on a node, from the page where each begins; the other State answers by letter. */
class PersonsByLetterTest extends Officers {

    private static final Map<String, Object> DAYS = Map.of("what", "Left", "days", "410", "countedOn", "2 April 2027");

    @Autowired
    private Correspondence correspondence;

    @Autowired
    private ByLetter letters;

    @Test
    void a_person_is_handed_over_once_all_three_agree_and_comes_to_the_end_of_the_sentence() throws Exception {
        var first = begun("sentenced");
        typed(
                first,
                Map.of("offer", "offered"),
                Map.of("person", List.of(Map.of("name", "Ivo Renn", "whereabouts", "Prison of Velna"))));
        typed(
                first.replace("/person", "/sentence"),
                Map.of("offence", "Fraud, 214", "finality", "final"),
                Map.of(
                        "judgment",
                        List.of(Map.of(
                                "court", "Port Velna", "number", "K 17", "day", "3 May 2026", "sentence", "2 years")),
                        "days",
                        List.of(DAYS)));
        var request = sent(typed(first.replace("/person", "/transfer"), Map.of("wish", "wants"), Map.of()));
        assertThat(request.subject()).isEqualTo("We sentenced the person, and offer the transfer");
        printed(request, "Ivo Renn", "Prison of Velna", "410 days.");
        forms(request);

        letters.says(request.reference(), "accept", Map.of("enforcement", "continued"), Map.of());
        step(now(request), "confirm", Map.of("enforcement", "by-the-other"), Map.of());
        assertThat(now(request).state()).isEqualTo("ConsentAwaited");
        var consent = Map.<String, Object>of(
                "how", "in-writing", "before", "Judge Orly", "informed", "All of it.", "revocable", "until-handover");
        step(now(request), "consent", consent, Map.of("consent", "given"));
        step(now(request), "appoint", Map.of("at", "2027-05-03T10:00:00Z", "place", "Port Velna"), Map.of());
        step(now(request), "handed-over", Map.of("at", "2027-05-03T10:00:00Z", "days", List.of(DAYS)), Map.of());
        assertThat(now(request).state()).isEqualTo("ServingThere");
        letters.says(request.reference(), "completed", Map.of("how", "served", "endedOn", "2028-06-16"), Map.of());

        assertThat(now(request).state()).isEqualTo("Completed");
        assertThat(page("duty-officer", "/requests/" + request.reference(), "ar"))
                .contains("Judge Orly")
                .doesNotContain("sentenced.");
    }

    @Test
    void proceedings_are_offered_taken_over_and_their_outcome_is_reported() throws Exception {
        var first = begun("proceedings");
        typed(
                first,
                Map.of(
                        "offer",
                        "offered",
                        "stage",
                        "investigation",
                        "offence",
                        "Fraud, 214",
                        "facts",
                        "Forged notices."),
                Map.of());
        typed(first.replace("/matter", "/persons"), Map.of("concerned", "Ivo Renn"), Map.of());
        typed(
                first.replace("/matter", "/reasons"),
                Map.of("reasons", "victims-there", "reasonsWords", "All victims.", "earlier", "none-known"),
                Map.of());
        var request = sent(typed(first.replace("/matter", "/file"), Map.of(), Map.of()));
        printed(request, "Forged notices.");
        forms(request);

        var decision = Map.<String, Object>of(
                "decidedBy", "Prosecutor General", "reasonsWords", "The victims are here.", "earlier", "none-known");
        letters.says(request.reference(), "accept", decision, Map.of());
        var file = Map.<String, Object>of(
                "meanwhile", "suspended", "file", List.of(Map.of("item", "Statements", "reference", "Item 3")));
        step(now(request), "send-file", file, Map.of());
        assertThat(now(request).state()).isEqualTo("FileSent");
        letters.says(
                request.reference(), "begin-case", Map.of("caseNumber", "H 9", "openedOn", "2027-06-01"), Map.of());
        var outcome = Map.<String, Object>of("result", "convicted", "decidedOn", "2027-09-01");
        letters.says(request.reference(), "report", outcome, Map.of("final", "appeal-open"));
        assertThat(now(request).state()).isEqualTo("RunningThere");
        letters.says(request.reference(), "report", outcome, Map.of("final", "final"));

        assertThat(now(request).state()).isEqualTo("Concluded");
        assertThat(page("duty-officer", "/requests/" + request.reference(), "en"))
                .contains("Item 3", "Convicted");
    }

    private String begun(String law) throws Exception {
        assertThat(page("duty-officer", "/requests/new/" + law, "en")).doesNotContain(law + ".");
        return redirected(
                "duty-officer",
                post("/requests/new/" + law).param("counterpart", "XD-1").param("instrument", "uncc"));
    }

    /** Fields as the page has them; rows are kept as the form would. */
    private Draft typed(String page, Map<String, String> fields, Map<String, Object> rows) throws Exception {
        var id = page.split("/")[2];
        var form = post(page).param("version", Long.toString(drafts.get(id).version()));
        drafts.get(id).body().forEach((key, value) -> {
            if (value instanceof String text && !fields.containsKey(key)) form.param(key, text);
        });
        fields.forEach(form::param);
        redirected("duty-officer", form);
        var saved = drafts.get(id);
        var body = new HashMap<>(saved.body());
        body.putAll(rows);
        return drafts.save(id, saved.version(), body, saved.facts(), official("maren"));
    }

    private RequestRow sent(Draft draft) throws Exception {
        assertThat(page("duty-officer", "/drafts/" + draft.id() + "/preview", "ar"))
                .doesNotContain(draft.procedure().split("/")[0] + ".");
        var submitted = drafts.submit(draft.id(), draft.version(), official("maren"));
        var sent = drafts.approve(submitted.id(), new Proof.Practice(), null, official("okell"));
        return row(Objects.requireNonNull(sent.reference()));
    }

    private void printed(RequestRow request, String... said) throws Exception {
        assertThat(page("duty-officer", "/requests/" + request.reference(), "en"))
                .contains(said);
        for (var format : Format.values()) {
            assertThat(correspondence.letter(request.reference(), null, format, official("maren")))
                    .isNotEmpty();
        }
    }

    /** Everything that the other State may answer has a form, in words. */
    private void forms(RequestRow request) throws Exception {
        letters.posts(request.reference());
        for (var type : correspondence.expected(request.reference())) {
            assertThat(page("duty-officer", "/requests/" + request.reference() + "/record-act?type=" + type, "ar"))
                    .as(type)
                    .doesNotContain(request.law() + ".", "acts.", "paper.said.");
        }
    }

    private void step(RequestRow request, String type, Map<String, Object> body, Map<String, String> facts) {
        var maren = official("maren");
        var draft = drafts.start(
                request.procedure(), type, request.ourRole(), request.counterpart(), request.thread(), body, maren);
        var saved = drafts.save(draft.id(), draft.version(), body, facts, maren);
        var submitted = drafts.submit(saved.id(), saved.version(), maren);
        drafts.approve(submitted.id(), new Proof.Practice(), null, official("tolva"));
    }

    private RequestRow now(RequestRow request) {
        return row(request.reference());
    }

    private RequestRow row(String reference) {
        return requests.find(reference).orElseThrow();
    }
}
