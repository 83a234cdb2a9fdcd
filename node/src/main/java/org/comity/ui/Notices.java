package org.comity.ui;

import java.util.Optional;

/** What every page says at its top as long as it is so, unless it has news of its own. Asked for each page: quick. */
public interface Notices {

    Optional<Flash> notice();
}
