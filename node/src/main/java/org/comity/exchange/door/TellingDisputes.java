package org.comity.exchange.door;

import java.util.Map;
import org.comity.directory.Directory;
import org.comity.directory.Participant;
import org.comity.exchange.OutgoingQueue;
import org.comity.ledger.Ledger;
import org.comity.thread.JointProofFound;
import org.comity.thread.JointThreads;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Sends what does not fit a joint thread to all its parties, the keeper too, whatever it came by: so all hold both (R133). */
@Component
class TellingDisputes {

    private final JointThreads threads;
    private final Directory directory;
    private final OutgoingQueue outgoing;
    private final Ledger ledger;

    TellingDisputes(JointThreads threads, Directory directory, OutgoingQueue outgoing, Ledger ledger) {
        this.threads = threads;
        this.directory = directory;
        this.outgoing = outgoing;
        this.ledger = ledger;
    }

    @EventListener
    void on(JointProofFound found) {
        if (found.first()) ledger.record(null, "thread.disputed", found.thread(), Map.of("why", found.why()));
        var state = threads.find(found.thread()).orElseThrow().state();
        if (state == null) return;
        var self = directory.self().id();
        state.parties().forEach((party, stay) -> {
            boolean reached = stay.at() == null
                    && !party.equals(self)
                    && directory.find(party).filter(Participant::hasNode).isPresent();
            if (!reached) return;
            outgoing.proof(party, found.theirs());
            if (found.ours() != null) outgoing.proof(party, found.ours());
        });
    }
}
