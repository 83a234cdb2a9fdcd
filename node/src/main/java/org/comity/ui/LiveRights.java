package org.comity.ui;

import org.comity.vocabulary.Official;

/** May this official learn that the thing changed? All beans of this kind must agree; without any, every official may. */
public interface LiveRights {

    boolean may(Official official, String topic, String id);
}
