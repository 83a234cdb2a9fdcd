package org.comity.ui;

import java.util.List;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;

/** The chairs of a practice network, for the bar of each page; asked for each page, so it must be quick. */
public interface PracticeChairs {

    /** @return empty where nobody may sit down without a passkey */
    List<Practising.State> chairs(@Nullable Official seated);
}
