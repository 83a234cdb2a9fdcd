package org.comity.interception;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.comity.casework.AnnouncedRequests;
import org.comity.casework.AwaitedDecisions;
import org.comity.casework.Correspondence.Format;
import org.comity.procedure.Draft;
import org.comity.procedure.Link;
import org.comity.procedure.RequestRow.Turn;
import org.comity.procedure.file.OfficersByLetter;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Data as they arise and data that avert a danger, on the pages of a node; the other State has none and writes letters. */
class CollectedByLetterTest extends OfficersByLetter {

    private static final List<Map<String, Object>> ACCOUNT =
            List.of(Map.of("kind", "mail", "value", "a@mail.example", "time", "", "zone", ""));

    @Autowired
    private AnnouncedRequests announced;

    @Autowired
    private AwaitedDecisions decisions;

    @Test
    void a_collection_grows_out_of_a_preservation_is_renewed_and_stopped_early() throws Exception {
        var stored = new HashMap<>(ordinary());
        stored.putAll(Map.of("from", "2026-01-01T00:00:00Z", "until", "2026-02-01T00:00:00Z"));
        var preservation = Objects.requireNonNull(sent("XD-1", stored, "okell").reference());
        letters.says(preservation, "acknowledge", Map.of(), Map.of());
        assertThat(page("duty-officer", "/requests/" + preservation, "en"))
                .contains("Turn into a request for legal assistance", "Ask for data as they arise");

        var first = redirected(
                "duty-officer", post("/requests/" + preservation + "/follow").param("to", "interception"));
        assertThat(first).endsWith("/measure");
        var draft = drafts.get(first.split("/")[2]);
        assertThat(draft.body())
                .containsEntry("facts", "Forged notices.")
                .containsEntry("link", "They came from it.")
                .containsEntry("from", "")
                .containsEntry("until", "");
        assertThat(draft.body().get("identifiers").toString()).contains("a@mail.example");
        assertThat(Link.read(draft.facts().get(Link.FACT))
                        .orElseThrow()
                        .leadsTo(row(preservation).thread()))
                .isTrue();
        refused("interception.missing", () -> submit(draft));

        var body = new HashMap<>(draft.body());
        body.putAll(asked());
        var saved = drafts.save(draft.id(), draft.version(), body, draft.facts(), official("maren"));
        assertThat(page("duty-officer", "/drafts/" + draft.id() + "/preview", "en"))
                .contains("Content with its traffic data", "The ring meets on Fridays");
        assertThat(page("duty-officer", "/drafts/" + draft.id() + "/period", "en"))
                .contains("45(3)(e)", "45(3)(f)");
        var reference = Objects.requireNonNull(approved(submit(saved), "okell").reference());
        assertThat(row(reference).subject("en")).isEqualTo("Content with its traffic data");
        for (var format : Format.values()) {
            assertThat(correspondence.letter(reference, null, format, official("maren")))
                    .isNotEmpty();
        }
        assertThat(page("duty-officer", "/requests/" + preservation, "en"))
                .contains(row(reference).named());
        var followed = row(preservation);
        assertThat(announced.awaited(
                        followed,
                        threads.opening(followed.thread()).orElseThrow().body()))
                .as("the request that it announced is another one")
                .isTrue();
        assertThat(decisions.following(followed.thread()))
                .as("it is held for none")
                .isEmpty();

        letters.says(reference, "accept", Map.of("granted", "traffic", "court", "Court of Hesper"), Map.of());
        letters.says(
                reference,
                "start",
                Map.of("startedAt", "2026-03-01T08:00:00Z"),
                Map.of("until", "2027-03-31T22:00:00Z"));
        assertThat(row(reference).state()).isEqualTo("Collecting");
        assertThat(row(reference).until()).isEqualTo("2027-03-31T22:00:00Z");
        keptToo(reference);
        var batch = letters.says(
                reference,
                "batch",
                Map.of(
                        "number", "1",
                        "coveredFrom", "2026-03-01T08:00:00Z",
                        "coveredUntil", "2026-03-08T08:00:00Z",
                        "sha256", "ab".repeat(32),
                        "place", "Line 4",
                        "last", "more"),
                Map.of());
        assertThat(page("duty-officer", "/requests/" + reference, "en")).contains("Line 4");
        step(reference, "account", Map.of("batch", batch, "became", "matches"), Map.of(), "maren");
        var thread = page("duty-officer", "/requests/" + reference, "en");
        assertThat(thread).contains("A batch arrived and matches");
        assertThat(thread).contains("Accepted for traffic data only");
        assertThat(thread).doesNotContain(">interception.");

        step(
                reference,
                "ask-renewal",
                Map.of("wishedUntil", "2067-04-30T22:00:00Z", "duration", "A second ring appeared."),
                Map.of(),
                "tolva");
        assertThat(row(reference).turn()).isEqualTo(Turn.THEIRS);
        letters.says(reference, "renew", Map.of(), Map.of("until", "2027-04-30T22:00:00Z"));
        assertThat(row(reference).until()).isEqualTo("2027-04-30T22:00:00Z");
        handedOver(reference);
        step(reference, "stop", Map.of("why", "exposed", "stoppedAt", "2026-04-02T08:00:00Z"), Map.of(), "tolva");
        assertThat(row(reference).state()).isEqualTo("Stopped");
        assertThat(row(reference).until()).isNull();
        step(
                reference,
                "account",
                Map.of("batch", batch, "became", "destroyed", "destroyedOn", "2026-05-01"),
                Map.of(),
                "maren");
        step(reference, "close", Map.of(), Map.of(), "tolva");
        assertThat(row(reference).state()).isEqualTo("Closed");
        assertThat(page("duty-officer", "/requests/" + reference, "ar")).contains("أُتلفت");
    }

