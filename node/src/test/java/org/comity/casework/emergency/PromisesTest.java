package org.comity.casework.emergency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.comity.assistance.ByLetter;
import org.comity.casework.DomesticFile;
import org.comity.casework.Officers;
import org.comity.casework.Promises;
import org.comity.casework.Promises.Promise;
import org.comity.casework.Promises.What;
import org.comity.identity.Approvals.Proof;
import org.comity.procedure.RequestRow;
import org.comity.vocabulary.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What we say we do by an hour stands on the desk, beside the request and in the handover note until it is done. */
class PromisesTest extends Officers {

    @Autowired
    private Promises promises;

    @Autowired
    private DomesticFile file;

    @Autowired
    private ByLetter letters;

    @Autowired
    private Clock clock;

    @Test
    void the_call_back_is_due_until_it_stands_in_the_domestic_file() throws Exception {
        var row = request(letters.opens("preservation/1", "XD-1", urgent()));
        var due = Hours.after(clock.instant(), Duration.ofMinutes(15));
        promised(row, due);

        assertThat(promises.of(request(row.reference())))
                .extracting(Promise::what, Promise::due)
                .containsExactly(tuple(What.CALL_BACK, due));
        assertThat(page("duty-officer", "/desk", "en"))
                .contains("Promised by an hour", "Call them back", row.reference());
        assertThat(page("duty-officer", "/requests/" + row.reference(), "en")).contains("Call them back");
        assertThat(page("duty-officer", "/desk/handover", "en")).contains("Call them back");
        assertThat(page("duty-officer", "/desk/handover", "ar")).contains("اتصلوا بهم");

        var maren = official("maren");
        file.add(row.thread(), DomesticFile.Kind.CALL, "Before it.", "", Instant.EPOCH, null, maren);
        assertThat(promises.of(row)).as("called before it was promised").hasSize(1);
        file.add(row.thread(), DomesticFile.Kind.CALL, "They know.", "", null, null, maren);

        assertThat(promises.of(row)).isEmpty();
        assertThat(page("duty-officer", "/requests/" + row.reference(), "en")).doesNotContain("Call them back");
    }

    @Test
    void words_of_ones_own_promise_the_hour_that_they_name() {
        var row = request(letters.opens("preservation/1", "XD-1", urgent()));
        var due = Hours.after(clock.instant(), Duration.ofMinutes(25));
        acknowledged(row, "Received. We call back by " + Hours.utc(due) + ".");
        assertThat(promises.of(row))
                .extracting(Promise::what, Promise::due)
                .containsExactly(tuple(What.CALL_BACK, due));
    }

    @Test
    void words_without_an_hour_promise_none() {
        var row = request(letters.opens("preservation/1", "XD-1", urgent()));
        acknowledged(row, "Received.");
        assertThat(promises.of(row)).isEmpty();
    }

    @Test
    void an_hour_in_words_of_ones_own_promises_a_call_in_an_emergency_alone() {
        var row = request(letters.opens("preservation/1", "XD-1", new HashMap<>(ordinary())));
        acknowledged(row, "Received at " + Hours.utc(clock.instant().plusSeconds(600)) + ".");
        assertThat(promises.of(row)).isEmpty();
    }

    @Test
    void what_was_not_known_is_due_until_nothing_is_left_to_complete() throws Exception {
        var due = clock.instant().plus(Duration.ofHours(1)).truncatedTo(ChronoUnit.SECONDS);
        var body = new HashMap<String, Object>(urgent());
        body.putAll(Map.of("facts", "", "completeBy", due.toString()));
        var sent = sent("XD-1", body, "maren");
        var row = request(Objects.requireNonNull(sent.reference()));

        assertThat(promises.of(row)).extracting(Promise::what, Promise::due).containsExactly(tuple(What.COMPLETE, due));
        assertThat(page("duty-officer", "/desk", "en")).contains("Complete what was not known", row.reference());
        assertThat(promises.open(official("maren").id()))
                .anyMatch(it -> it.request().thread().equals(row.thread()));

        said(row, "complete", Map.of("completes", List.of("facts"), "text", "Now known."));

        assertThat(promises.of(row)).isEmpty();
    }

    @Test
    void an_ended_request_owes_nothing() throws Exception {
        var row = request(letters.opens("preservation/1", "XD-1", urgent()));
        var due = Hours.after(clock.instant(), Duration.ofMinutes(15));
        promised(row, due);
        assertThat(promises.of(row)).hasSize(1);

        letters.says(row.reference(), "withdraw", Map.of("text", "Solved."), Map.of());

        assertThat(promises.of(row)).isEmpty();
    }

    /** In an emergency, and nothing left open. */
    private static Map<String, Object> urgent() {
        var body = new HashMap<String, Object>(ordinary());
        body.putAll(Map.of("emergency", true, "emergencyReason", "a child is missing"));
        return body;
    }

    private RequestRow request(String reference) {
        return requests.find(reference).orElseThrow();
    }

    private void promised(RequestRow row, Instant due) {
        acknowledged(
                row,
                "Received, and read by one of us. We call you back by " + Hours.utc(due)
                        + ". This is not yet a decision.");
    }

    private void acknowledged(RequestRow row, String text) {
        said(row, "acknowledge", Map.of("text", text));
    }

    private void said(RequestRow row, String type, Map<String, Object> body) {
        var maren = official("maren");
        var role = row.ourRole();
        assertThat(role).isIn(Role.REQUESTED, Role.REQUESTING);
        var draft = drafts.start("preservation/1", type, role, "XD-1", row.thread(), body, maren);
        drafts.submit(draft.id(), draft.version(), maren);
        drafts.approve(draft.id(), new Proof.Practice(), null, official("maren"));
    }
}
