package org.comity.procedure.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.comity.procedure.Draft;
import org.comity.procedure.RequestRow;
import org.junit.jupiter.api.Test;

/** Persons, proceedings and consultations on a node, from the page where each begins; the other State answers by letter. */
class PersonsByLetterTest extends OfficersByLetter {

    private static final Map<String, Object> DAYS = Map.of("what", "Left", "days", "410", "countedOn", "2 April 2027");

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
        step(now(request), "appoint", Map.of("at", "2099-05-03T10:00:00Z", "place", "Port Velna"), Map.of());
        step(now(request), "handed-over", Map.of("at", "2026-05-03T10:00:00Z", "days", List.of(DAYS)), Map.of());
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
        return begun(law, "uncc");
    }

    /** Fields as the page has them; rows are kept as the form would. */
    private Draft typed(String page, Map<String, String> fields, Map<String, Object> rows) throws Exception {
        var saved = typed(page, fields);
        var body = new HashMap<>(saved.body());
        body.putAll(rows);
        return drafts.save(saved.id(), saved.version(), body, saved.facts(), official("maren"));
    }

    /** Looked at, submitted and approved: by a lawyer of the central authority. */
    private RequestRow sent(Draft draft) throws Exception {
        return opened(approved(lookedAt(draft), "okell"));
    }

    private void printed(RequestRow request, String... said) throws Exception {
        assertThat(page("duty-officer", "/requests/" + request.reference(), "en"))
                .contains(said);
        lettered(request);
    }

    private void step(RequestRow request, String type, Map<String, Object> body, Map<String, String> facts) {
        step(request, type, body, facts, "tolva");
    }
}
