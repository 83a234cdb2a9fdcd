package org.comity.ui;

import java.time.Instant;

/** Finds in the record how far the story is that whoever practises is led through. */
public interface PracticeStory {

    /** @param since when this browser began it: what lay on the desk before is another story */
    Practising.Story since(Instant since);
}
