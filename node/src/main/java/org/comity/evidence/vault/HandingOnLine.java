package org.comity.evidence.vault;

import java.util.List;
import java.util.Map;
import org.comity.ui.HealthLine;
import org.comity.ui.HealthLine.State;
import org.comity.ui.HealthLines;
import org.springframework.stereotype.Component;

/** Says on Health whether what is whole goes on to the bucket, where there is one. */
@Component
class HandingOnLine implements HealthLines {

    private final Vault vault;

    HandingOnLine(Vault vault) {
        this.vault = vault;
    }

    @Override
    public List<HealthLine> lines() {
        return vault.handingOn().map(HandingOnLine::line).stream().toList();
    }

    private static HealthLine line(Vault.HandingOn last) {
        if (last.away()) return HealthLine.of("handing-on", State.BAD, "away", Map.of());
        if (last.failed() > 0) return HealthLine.of("handing-on", State.BAD, "stays", Map.of("n", last.failed()));
        return HealthLine.of("handing-on", State.GOOD, "done", Map.of());
    }
}