    /** A batch that lies here serves what the request says, and more only with their consent. */
    private void handedOver(String reference) throws Exception {
        letters.says(
                reference,
                "deliver",
                Map.of(
                        "number", "2",
                        "coveredFrom", "2026-03-08T08:00:00Z",
                        "coveredUntil", "2026-03-15T08:00:00Z",
                        "items", List.of(letters.item(reference).toString())),
                Map.of("part", "partial"));
        var ask = "/requests/" + reference + "/ask-use";
        assertThat(page("duty-officer", "/requests/" + reference + "/export", "en"))
                .contains("href=\"" + ask + "\"");
        assertThat(page("duty-officer", ask, "en")).contains("Ask for a wider use", "Who would get it");
        step(
                reference,
                "ask-use",
                Map.of("use", "onward", "recipient", "Police of Fenora", "text", "The ring meets there too."),
                Map.of(),
                "tolva");
        var asked = threads.newest(row(reference).thread()).stream()
                .filter(it -> it.envelope().type().equals("ask-use"))
                .findFirst()
                .orElseThrow();
        letters.says(reference, "consent-use", Map.of("limits", "For this ring alone."), Map.of("use", asked.id()));
        assertThat(page("duty-officer", "/requests/" + reference + "/export", "en"))
                .contains("Police of Fenora", "value=\"" + asked.id() + "\"");
    }

    /** The other way: what is stored of the same accounts is to be kept. */
    private void keptToo(String reference) throws Exception {
        assertThat(page("duty-officer", "/requests/" + reference, "en")).contains("Preserve what is stored");
        var first = redirected(
                "duty-officer", post("/requests/" + reference + "/follow").param("to", "preservation"));
        var begun = drafts.get(first.split("/")[2]);
        assertThat(begun.procedure()).isEqualTo("preservation/1");
        assertThat(begun.body())
                .containsEntry("facts", "The ring meets on Fridays")
                .containsEntry("link", "They plan by this account.")
                .containsEntry("from", "")
                .containsEntry("until", "");
        assertThat(begun.body().get("identifiers").toString()).contains("a@mail.example");
        var body = new HashMap<>(begun.body());
        body.putAll(Map.of("dataClasses", List.of("traffic"), "necessity", "Deleted soon.", "intent", true));
        var sent = approved(
                submit(drafts.save(begun.id(), begun.version(), body, begun.facts(), official("maren"))), "tolva");
        var preservation = Objects.requireNonNull(sent.reference());
        assertThat(page("duty-officer", "/requests/" + preservation, "en")).contains("Follows a real-time collection");
        assertThat(page("duty-officer", "/requests/" + reference, "en"))
                .contains(row(preservation).named());
    }

    @Test
    void what_another_state_asks_is_collected_to_the_hard_stop_and_not_longer_than_the_order() throws Exception {
        var reference = askedOfUs();
        assertThat(page("duty-officer", "/requests/" + reference + "/refuse", "en"))
                .contains("similar case at home", "permits the interception of content here");
        var stop = clock.instant().truncatedTo(ChronoUnit.SECONDS).plus(2, ChronoUnit.HOURS);
        accepted(reference, stop.minusSeconds(1));
        refused(
                "interception.missing",
                () -> step(reference, "start", Map.of("startedAt", "2026-01-01T08:00:00Z"), Map.of(), "tolva"));
        var until = Map.of("until", stop.toString());
        var begun = begun(reference, "start", Map.of("startedAt", "2026-01-01T08:00:00Z"), until);
        assertThat(page("duty-officer", "/drafts/" + begun.id() + "/preview", "en"))
                .contains("The hard stop is later than the order.");
        approved(submit(begun), "tolva");
        assertThat(row(reference).until()).isEqualTo(stop);
        letters.says(
                reference,
                "ask-renewal",
                Map.of("wishedUntil", stop.plusSeconds(3600).toString(), "duration", "Longer."),
                Map.of());
        assertThat(row(reference).turn()).isEqualTo(Turn.OURS);
        step(reference, "refuse-renewal", Map.of("text", "The court gave no more."), Map.of(), "tolva");
        refused("interception.too-early", () -> step(reference, "expire", Map.of(), until, "tolva"));
    }

