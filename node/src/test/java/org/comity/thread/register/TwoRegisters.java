package org.comity.thread.register;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;
import org.comity.database.PracticeDatabase;
import org.comity.thread.SealedAct;
import org.junit.jupiter.api.BeforeEach;

/** A requesting and a requested node, and a thread between them. */
abstract class TwoRegisters {

    protected static final Clock NOON = Clock.fixed(Acts.NOON, ZoneOffset.UTC);

    protected PracticeNode requesting;
    protected PracticeNode requested;
    protected String thread;

    @BeforeEach
    void two_nodes() throws Exception {
        requesting = new PracticeNode("XA-1", PracticeDatabase.emptied("thread", 1), PracticeNode.LIMITS, NOON);
        requested = new PracticeNode("XB-1", PracticeDatabase.emptied("thread", 2), PracticeNode.LIMITS, NOON);
        thread = UUID.randomUUID().toString();
    }

    protected SealedAct opened() {
        var act = Acts.in(thread).requesting().open("XA-2026-000001");
        requesting.keepOwn(act);
        requesting.keepEntry(requested.keepReceived(act).entry());
        return act;
    }
}
