package org.comity.cooperation;

import java.io.IOException;
import java.io.OutputStream;
import org.comity.vocabulary.Official;

/** What can be taken away of a request; each taking needs the duty to read and is on record. */
public interface TakingAway {

    /**
     * The sealed ASiC-E container.
     *
     * @throws org.comity.vocabulary.RuleBroken {@code request.unknown} if there is no such act in this request
     */
    byte[] container(String reference, String act, Official by);

    /** One file of the container, e.g. {@code act.pdf} or {@code attachments/map.png}. */
    byte[] inside(String reference, String act, String name, Official by);

    /**
     * The whole thread as one archive, which {@code comity verify} reads; nothing of the domestic file.
     *
     * @throws org.comity.vocabulary.RuleBroken {@code use.not-confirmed}, before anything is written
     */
    Taken thread(String reference, UseLimits.Confirmed within, Official by);

    /** Written page by page, however slow the line that takes it. */
    interface Taken {
        void to(OutputStream out) throws IOException;
    }
}
