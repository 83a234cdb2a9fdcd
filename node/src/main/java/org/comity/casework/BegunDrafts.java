package org.comity.casework;

import java.util.Map;
import java.util.Optional;
import org.comity.vocabulary.Official;

/** Finds what somebody began by one press and has not written a word into: pressed again, it is gone on with. */
public interface BegunDrafts {

    /** The draft of an opening act by this officer, to this participant, with this body and nothing saved since. */
    Optional<String> untouched(String procedure, String counterpart, Map<String, Object> body, Official by);
}
