package org.comity.ui;

import java.time.ZoneId;

/** Our own State and node, as the frame of each page names them. The directory gives it; until then configuration. */
public interface House {

    /** The participant id, e.g. {@code XA-1}. */
    String node();

    /** The State's two letters. */
    String code();

    String name(String language);

    String capital(String language);

    ZoneId zone();
}
