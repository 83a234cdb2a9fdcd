package org.comity.casework;

import java.io.IOException;
import java.io.OutputStream;
import org.comity.procedure.UseLimits;
import org.comity.vocabulary.Official;

/**
 * What can be taken away of a request, all of it in one way: who takes has the duty to read; where a use limit binds us,
 * the use is named; and the taking is on record.
 */
public interface RequestExport {

    /** The whole thread as one archive, which {@code comity verify} reads; nothing of the domestic file. */
    String THREAD = "thread.zip";

    /**
     * @param what {@link #THREAD}; or of one act {@code acts/<act>/} with {@code act.asice}, {@code act.pdf},
     *     {@code act.json} or {@code files/<name>}
     * @throws org.comity.vocabulary.RuleBroken {@code request.unknown} if there is no such thing in this request;
     *     {@code use.not-confirmed}, before anything is written
     */
    Part take(String reference, String what, UseLimits.Confirmed within, Official by);

    /** A file, written page by page, however slow the line that takes it. */
    interface Part {

        /** As it is called where it is kept. */
        String name();

        String mediaType();

        /** Its author is the other State: its own rendering, which is downloaded and never shown as if we had made it. */
        boolean theirs();

        void to(OutputStream out) throws IOException;
    }
}
