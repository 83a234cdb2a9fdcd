package org.comity.exchange.door;

import org.comity.directory.DirectoryWatch;
import org.comity.directory.EntryRefused;
import org.comity.directory.Participant;
import org.comity.exchange.Parcel;
import org.comity.exchange.Refusal;
import org.springframework.stereotype.Component;

/** A participant's revocation, passed on by any peer: it counts by the recovery key that we pinned, not by who brings it. */
@Component
class ArrivingRevocations implements ArrivingAction {

    private final DirectoryWatch watch;

    ArrivingRevocations(DirectoryWatch watch) {
        this.watch = watch;
    }

    @Override
    public Parcel.Action action() {
        return Parcel.Action.REVOCATION;
    }

    @Override
    public void take(Participant from, byte[] plain) throws Refusal {
        try {
            watch.revoke(plain);
        } catch (EntryRefused refused) {
            var code = refused.reason();
            throw new Refusal(
                    code.equals("too-many-revocations") ? code : "revocation-" + code,
                    "a revocation that does not count here");
        }
    }
}
