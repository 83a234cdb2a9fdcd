package org.comity.ui;

import java.util.Optional;
import org.comity.vocabulary.Official;

/** Who sits in front of this request; identity says. */
public interface CurrentOfficial {

    Optional<Official> official();
}
