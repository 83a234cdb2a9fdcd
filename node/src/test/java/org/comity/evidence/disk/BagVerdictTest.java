package org.comity.evidence.disk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.comity.proof.Verdict;
import org.comity.proof.Verdict.Check;
import org.comity.proof.Verdict.Outcome;
import org.junit.jupiter.api.Test;

/** What a bag's verdict must be for its thread and items to be taken. */
class BagVerdictTest {

    private static final Check SIGNED = new Check("bag", "export-signature", Outcome.HELD, "");

    @Test
    void what_holds_but_for_what_was_deleted_or_was_kept_by_its_author_alone_comes_in() {
        assertThat(comesIn(SIGNED)).isTrue();
        assertThat(comesIn(SIGNED, new Check("act", "seal", Outcome.DELETED, "")))
                .isTrue();
        assertThat(comesIn(SIGNED, new Check("thread.json", "keeper-alone", Outcome.NOT_CHECKED, "")))
                .isTrue();
    }

    @Test
    void what_fails_or_has_an_unknown_keeper_does_not() {
        assertThat(comesIn(SIGNED, new Check("act", "seal", Outcome.FAILED, "")))
                .isFalse();
        assertThat(comesIn(SIGNED, new Check("thread.json", "keeper", Outcome.NOT_CHECKED, "")))
                .isFalse();
    }

    @Test
    void a_request_that_was_only_sent_comes_in_from_whom_we_know() {
        var sent = new Check("thread.json", "nothing-registered", Outcome.FAILED, "");
        assertThat(comesIn(SIGNED, sent)).isTrue();
        assertThat(comesIn(sent)).isFalse();
        assertThat(comesIn(SIGNED, sent, new Check("act", "anchor", Outcome.NOT_CHECKED, "")))
                .isFalse();
    }

    private static boolean comesIn(Check... checks) {
        return Bags.mayComeIn(new Verdict(List.of(checks), null, null, null));
    }
}
