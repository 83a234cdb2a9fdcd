package org.comity.thread.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A thread goes on by the table of the version that opened it, whatever later ones the node knows. */
class OlderVersionTest extends TwoRegisters {

    @Test
    void each_thread_is_folded_by_the_version_that_opened_it_also_after_a_restart() {
        assertThat(accepted("parley/1")).containsExactly("nothing-offered", "Open", "Open", "Open");
        thread = UUID.randomUUID().toString();
        assertThat(accepted("parley/3")).containsExactly("effective", "Agreed", "Agreed", "Agreed");
    }

    /** The effect of what nothing was offered for, and where the thread then stands for both, and for the keeper folding anew. */
    private List<String> accepted(String version) {
        var acts = Acts.in(thread).with("procedure", version).requesting();
        var opening = acts.open(Acts.reference("XA", version.equals("parley/1") ? 1 : 3));
        requesting.keepOwn(opening);
        requesting.keepEntry(requested.keepReceived(opening).entry());
        var accept = acts.sealed("accept");
        requesting.keepOwn(accept);
        var entry = requested.keepReceived(accept).entry();
        requesting.keepEntry(entry);
        return List.of(entry.entry().effect(), state(requested), state(requesting), state(requested.restarted()));
    }

    private String state(PracticeNode node) {
        return node.threads.find(thread).orElseThrow().state().name();
    }
}
