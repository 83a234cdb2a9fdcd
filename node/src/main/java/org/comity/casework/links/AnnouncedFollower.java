package org.comity.casework.links;

import java.util.Map;
import org.comity.casework.AnnouncedRequests;
import org.comity.casework.AwaitedDecisions;
import org.comity.casework.Compartments;
import org.comity.directory.Directory;
import org.comity.directory.GoneParticipant;
import org.comity.procedure.KnownProcedure;
import org.comity.procedure.Procedures;
import org.comity.procedure.RequestRow;
import org.comity.procedure.Requests;
import org.comity.procedure.form.BodyFields;
import org.comity.vocabulary.Role;
import org.springframework.stereotype.Component;

/** Looks whether the request that another one announced has been made. */
@Component
class AnnouncedFollower implements AnnouncedRequests {

    private static final String RECALLED = "Recalled";

    private final FollowsRows rows;
    private final Requests requests;
    private final Directory directory;
    private final Procedures procedures;
    private final AwaitedDecisions decisions;
    private final Compartments compartments;

    AnnouncedFollower(
            FollowsRows rows,
            Requests requests,
            Directory directory,
            Procedures procedures,
            AwaitedDecisions decisions,
            Compartments compartments) {
        this.decisions = decisions;
        this.rows = rows;
        this.requests = requests;
        this.directory = directory;
        this.procedures = procedures;
        this.compartments = compartments;
    }

    @Override
    public boolean awaited(RequestRow preservation, Map<String, Object> opening) {
        return preservation.ourRole() == Role.REQUESTING
                && new BodyFields(opening).flag("intent")
                && taken(preservation)
                && requests.ofThreads(rows.following(preservation.thread())).stream()
                        .filter(it -> procedures.of(it.procedure()).holdsFollowed())
                        .allMatch(it -> it.state().equals(RECALLED));
    }

    /** What is said of it stands where everybody reads: a request that is closed to named officers does not count. */
    @Override
    public boolean undecided(RequestRow preservation) {
        return preservation.ourRole() == Role.REQUESTING
                && !compartments
                        .seen(decisions.undecided(preservation.thread()), RequestRow::thread, Compartments.ANYBODY)
                        .isEmpty();
    }

    private boolean taken(RequestRow preservation) {
        var node = GoneParticipant.shown(directory, preservation.counterpart()).node();
        return procedures.following(preservation.law(), preservation.ourRole()).stream()
                .filter(KnownProcedure::holdsFollowed)
                .anyMatch(it -> node == null || node.procedures().contains(it.id()));
    }
}
