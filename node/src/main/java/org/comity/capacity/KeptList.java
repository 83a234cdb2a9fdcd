package org.comity.capacity;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** Says whether this node keeps the list of needs, offers and what became of them: the Secretariat's does, others have no such pages. */
public interface KeptList {

    boolean here();

    /** On a node that keeps no list there is no such page. */
    default void mustBeHere() {
        if (!here()) throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
