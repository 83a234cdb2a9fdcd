package org.comity.bench;

import java.io.IOException;

/** A practice node that runs, wherever it was started. */
interface RunningNode extends AutoCloseable {

    String id();

    /** Of its pages. */
    int port();

    /** Whether the pages are there; refused if they never will be. */
    boolean answers() throws InterruptedException, IOException;

    /** Until the pages are there. */
    void awaitReady() throws InterruptedException, IOException;

    @Override
    void close() throws InterruptedException;
}
