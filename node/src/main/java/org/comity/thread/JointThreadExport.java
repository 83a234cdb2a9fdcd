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

    /** Who signed which entries, as the head of an export says it. */
    List<ThreadBundle.Keeper> keepers(String thread);
}
