package org.comity.exchange;

import java.net.URI;

/** Where this node's own door listens, as this machine reaches it. */
public interface LocalDoor {

    URI address();
}
