package org.comity.exchange.restored;

import java.util.Map;
import java.util.Optional;
import org.comity.exchange.ComparisonsDue;
import org.comity.ledger.LogEpochs;
import org.comity.thread.Restoration;
import org.comity.ui.Flash;
import org.comity.ui.NavCounts;
import org.comity.ui.PageNotices;
import org.comity.vocabulary.Official;
import org.springframework.stereotype.Component;

/** As long as a restored node is closed to somebody, or its log signs nothing, every page says so and leads to the page that tells more. */
@Component
class RestoredNotice implements PageNotices, NavCounts {

    private final Restoration restoration;
    private final ComparisonsDue comparing;
    private final LogEpochs epochs;

    RestoredNotice(Restoration restoration, ComparisonsDue comparing, LogEpochs epochs) {
        this.restoration = restoration;
        this.comparing = comparing;
        this.epochs = epochs;
    }

    @Override
    public Optional<Flash> notice(Official by) {
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
