package org.comity.thread.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.UUID;
import org.comity.thread.SealedAct;
import org.comity.thread.Threads.Refused;
import org.comity.vocabulary.Role;
import org.junit.jupiter.api.Test;

/** With a State that has no node ours keeps the register, and records what came and went on paper. */
class RecordedInRegisterTest extends TwoRegisters {

    @Test
    void with_a_counterpart_without_a_node_our_node_keeps_the_register_and_records_what_it_says() {
        var ours = requesting.keepOwn(
                Acts.in(thread).requesting().with("addressee", "XD-1").open("XA-2026-000001"));
        var theirs = requesting.keepOwn(Acts.in(thread)
                .with("addressee", "XD-1")
                .with("role", "requested")
                .fact("recorded", "bag")
                .fact("value", "5")
                .sealed("offer"));
        var incoming = UUID.randomUUID().toString();
        var recorded = requesting.keepOwn(Acts.in(incoming)
                .with("addressee", "XD-1")
                .fact("recorded", "mail")
                .open("XA-2026-000002"));

        assertThat(List.of(ours, theirs, recorded))
                .allSatisfy(it -> assertThat(it.entry()).isNotNull());
        assertThat(requesting.threads.find(thread)).hasValueSatisfying(it -> {
            assertThat(it.weKeep()).isTrue();
            assertThat(it.state()).isEqualTo(new Parley.Talk("Offered", "5", 0));
        });
        assertThat(requesting.threads.find(incoming).orElseThrow().ourRole()).isEqualTo(Role.REQUESTED);
    }

    /** Whether a counterpart speaks for itself is asked now; the thread began when it had a node. */
    @Test
    void what_a_counterpart_says_that_gave_up_its_node_is_recorded_where_we_keep_the_register() {
        requesting.keepOwn(
                Acts.in(thread).requesting().with("addressee", "XD-1").open("XA-2026-000001"));
        requesting.db.sql("update thread.thread set by_wire = true").update();

        var theirs = requesting.keepOwn(recordedOffer("5"));
        assertThat(theirs.entry()).isNotNull();

        requesting.db.sql("update thread.thread set we_keep = false").update();
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> requesting.keepOwn(recordedOffer("6")))
                .satisfies(it -> assertThat(it.code()).isEqualTo("not-the-keeper"));
    }

    private SealedAct recordedOffer(String value) {
        return Acts.in(thread)
                .with("addressee", "XD-1")
                .with("role", "requested")
                .fact("recorded", "bag")
                .fact("value", value)
                .sealed("offer");
    }

    @Test
    void what_we_ourselves_said_long_ago_is_recorded_in_our_own_role() {
        requesting.keepOwn(Acts.in(thread)
                .with("addressee", "XD-1")
                .fact("recorded", "bag")
                .fact("speaker", "XA-1")
                .open("XA-2026-000001"));

        assertThat(requesting.threads.find(thread).orElseThrow().ourRole()).isEqualTo(Role.REQUESTING);
    }
}
