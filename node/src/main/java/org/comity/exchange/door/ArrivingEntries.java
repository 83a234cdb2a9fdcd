package org.comity.exchange.door;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.comity.directory.Participant;
import org.comity.exchange.ExchangeSettings;
import org.comity.exchange.Parcel;
import org.comity.exchange.Refusal;
import org.comity.proof.form.CanonicalJson;
import org.comity.proof.register.SignedEntry;
import org.comity.thread.ThreadKeeping;
import org.springframework.stereotype.Component;

/** Entries of a register that the sender keeps. The thread checks signature, chain, effect and state. */
@Component
class ArrivingEntries implements ArrivingAction {

    private final ThreadKeeping keeping;
    private final ArrivingJointActs joint;
    private final ExchangeSettings settings;

    ArrivingEntries(ThreadKeeping keeping, ArrivingJointActs joint, ExchangeSettings settings) {
        this.joint = joint;
        this.keeping = keeping;
        this.settings = settings;
    }

    @Override
    public Parcel.Action action() {
        return Parcel.Action.ENTRY;
    }

    @Override
    public void take(Participant from, byte[] plain) throws Refusal {
        var json = CanonicalJson.read(plain);
        if (!json.keySet().equals(Set.of("entries"))
                || !(json.get("entries") instanceof List<?> entries)
                || entries.isEmpty()
                || entries.size() > settings.entriesInOneParcel()) {
            throw new Refusal("field", "entries: 1 to %d".formatted(settings.entriesInOneParcel()));
        }
        for (Object each : entries) {
            if (!(each instanceof Map<?, ?> entry)) {
                throw new Refusal("field", "entries");
            }
            var signed = SignedEntry.read(CanonicalJson.write(entry));
            if (joint.knows(signed.entry().thread())) joint.head(from, signed);
            else keeping.keepEntry(signed, from.id());
        }
    }
}
