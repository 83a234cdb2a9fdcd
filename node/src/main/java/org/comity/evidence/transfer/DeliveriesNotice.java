package org.comity.evidence.transfer;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.comity.ui.Flash;
import org.comity.ui.HealthLine;
import org.comity.ui.HealthLine.Detail;
import org.comity.ui.HealthLine.State;
import org.comity.ui.HealthLines;
import org.comity.ui.PageNotices;
import org.comity.vocabulary.Official;
import org.springframework.stereotype.Component;

/** Says on every page, and on the health page, that something delivered waits for an officer: to nobody of what is closed to them. */
@Component
class DeliveriesNotice implements PageNotices, HealthLines {

    private final BoundRows rows;
    private final SeenTransfers seen;

    DeliveriesNotice(BoundRows rows, SeenTransfers seen) {
        this.rows = rows;
        this.seen = seen;
    }

    @Override
    public Optional<Flash> notice(Official by) {
        // On nearly every page nothing waits, and then it need not be known what is hidden.
        return rows.anyToPress(Set.of()) && rows.anyToPress(seen.hidden(by))
                ? Optional.of(Flash.warned("transfer.notice"))
                : Optional.empty();
    }

    @Override
    public List<HealthLine> lines() {
        var waiting = rows.toPress(seen.closed());
        if (waiting.isEmpty()) return List.of(HealthLine.of("to-press", State.GOOD, "none", Map.of()));
        long items = waiting.values().stream().mapToLong(Long::longValue).sum();
        var details = waiting.entrySet().stream()
                .map(it -> new Detail("health.to-press.sender", Map.of("who", it.getKey(), "n", it.getValue())))
                .toList();
        return List.of(new HealthLine("to-press", State.LOOK, "some", Map.of("n", items), details));
    }
}
