package org.comity.exchange.restored;

import java.util.Map;
import java.util.Optional;
import org.comity.exchange.Comparing;
import org.comity.ui.Flash;
import org.comity.ui.NavCounts;
import org.comity.ui.Notices;
import org.comity.vocabulary.Official;
import org.springframework.stereotype.Component;

/** As long as a restored node is closed to somebody, every page says so and leads to the page that tells more. */
@Component
class RestoredNotice implements Notices, NavCounts {

    private final Comparing comparing;

    RestoredNotice(Comparing comparing) {
        this.comparing = comparing;
    }

    @Override
    public Optional<Flash> notice() {
        return comparing.closed().isEmpty() ? Optional.empty() : Optional.of(Flash.warned("restored.notice"));
    }

    @Override
    public Map<String, Integer> counts(Official official) {
        int closed = comparing.closed().size();
        return closed == 0 ? Map.of() : Map.of("restored", closed);
    }
}
