package org.comity.casework.acts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.comity.assistance.ByLetter;
import org.comity.casework.Officers;
import org.comity.identity.Approvals.Proof;
import org.comity.procedure.Draft;
import org.comity.vocabulary.Role;
import org.comity.vocabulary.RuleBroken;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Nobody gets past it that a day or a moment cannot be as it is written, but whoever writes down what a letter says. */
class TimesByProgramTest extends Officers {

    @Autowired
    private ByLetter letters;

    @Autowired
    private Clock clock;

    private Instant now;

    @BeforeEach
    void begin() {
        now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    @Test
    void a_later_act_of_a_program_says_no_more_than_a_page_lets_say() {
        var reference = letters.opens("preservation/1", "XD-1", ordinary());

        refused("preservation.ahead", "until", () -> submit(reported(reference, now, now.minusSeconds(5))));
        refused(
                "preservation.past",
                "preservedAt",
                () -> submit(reported(reference, now.plus(Duration.ofDays(2)), now.plus(Duration.ofDays(90)))));
        assertThat(submit(reported(reference, now, now.plus(Duration.ofDays(90))))
                        .status())
                .isEqualTo(Draft.Status.SUBMITTED);
    }

    @Test
    void a_request_of_a_program_too_but_for_an_emergency() {
        var over = Map.of("answerBy", now.minus(Duration.ofDays(3)).toString());

        refused("preservation.ahead", "answerBy", () -> submitted("XD-1", with(ordinary(), over)));
        assertThat(submitted("XD-1", with(emergency(), over)).status()).isEqualTo(Draft.Status.SUBMITTED);
    }

    /** A page says so before it is signed, and asks for nothing. */
    @Test
    void an_emergency_is_submitted_from_its_page_too_and_the_day_is_pointed_out() throws Exception {
        var over = Map.of("answerBy", now.minus(Duration.ofDays(3)).toString());
        var draft = begun(with(emergency(), over));
        var path = "/drafts/" + draft.id();
        assertThat(page("duty-officer", path + "/preview", "en")).contains("is over already, or has not come yet");

        var submit = post(path + "/submit").param("version", Long.toString(draft.version()));
        assertThat(redirected("duty-officer", submit)).isEqualTo(path + "/approve");

        var ordinary = begun(with(ordinary(), over));
        assertThat(page("duty-officer", "/drafts/" + ordinary.id() + "/preview", "en"))
                .as("said at its field, which holds it")
                .doesNotContain("is over already, or has not come yet");
        assertThat(redirected(
                        "duty-officer",
                        post("/drafts/" + ordinary.id() + "/submit")
                                .param("version", Long.toString(ordinary.version()))))
                .endsWith("?check=true");
    }

    /** It would leave with a time that is over. */
    @Test
    void what_is_held_is_judged_by_the_hour_at_which_it_leaves() throws Exception {
        var soon = Map.of("answerBy", now.plus(Duration.ofDays(3)).toString());
        var draft = submitted("XD-1", with(ordinary(), soon));
        var held = now.plus(Duration.ofDays(5)).atOffset(ZoneOffset.UTC);

        refused(
                "preservation.ahead",
                "answerBy",
                () -> drafts.approve(draft.id(), new Proof.Practice(), held.toInstant(), official("tolva")));
        var approve = post("/drafts/" + draft.id() + "/approve")
                .param("hold", "yes")
                .param("holdDate", held.toLocalDate().toString())
                .param("holdTime", "10:30");
        assertThat(answered(200, "second-officer", approve))
                .contains("is over by that hour", held.toLocalDate().toString(), "10:30");

        var never = now.plus(Duration.ofDays(800));
        refused("draft.hold-too-far", () -> drafts.approve(draft.id(), new Proof.Practice(), never, official("tolva")));
        assertThat(answered(
                        200,
                        "second-officer",
                        post("/drafts/" + draft.id() + "/approve")
                                .param("hold", "yes")
                                .param("holdDate", "2999-01-01")
                                .param("holdTime", "10:30")))
                .as("the year is what is wrong, not what is over by then")
                .contains("more than a year away")
                .doesNotContain("is over by that hour");

        var sooner = now.plus(Duration.ofDays(1));
        assertThat(drafts.approve(draft.id(), new Proof.Practice(), sooner, official("tolva"))
                        .notBefore())
                .isEqualTo(sooner);
    }

    private Draft begun(Map<String, Object> body) {
        return drafts.start("preservation/1", "request", Role.REQUESTING, "XD-1", null, body, official("maren"));
    }

    /** What it says stands as it came. */
    @Test
    void a_letter_is_written_down_as_it_is() {
        var reference = sent("XD-1", ordinary(), "tolva").reference();
        var until = now.minus(Duration.ofDays(1)).toString();

        var act = letters.says(
                reference,
                "report-preserved",
                Map.of("preservedAt", now.plus(Duration.ofDays(2)).toString(), "kept", "logs"),
                Map.of("until", until));

        assertThat(threads.act(act).orElseThrow().envelope().facts()).containsEntry("until", until);
    }

    private Draft reported(String reference, Instant preserved, Instant until) {
        var maren = official("maren");
        var row = requests.find(reference).orElseThrow();
        var body = Map.<String, Object>of("preservedAt", preserved.toString(), "kept", "logs");
        var begun = drafts.start(
                row.procedure(), "report-preserved", Role.REQUESTED, row.counterpart(), row.thread(), body, maren);
        return drafts.save(begun.id(), begun.version(), body, Map.of("until", until.toString()), maren);
    }

    private Draft submit(Draft draft) {
        return drafts.submit(draft.id(), draft.version(), official("maren"));
    }

    private static Map<String, Object> with(Map<String, Object> body, Map<String, ?> more) {
        var both = new HashMap<>(body);
        both.putAll(more);
        return both;
    }

    private static void refused(String code, String field, ThrowingCallable submits) {
        assertThatExceptionOfType(RuleBroken.class)
                .isThrownBy(submits)
                .satisfies(it -> assertThat(it.code()).isEqualTo(code))
                .satisfies(it -> assertThat(it.facts()).containsEntry("field", field));
    }
}
