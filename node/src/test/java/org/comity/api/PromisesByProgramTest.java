package org.comity.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.comity.casework.Correspondence;
import org.comity.procedure.Draft;
import org.comity.vocabulary.Channel;
import org.comity.vocabulary.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A program is kept from a promise that nobody can keep, as an officer at the page is. */
class PromisesByProgramTest extends WritingPrograms {

    private static final String WORDS =
            "Received, and read by one of us. We call you back by %s. This is not yet a decision.";

    @Autowired
    private Correspondence byPhone;

    @Test
    void an_hour_that_is_over_or_that_no_day_has_is_not_approved_by_a_program() throws Exception {
        var arrived = new Correspondence.Arrived(Channel.PHONE, LocalDate.now(ZoneOffset.UTC), "", "", null);
        var reference = byPhone.recordRequest("preservation/1", "XD-1", ordinary(), arrived, official("maren"));
        var row = requests.find(reference).orElseThrow();
        var now = Instant.now().atZone(ZoneOffset.UTC);

        for (var hour : new String[] {"%1$tH:%1$tM UTC".formatted(now.minusHours(1)), "28:10 UTC"}) {
            var text = Map.<String, Object>of("text", WORDS.formatted(hour));
            var draft = drafts.start(
                    "preservation/1", "acknowledge", Role.REQUESTED, "XD-1", row.thread(), text, official("maren"));
            drafts.submit(draft.id(), draft.version(), official("maren"));

            var refused = json(token("tolva"), "/drafts/" + draft.id() + "/approval", PRACTICE, 409);

            assertThat(refused).contains("draft.promise-not-kept", hour);
            assertThat(drafts.get(draft.id()).status()).isEqualTo(Draft.Status.SUBMITTED);
        }
    }
}
