package org.comity.casework.delivery;

import java.util.List;
import org.comity.casework.ActSent;
import org.comity.directory.Directory;
import org.comity.evidence.ItemArrivals;
import org.comity.evidence.Releases;
import org.comity.procedure.CustodySteps;
import org.comity.procedure.form.BodyFields;
import org.comity.procedure.form.Items;
import org.comity.proof.act.Act;
import org.comity.thread.ActFollower;
import org.comity.thread.ActRegistered;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Lets the items of a registered deliver act go to the counterpart, and has those of one of the counterpart's fetched. */
@Component
class Delivering implements ActFollower {

    private static final Logger log = LoggerFactory.getLogger(Delivering.class);

    private final Releases releases;
    private final ItemArrivals arrivals;
    private final Directory directory;

    Delivering(Releases releases, ItemArrivals arrivals, Directory directory) {
        this.releases = releases;
        this.arrivals = arrivals;
        this.directory = directory;
    }

    @Override
    public String name() {
        return "deliveries";
    }

    @Override
    public void registered(ActRegistered event) {
        if (!delivers(event.act()) || !event.entry().entry().effective()) return;
        manifests(event.act()).forEach(manifest -> move(manifest, event));
    }

    /** Items that were wrapped before the counterpart revoked its keys are ticked again first. */
    @EventListener
    void sent(ActSent event) {
        if (delivers(event.act())) manifests(event.act()).forEach(releases::mustStillOpen);
    }

    private static boolean delivers(Act act) {
        return Delivered.possible(act.envelope().procedure())
                && act.envelope().type().equals(CustodySteps.DELIVER);
    }

    private static List<String> manifests(Act act) {
        return Items.read(new BodyFields(act.body()))
                .filter(it -> it.boundBy(act.envelope().facts()))
                .map(Items::manifests)
                .orElse(List.of());
    }

    private void move(String manifest, ActRegistered event) {
        var counterpart = event.thread().counterpart();
        var thread = event.thread().id();
        var act = event.entry().entry().act();
        if (event.ours()) {
            boolean wrapped = releases.find(manifest)
                    .filter(it -> it.receiver().equals(counterpart))
                    .isPresent();
            // What goes by bag, or came from a seat of theirs, was not wrapped for a node.
            if (wrapped) releases.release(manifest, counterpart, thread, act);
            else if (hasNode(counterpart))
                log.warn("act {} names item {}, which was not prepared for {}", act, manifest, counterpart);
        } else if (hasNode(counterpart)) {
            arrivals.expect(manifest, counterpart, thread, act);
        }
    }

    private boolean hasNode(String participant) {
        return directory.find(participant).filter(it -> it.hasNode()).isPresent();
    }
}
