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
    void an_hour_that_is_over_is_said_when_a_program_submits_and_the_draft_stays() throws Exception {
        var arrived = new Correspondence.Arrived(Channel.PHONE, LocalDate.now(ZoneOffset.UTC), "", "", null);
        var reference = byPhone.recordRequest("preservation/1", "XD-1", ordinary(), arrived, official("maren"));
        var over =
                "%1$tH:%1$tM UTC".formatted(Instant.now().atZone(ZoneOffset.UTC).minusHours(1));

        var refused = refused(reference, """
                {"type": "acknowledge", "body": {"text": "%s"}}""".formatted(WORDS.formatted(over)));

        assertThat(read(refused, "$.code")).isEqualTo("draft.promise-not-kept");
        assertThat(read(refused, "$.facts.field")).isEqualTo("text");
    }

    @Test
    void what_would_have_no_effect_is_said_with_its_field_when_a_program_submits() throws Exception {
        var reference = preserved(70);
        var sooner = LocalDate.now(ZoneOffset.UTC).plusDays(10);

        var refused = refused(reference, """
                {"type": "extend", "body": {"text": "Longer."}, "facts": {"until": "%sT23:59:59Z"}}""".formatted(sooner));

        assertThat(read(refused, "$.code")).isEqualTo("draft.without-effect");
        assertThat(read(refused, "$.facts.field")).isEqualTo("until");
        assertThat(read(refused, "$.detail")).contains("no effect", "write something else");
    }

    private String refused(String reference, String act) throws Exception {
        var draft = json(token("maren"), "/requests/" + reference + "/drafts", act, 201);
        var path = "/drafts/" + read(draft, "$.id");
        var refused = json(token("maren"), path + "/submission", version(draft), 409);
        assertThat(drafts.get(read(draft, "$.id")).status()).isEqualTo(Draft.Status.WRITING);
        return refused;
    }

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
