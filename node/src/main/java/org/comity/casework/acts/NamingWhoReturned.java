package org.comity.casework.acts;

import java.util.Optional;
import org.comity.casework.ReturnedDrafts;
import org.comity.identity.Officials;
import org.comity.procedure.Draft;
import org.springframework.stereotype.Component;

/** Names beside a draft who gave it back. */
@Component
class NamingWhoReturned implements ReturnedDrafts {

    private final Officials officials;

    NamingWhoReturned(Officials officials) {
        this.officials = officials;
    }

    @Override
    public Optional<Returned> of(Draft draft) {
        var why = draft.givenBack();
        if (why == null) return Optional.empty();
        var by = draft.givenBackBy() == null ? "" : draft.givenBackBy();
        return Optional.of(new Returned(officials.name(by), why));
    }
}
