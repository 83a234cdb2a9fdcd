package org.comity.casework.requests;

import java.util.HashMap;
import org.comity.casework.BeforeForgetting;
import org.comity.casework.SearchIndex;
import org.comity.thread.Threads.KeptAct;
import org.springframework.stereotype.Component;

/** A request that is called by the first words of its facts loses them with these: it is called by what it asks. */
@Component
class RenamingForgottenRequests implements BeforeForgetting {

    private final SubjectRows rows;
    private final RequestRows list;
    private final SearchIndex search;
    private final RequestSubjects naming;

    RenamingForgottenRequests(SubjectRows rows, RequestRows list, SearchIndex search, RequestSubjects naming) {
        this.rows = rows;
        this.list = list;
        this.search = search;
        this.naming = naming;
    }

    @Override
    public void forgetting(KeptAct act) {
        if (act.bodyKept() && act.envelope().facts().containsKey("reference")) {
            var body = new HashMap<>(act.body());
            body.remove("facts");
            rows.call(act.thread(), naming.of(act.envelope().procedure(), body));
            list.ofThread(act.thread()).ifPresent(search::listed);
        }
    }
}
