package org.comity.identity.rota;

import java.time.Instant;
import java.util.List;

/** Names who is on duty from one change to the next: nobody is a gap, two or more are a double shift. */
public record RotaStretch(Instant from, Instant until, List<String> officers) {

    public RotaStretch {
        officers = List.copyOf(officers);
    }

    boolean gap() {
        return officers.isEmpty();
    }

    boolean twice() {
        return officers.size() > 1;
    }
}
