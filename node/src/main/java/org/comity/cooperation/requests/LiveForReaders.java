package org.comity.cooperation.requests;

import org.comity.cooperation.CaseAccess;
import org.comity.ui.LiveRights;
import org.comity.vocabulary.Official;
import org.springframework.stereotype.Component;

/** That something changed in a case, and in which, only who may read cases learns. */
@Component
class LiveForReaders implements LiveRights {

    private final CaseAccess access;

    LiveForReaders(CaseAccess access) {
        this.access = access;
    }

    @Override
    public boolean may(Official official, String topic, String id) {
        return access.mayRead(official);
    }
}
