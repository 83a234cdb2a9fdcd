package org.comity.exchange.outbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.comity.proof.form.CanonicalJson;
import org.comity.proof.register.PageHead;
import org.comity.thread.JointThreads;
import org.comity.thread.JointThreads.Brought;
import org.comity.thread.JointThreads.Page;
import org.springframework.stereotype.Component;

/** Makes the payloads of pages, heads and invitations as they leave; a row says only that, or from where to where. */
@Component
class JointPayloads {

    private final JointThreads threads;

    JointPayloads(JointThreads threads) {
        this.threads = threads;
    }

    /** Of a page that waits: it is made when it leaves. */
    record Range(long after, long to) {}

    /** @param left the row with the range that the page has as it leaves: it may end before what was queued (R121) */
    record Made(OutboxRow left, List<byte[]> payloads) {}

    static byte[] range(Page page) {
        return CanonicalJson.write(Map.of("after", page.after(), "to", page.to()));
    }

    static Range range(OutboxRow row) {
        var range = CanonicalJson.read(Objects.requireNonNull(row.payload()));
        return new Range(number(range, "after"), number(range, "to"));
    }

    Made ofPage(OutboxRow row) {
        var range = range(row);
        // A text may have been deleted since it was queued.
        var page = threads.page(row.thread(), row.destination(), range.after(), range.to());
        var all = new ArrayList<byte[]>();
        all.add(new PageHead(page.thread(), page.after(), page.entries(), page.last()).json());
        for (var each : page.acts()) {
            all.add(
                    switch (each) {
                        case Brought.Whole(var sealed) -> sealed.container();
                        case Brought.Thin(var envelope) -> CanonicalJson.write(envelope.json());
                    });
        }
        return new Made(row.carrying(range(page)), all);
    }

    /** Nothing if it was answered or withdrawn before it left. */
    Optional<List<byte[]>> ofInvitation(OutboxRow row) {
        return threads.invitation(row.thread(), row.destination())
                .map(it -> List.of(
                        CanonicalJson.write(Map.of(
                                "entries",
                                List.of(
                                        CanonicalJson.read(it.first().json()),
                                        CanonicalJson.read(it.asked().json())))),
                        it.opening().container(),
                        it.invite().container()));
    }

    /** The last entry that is here now, however long the row has waited (R131). */
    byte[] ofHead(OutboxRow row) {
        var last = threads.find(row.thread()).orElseThrow().lastEntry();
        return threads.entries(row.thread(), last - 1).getFirst().json();
    }

    Optional<byte[]> container(String act) {
        return threads.container(act);
    }

    private static long number(Map<String, Object> json, String field) {
        return ((Number) Objects.requireNonNull(json.get(field), field)).longValue();
    }
}
