package org.comity.exchange.door;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.comity.directory.Participant;
import org.comity.exchange.ComparisonsDue;
import org.comity.exchange.Parcel;
import org.comity.exchange.Refusal;
import org.comity.proof.form.CanonicalJson;
import org.comity.thread.Restoration;
import org.springframework.stereotype.Component;

/** A counterpart says how our threads stand with it, after we were restored; unasked it means nothing. */
@Component
class ArrivingHeads implements ArrivingAction {

    private static final int MOST = 200;

    private final Restoration restoration;
    private final ComparisonsDue comparing;

    ArrivingHeads(Restoration restoration, ComparisonsDue comparing) {
        this.restoration = restoration;
        this.comparing = comparing;
    }

    @Override
    public Parcel.Action action() {
        return Parcel.Action.HEADS;
    }

    @Override
    public void take(Participant from, byte[] plain) throws Refusal {
        var json = CanonicalJson.read(plain);
        if (!json.keySet().equals(Set.of("heads", "last"))
                || !(json.get("heads") instanceof List<?> heads)
                || heads.size() > MOST
                || !(json.get("last") instanceof Boolean last)) {
            throw new Refusal("fields", "heads and last are expected");
        }
        var read = new ArrayList<Restoration.Head>();
        for (Object each : heads) {
            read.add(head(each));
        }
        if (!restoration.closedTo(from.id())) {
            return;
        }
        comparing.listed(from.id(), read, last);
    }

    private static Restoration.Head head(Object json) throws Refusal {
        if (!(json instanceof Map<?, ?> head) || !head.keySet().equals(Set.of("hash", "n", "open", "thread"))) {
            throw new Refusal("fields", "hash, n, open and thread of each head are expected");
        }
        if (!(head.get("thread") instanceof String thread)
                || !(head.get("hash") instanceof String hash)
                || !(head.get("n") instanceof Number n)
                || !(head.get("open") instanceof List<?> open)
                || thread.isEmpty()
                || thread.length() > 36
                || hash.length() != 64
                || n.longValue() < 0
                || open.size() > MOST
                || !open.stream().allMatch(it -> it instanceof String id && id.length() == 64)) {
            throw new Refusal("field", "heads");
        }
        return new Restoration.Head(
                thread,
                n.longValue(),
                hash,
                open.stream().map(String.class::cast).toList());
    }
}
