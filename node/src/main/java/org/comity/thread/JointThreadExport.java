package org.comity.thread;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.comity.proof.register.ThreadBundle;

/** Writes a joint thread for whoever checks it without a node: its register, and each act as far as it was shown to us. */
public interface JointThreadExport {

    /**
     * Page by page, in no transaction, however slow the line that takes it.
     *
     * @throws Threads.Refused {@code unknown-thread}; also while nothing of its register is here
     */
    void export(String thread, OutputStream out) throws IOException;

    /**
     * What an authority may have of it that is or was a party at us, whenever it asks (R156): up to the entry with which it went; only envelopes of what
     * it was not shown, and no thread of another authority's seats.
     *
     * @throws Threads.Refused {@code not-a-party}
     */
    void exportTo(String party, String thread, OutputStream out) throws IOException;

    /** Who signed which entries, as the head of an export says it. */
    List<ThreadBundle.Keeper> keepers(String thread);
}
