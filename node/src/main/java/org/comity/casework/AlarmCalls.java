package org.comity.casework;

import java.time.Instant;
import java.util.Optional;

/** Knows whom this node told, by mail or gateway, that a request stands unacknowledged. */
public interface AlarmCalls {

    /** The newest that left; asked for each page while an alarm sounds. */
    Optional<AlarmCall> last(String thread);

    /**
     * @param who message {@code alarm.who.<who>}
     * @param how {@code MAIL} or {@code HOOK}
     */
    record AlarmCall(String who, String how, Instant at) {}
}
