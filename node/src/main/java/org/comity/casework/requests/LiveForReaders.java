package org.comity.casework.requests;

import org.comity.casework.CaseAccess;
import org.comity.casework.Compartments;
import org.comity.ui.LiveRights;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.RequestAddress;
import org.springframework.stereotype.Component;

/** That something changed in a case, and in which, only who may read cases learns. */
@Component
class LiveForReaders implements LiveRights {

    private final CaseAccess access;
    private final RequestRows rows;
    private final Compartments compartments;

    LiveForReaders(CaseAccess access, RequestRows rows, Compartments compartments) {
        this.access = access;
        this.rows = rows;
        this.compartments = compartments;
    }

    @Override
    public boolean may(Official official, String topic, String id) {
        if (!access.mayRead(official)) return false;
        var hidden = compartments.hiddenFrom(official.id());
        return hidden.isEmpty()
                || rows.at(RequestAddress.of(id)).stream().noneMatch(it -> hidden.contains(it.thread()));
    }
}
