package org.comity.ui;

import java.util.function.Predicate;
import org.comity.vocabulary.Official;

/** Says who may learn that a thing changed. All beans of this kind must agree; without any, every official may. */
public interface LiveRights {

    /** Asked once for each change, however many pages are open: what is answered asks nothing more. */
    Predicate<Official> readers(String topic, String id);
}
