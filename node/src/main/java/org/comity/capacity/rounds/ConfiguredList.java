package org.comity.capacity.rounds;

import org.comity.capacity.KeptList;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Keeps the list where {@code node.capacity.enabled} says so; if nothing is said, on the Secretariat's node. */
@Component
class ConfiguredList implements KeptList {

    private final boolean here;

    ConfiguredList(@Value("${node.capacity.enabled:${node.secretariat.enabled:false}}") boolean here) {
        this.here = here;
    }

    @Override
    public boolean here() {
        return here;
    }
}
