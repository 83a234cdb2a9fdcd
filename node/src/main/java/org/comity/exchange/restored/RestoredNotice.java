package org.comity.exchange.restored;

import java.util.Map;
import java.util.Optional;
import org.comity.exchange.Comparing;
import org.comity.ledger.Epochs;
import org.comity.thread.Restoration;
import org.comity.ui.Flash;
import org.comity.ui.NavCounts;
import org.comity.ui.Notices;
import org.comity.vocabulary.Official;
import org.springframework.stereotype.Component;

/** As long as a restored node is closed to somebody, or its log signs nothing, every page says so and leads to the page that tells more. */
@Component
class RestoredNotice implements Notices, NavCounts {

    private final Restoration restoration;
    private final Comparing comparing;
    private final Epochs epochs;

    RestoredNotice(Restoration restoration, Comparing comparing, Epochs epochs) {
        this.restoration = restoration;
        this.comparing = comparing;
        this.epochs = epochs;
    }

    @Override
    public Optional<Flash> notice() {
        if (!comparing.closed().isEmpty()) {
            return Optional.of(Flash.warned("restored.notice"));
        }
        return logClosed() ? Optional.of(Flash.warned("restored.notice.log")) : Optional.empty();
    }

    @Override
    public Map<String, Integer> counts(Official official) {
        int closed = comparing.closed().size() + (logClosed() ? 1 : 0);
        return closed == 0 ? Map.of() : Map.of("restored", closed);
    }

    private boolean logClosed() {
        return restoration.last().isPresent() && epochs.closed().isPresent();
    }
}
