package org.comity.treaty.notice;

import org.comity.vocabulary.Official;

/** Says what our State tells of a point: as it was kept for the letter, else filled from our own entry. */
public interface NoticeWords {

    /** @throws org.comity.vocabulary.RuleBroken {@code notices.unknown} */
    String told(String key, Official by);
}
