package org.comity.exchange.warmth;

import java.util.List;
import java.util.Map;
import org.comity.exchange.Carrier;
import org.comity.exchange.WarmState;
import org.comity.sealing.TimeStamps;
import org.comity.ui.HealthLine;
import org.comity.ui.HealthLine.State;
import org.comity.ui.HealthLines;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Is the exchange there and warm, and do time stamps come? */
@Component
class WarmthLine implements HealthLines {

    private final WarmState warmth;
    private final ObjectProvider<Carrier> carrier;
    private final TimeStamps stamps;

    WarmthLine(WarmState warmth, ObjectProvider<Carrier> carrier, TimeStamps stamps) {
        this.warmth = warmth;
        this.carrier = carrier;
        this.stamps = stamps;
    }

    @Override
    public List<HealthLine> lines() {
        return List.of(exchange(), stamps());
    }

    private HealthLine exchange() {
        if (carrier.getIfAvailable() == null) {
            return HealthLine.of("exchange", State.OFF, "no-port", Map.of());
        }
        return warmth.warm()
                ? HealthLine.of("exchange", State.GOOD, "warm", Map.of())
                : HealthLine.of("exchange", State.LOOK, "cold", Map.of());
    }

    private HealthLine stamps() {
        return switch (stamps.standing()) {
            case NONE -> HealthLine.of("stamps", State.OFF, "none", Map.of());
            case NOT_ASKED -> HealthLine.of("stamps", State.OFF, "not-asked", Map.of());
            case ANSWERS -> HealthLine.of("stamps", State.GOOD, "answers", Map.of());
            case SILENT -> HealthLine.of("stamps", State.BAD, "silent", Map.of());
        };
    }
}
