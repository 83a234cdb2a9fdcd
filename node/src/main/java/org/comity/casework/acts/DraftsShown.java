package org.comity.casework.acts;

import org.comity.vocabulary.Official;

/** A draft, or an act that left, as the document that it is. */
public interface DraftsShown {

    /** @throws org.comity.vocabulary.RuleBroken {@code draft.unknown} */
    ActView view(String id, Official by);
}
