package org.comity.ui;

import java.util.Optional;
import org.comity.vocabulary.Official;

/** Names what sounds on every page until somebody answers it; asked for each page, so it must be quick. */
public interface Alarms {

    /** Nothing for who may not open it. */
    Optional<Alarm> alarm(Official official, Language language);
}
