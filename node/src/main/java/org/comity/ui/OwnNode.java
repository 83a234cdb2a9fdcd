package org.comity.ui;

import java.time.ZoneId;

/** Names our own State and node for the frame of each page. The directory gives it; until then configuration. */
public interface OwnNode {

    /** The participant id, e.g. {@code XA-1}. */
    String node();

    /** The State's two letters. */
    String code();

    String name(String language);

    String capital(String language);

    ZoneId zone();

    /** Does an authority of a State work here, which asks others for help in its cases? */
    default boolean ofState() {
        return true;
    }
}
