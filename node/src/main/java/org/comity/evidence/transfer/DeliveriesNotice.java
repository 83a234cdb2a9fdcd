package org.comity.evidence.transfer;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.comity.ui.Flash;
import org.comity.ui.HealthLine;
import org.comity.ui.HealthLine.Detail;
import org.comity.ui.HealthLine.State;
import org.comity.ui.HealthLines;
import org.comity.ui.PageNotices;
import org.springframework.stereotype.Component;

/** Says on every page, and on the health page, that something delivered waits for an officer. */
@Component
class DeliveriesNotice implements PageNotices, HealthLines {

    private final BoundRows rows;

    DeliveriesNotice(BoundRows rows) {
        this.rows = rows;
    }

    @Override
    public Optional<Flash> notice() {
        return rows.toPress().isEmpty() ? Optional.empty() : Optional.of(Flash.warned("transfer.notice"));
    }

    @Override
    public List<HealthLine> lines() {
        var waiting = rows.toPress();
        if (waiting.isEmpty()) return List.of(HealthLine.of("to-press", State.GOOD, "none", Map.of()));
        long items = waiting.values().stream().mapToLong(Long::longValue).sum();
        var details = waiting.entrySet().stream()
                .map(it -> new Detail("health.to-press.sender", Map.of("who", it.getKey(), "n", it.getValue())))
                .toList();
        return List.of(new HealthLine("to-press", State.LOOK, "some", Map.of("n", items), details));
    }
}
