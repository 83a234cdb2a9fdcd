package org.comity.casework.evidence;

import java.util.List;
import java.util.Map;
import org.comity.evidence.CarriedThreads;
import org.comity.exchange.Door;
import org.comity.exchange.ExchangeSettings;
import org.comity.exchange.Parcel.Action;
import org.comity.exchange.Refusal;
import org.comity.proof.form.CanonicalJson;
import org.comity.proof.register.SignedEntry;
import org.springframework.stereotype.Component;

/** Leads what a bag holds of a thread to the door. */
@Component
class ThreadsByBag implements CarriedThreads {

    private final Door door;
    private final ExchangeSettings settings;

    ThreadsByBag(Door door, ExchangeSettings settings) {
        this.door = door;
        this.settings = settings;
    }

    @Override
    public void act(String from, byte[] container) throws NotTaken {
        receive(from, Action.ACT, container);
    }

    @Override
    public void entries(String from, List<SignedEntry> entries) throws NotTaken {
        int most = Math.min(ENTRIES, settings.entriesInOneParcel());
        for (int at = 0; at < entries.size(); at += most) {
            var some = entries.subList(at, Math.min(entries.size(), at + most));
            var json = some.stream().map(it -> CanonicalJson.read(it.json())).toList();
            receive(from, Action.ENTRY, CanonicalJson.write(Map.of("entries", json)));
        }
    }

    private void receive(String from, Action action, byte[] plain) throws NotTaken {
        try {
            door.carried(action, from, plain);
        } catch (Refusal refusal) {
            throw new NotTaken(refusal.code(), String.valueOf(refusal.getMessage()));
        }
    }
}
