package org.comity.seat;

import java.util.List;
import org.comity.casework.JointFromSeats;
import org.comity.proof.act.JointThread;
import org.comity.proof.form.Digests;
import org.comity.proof.seal.Container;
import org.comity.seat.SeatDraftRows.Written;
import org.comity.thread.JointThreads;
import org.comity.thread.Threads;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads the document of an act and the files that go with it, for an authority that is shown the act at its seat. */
@Component
@Transactional(readOnly = true)
class DocumentsAtSeats {

    private final SpeakingFromSeats speaking;
    private final SeatDraftRows drafts;
    private final JointFromSeats joint;
    private final Threads threads;
    private final JointThreads jointThreads;

    DocumentsAtSeats(
            SpeakingFromSeats speaking,
            SeatDraftRows drafts,
            JointFromSeats joint,
            Threads threads,
            JointThreads jointThreads) {
        this.speaking = speaking;
        this.drafts = drafts;
        this.joint = joint;
        this.threads = threads;
        this.jointThreads = jointThreads;
    }

    /**
     * An act of a thread that the authority reads here.
     *
     * @throws SeatRefused of an act of others, as of one that is not there
     */
    Container container(SeatOfPerson seat, String thread, String act) {
        var found = JointThread.isNameOf(thread)
                ? jointThreads.container(act).filter(_ -> reads(seat, thread, act))
                : threads.act(act)
                        .filter(it ->
                                it.thread().equals(speaking.row(seat, thread).thread()))
                        .filter(it -> it.n() != null && it.recalled() == null && it.bodyKept())
                        .flatMap(it -> threads.container(it.id()));
        return found.map(Container::read).orElseThrow(SeatRefused::unknown);
    }

    private boolean reads(SeatOfPerson seat, String thread, String act) {
        return seat.confirmed() && joint.shows(thread, seat.authority(), act);
    }

    /** What will go with an act, each file as its receiver can check it. */
    List<SeatPagesView.Enclosed> enclosed(Written draft) {
        return drafts.files(draft.act()).byName().entrySet().stream()
                .map(it -> new SeatPagesView.Enclosed(it.getKey(), it.getValue().length, Digests.sha256(it.getValue())))
                .toList();
    }

    /** What it hands over of what lies here. */
    ListOfFiles handedOver(Written draft) {
        return drafts.files(draft.act()).listed();
    }

    /** @throws SeatRefused if no file of that name goes with it */
    byte[] enclosed(Written draft, String name) {
        var file = drafts.files(draft.act()).byName().get(name);
        if (file == null) throw SeatRefused.unknown();
        return file;
    }
}
