package org.comity.cooperation.requests;

import java.util.Map;
import org.comity.cooperation.RequestRow;
import org.comity.cooperation.TakingAway;
import org.comity.cooperation.UseLimits;
import org.comity.ledger.Ledger;
import org.comity.proof.Container;
import org.comity.thread.Threads;
import org.comity.vocabulary.Official;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Hands out containers and threads, and writes down who took them. */
@Component
class RecordedTaking implements TakingAway {

    private final Threads threads;
    private final ExportingThread exporting;
    private final UseLimits limits;
    private final MayRead mayRead;
    private final Ledger ledger;

    RecordedTaking(
            Threads threads, ExportingThread exporting, UseLimits limits, MayRead mayRead, Ledger ledger) {
        this.threads = threads;
        this.exporting = exporting;
        this.limits = limits;
        this.mayRead = mayRead;
        this.ledger = ledger;
    }

    @Override
    @Transactional
    public byte[] container(String reference, String act, Official by) {
        var row = row(reference, by);
        var kept = threads.act(act)
                .filter(it -> it.thread().equals(row.thread()))
                .orElseThrow(() -> new ListingRequests.Unknown(reference));
        ledger.record(by, "act.exported", act, Map.of("reference", row.reference()));
        return threads.container(kept.id()).orElseThrow(() -> new ListingRequests.Unknown(reference));
    }

    @Override
    @Transactional
    public byte[] inside(String reference, String act, String name, Official by) {
        var content = Container.read(container(reference, act, by)).files().get(name);
        if (content == null) {
            throw new ListingRequests.Unknown(reference);
        }
        return content;
    }

    @Override
    public Taken thread(String reference, UseLimits.Confirmed within, Official by) {
        var row = row(reference, by);
        limits.confirm(row, within, "thread.zip", by);
        return out -> exporting.export(row, by, out);
    }

    private RequestRow row(String reference, Official by) {
        return mayRead.row(reference, by);
    }
}