    @Test
    void once_the_hard_stop_has_come_it_ends() throws Exception {
        var reference = askedOfUs();
        var far = clock.instant().truncatedTo(ChronoUnit.SECONDS).plus(2, ChronoUnit.HOURS);
        accepted(reference, far);
        var began = Map.<String, Object>of("startedAt", "2026-01-01T08:00:00Z");
        var begun = begun(reference, "start", began, Map.of("until", far.toString()));
        // Of all that is done here, only saving, submitting and approving must be through before it.
        var stop = clock.instant().truncatedTo(ChronoUnit.SECONDS).plusSeconds(15);
        var until = Map.of("until", stop.toString());
        approved(submit(drafts.save(begun.id(), begun.version(), began, until, official("maren"))), "tolva");
        assertThat(row(reference).until()).isEqualTo(stop);

        await().until(() -> clock.instant().isAfter(stop));
        step(reference, "expire", Map.of(), until, "tolva");

        assertThat(row(reference).state()).isEqualTo("Stopped");
        assertThat(page("duty-officer", "/requests/" + reference, "en")).contains("Hard stop reached");
        assertThat(correspondence.letter(reference, null, Format.DOCX, official("maren")))
                .startsWith("PK".getBytes());
    }

    @Test
    void data_that_avert_a_danger_are_given_by_one_officer_and_confirmed_in_writing() throws Exception {
        var said = new HashMap<String, Object>(Map.of(
                "instrument", "uncc",
                "authority", "Police of Hesper",
                "wanted", "location",
                "identifiers", ACCOUNT,
                "within", "minutes"));
        said.putAll(Map.of("emergency", true, "emergencyReason", "A child is held on a boat."));
        var reference = correspondence.recordRequest("emergency-data/1", "XD-1", said, arrived(), official("maren"));
        assertThat(page("duty-officer", "/requests/" + reference, "en"))
                .contains("A child is held on a boat.", "Give the data")
                .doesNotContain("emergency-data.");

        step(
                reference,
                "give",
                Map.of(
                        "data", List.of(Map.of("what", "Position", "value", "54.1 N 10.2 E", "asOf", "21:04 UTC")),
                        "limits", List.of("this-emergency", "no-evidence")),
                Map.of("part", "whole"),
                "maren");
        assertThat(row(reference).state()).isEqualTo("Given");
        assertThat(page("duty-officer", "/requests/" + reference, "en")).contains("Position: <bdi");
        letters.says(reference, "confirm", Map.of("legalBasis", "Police Act, 12"), Map.of());
        letters.says(reference, "account", Map.of("outcome", "averted", "use", List.of("deleted")), Map.of());

        assertThat(row(reference).state()).isEqualTo("Confirmed");
        var page = page("duty-officer", "/requests/" + reference, "en");
        assertThat(page).contains("Confirmed in writing");
        assertThat(page).contains("The danger was averted");
    }

    @Test
    void our_own_request_for_data_in_an_emergency_is_an_emergency_by_itself() throws Exception {
        var page = redirected(
                "duty-officer",
                post("/requests/new/emergency-data")
                        .param("counterpart", "XD-1")
                        .param("instrument", "uncc"));
        var draft = drafts.get(page.split("/")[2]);

        assertThat(draft.body()).containsEntry("emergency", true);
        assertThat(page("duty-officer", page + "?check=true", "en")).contains("field wrong");
        drafts.discard(draft.id(), official("maren"));
    }

    private String askedOfUs() {
        var said = new HashMap<String, Object>(asked());
        said.putAll(Map.of("instrument", "uncc", "identifiers", ACCOUNT));
        return correspondence.recordRequest("interception/1", "XD-1", said, arrived(), official("maren"));
    }

    private void accepted(String reference, Instant orderedUntil) {
        step(reference, "accept", Map.of("granted", "all", "orderedUntil", orderedUntil.toString()), Map.of(), "tolva");
    }

    private static Map<String, Object> asked() {
        return Map.ofEntries(
                Map.entry("authority", "Court of Vell"),
                Map.entry("measure", "both"),
                Map.entry("scope", "evidence-of-offence"),
                Map.entry("offences", List.of("13")),
                Map.entry("offence", "Fraud, 214"),
                Map.entry("penaltyMonths", 60),
                Map.entry("facts", "The ring meets on Fridays"),
                Map.entry("proceeding", "Investigation 26/88, Court of Vell"),
                Map.entry("link", "They plan by this account."),
                Map.entry("justification", "Stored data show nothing of the plan."),
                Map.entry("from", "2027-03-01T00:00:00Z"),
                Map.entry("until", "2027-03-31T23:59:59Z"),
                Map.entry("duration", "They meet four times a month."),
                Map.entry("purpose", "The trial of the ring."));
    }

    private Draft begun(String reference, String type, Map<String, Object> body, Map<String, String> facts) {
        return written(row(reference), type, body, facts);
    }

    private void step(String reference, String type, Map<String, Object> body, Map<String, String> facts, String by) {
        step(row(reference), type, body, facts, by);
    }
}
