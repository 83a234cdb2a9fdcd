package org.comity.casework.acts;

import java.util.List;
import java.util.function.Function;
import org.comity.casework.CaseAccess;
import org.comity.casework.Compartments;
import org.comity.casework.Drafts;
import org.comity.casework.OrdersServed;
import org.comity.procedure.Draft;
import org.comity.procedure.Link;
import org.comity.procedure.Procedures;
import org.comity.thread.Threads;
import org.comity.vocabulary.Official;
import org.springframework.stereotype.Component;

/** Finds why an act should perhaps not be signed: another of its kind would be sent as well, the request has gone on without it, or few may see it once it is sent. */
@Component
class WarningsBeforeSigning {

    /** More nobody reads. */
    private static final int SHOWN = 3;

    private final Drafts drafts;
    private final Threads threads;
    private final OfferedActs offered;
    private final CaseAccess access;
    private final Procedures procedures;
    private final Compartments compartments;
    private final OrdersServed served;

    WarningsBeforeSigning(
            Drafts drafts,
            Threads threads,
            OfferedActs offered,
            CaseAccess access,
            Procedures procedures,
            Compartments compartments,
            OrdersServed served) {
        this.drafts = drafts;
        this.threads = threads;
        this.offered = offered;
        this.access = access;
        this.procedures = procedures;
        this.compartments = compartments;
        this.served = served;
    }

    /** Others of its kind in the same request that wait for approval, or have left and are not registered yet. */
    List<Draft> sameKind(Draft draft) {
        return draft.thread() == null
                ? List.of()
                : drafts.alive(draft.thread(), draft.type()).stream()
                        .filter(it -> !it.id().equals(draft.id()))
                        .filter(this::onItsWay)
                        .limit(SHOWN)
                        .toList();
    }

    /** Before it is sent, whether the request has come to stand so that it would have no effect. */
    boolean late(Draft draft, Official by) {
        return (draft.status() == Draft.Status.WRITING || draft.status() == Draft.Status.SUBMITTED)
                && draft.thread() != null
                && !procedures.of(draft.procedure()).opening().equals(draft.type())
                && access.ofThread(draft.thread(), by)
                        .filter(it -> !offered.of(it).contains(draft.type()))
                        .isPresent();
    }

    /**
     * Before it is sent, what closes it to named officers: it follows a closed request, or serves an order of one; or serves an
     * order of one that may be closed yet. Empty where nothing does.
     */
    String closing(Draft draft) {
        if (draft.status() != Draft.Status.WRITING && draft.status() != Draft.Status.SUBMITTED) return "";
        boolean serves = served.requests(List.of(draft.id())).containsKey(draft.id());
        if (!serves && !draft.facts().containsKey(Link.FACT)) return "";
        boolean closed = compartments
                .written(List.of(draft), Function.identity(), Compartments.ANYBODY)
                .isEmpty();
        if (serves) return closed ? "serves-closed" : "serves";
        return closed ? "follows-closed" : "";
    }

    private boolean onItsWay(Draft other) {
        return other.status() == Draft.Status.SUBMITTED
                || other.status() == Draft.Status.SENT
                        && other.act() != null
                        && threads.act(other.act())
                                .filter(it -> it.n() == null && it.recalled() == null)
                                .isPresent();
    }
}
