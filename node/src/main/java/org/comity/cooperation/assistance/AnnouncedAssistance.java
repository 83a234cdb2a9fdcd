package org.comity.cooperation.assistance;

import java.util.Map;
import org.comity.cooperation.AnnouncedRequests;
import org.comity.cooperation.RequestRow;
import org.comity.cooperation.Requests;
import org.comity.cooperation.form.Fields;
import org.comity.directory.Directory;
import org.comity.vocabulary.Role;
import org.springframework.stereotype.Component;

/** Looks whether the request that a preservation announced has been made. */
@Component
class AnnouncedAssistance implements AnnouncedRequests {

    private static final String RECALLED = "Recalled";

    private final FollowsRows rows;
    private final Requests requests;
    private final Directory directory;

    AnnouncedAssistance(FollowsRows rows, Requests requests, Directory directory) {
        this.rows = rows;
        this.requests = requests;
        this.directory = directory;
    }

    @Override
    public boolean awaited(RequestRow preservation, Map<String, Object> opening) {
        return preservation.ourRole() == Role.REQUESTING
                && new Fields(opening).flag("intent")
                && taken(preservation.counterpart())
                && requests.ofThreads(rows.following(preservation.thread())).stream()
                        .allMatch(it -> it.state().equals(RECALLED));
    }

    private boolean taken(String counterpart) {
        var node = directory.get(counterpart).node();
        return node == null || node.procedures().contains(AssistanceProcedure.ID);
    }
}
