package org.comity.thread;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.comity.proof.act.Envelope;
import org.jspecify.annotations.Nullable;

/** Lists what we wrote down for an authority, in threads of two and in joint ones. */
public interface ActsRecordedForOthers {

    /** @param body empty once it is forgotten, @param at when it was kept here */
    record Recorded(Envelope envelope, Map<String, Object> body, Instant at) {

        public Place place() {
            return new Place(at, envelope.id());
        }
    }

    /** A place in the list: of one act. */
    record Place(Instant at, String act) {}

    /** An act of our own about the authority that is listed, too: its type, in a thread of this procedure. */
    record Also(String procedure, String type) {}

    /**
     * What is registered, newest first.
     *
     * @param before null of the newest
     */
    List<Recorded> of(String authority, Also also, @Nullable Place before, int limit);
}
