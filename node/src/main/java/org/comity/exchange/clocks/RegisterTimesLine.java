package org.comity.exchange.clocks;

import java.util.List;
import java.util.Map;
import org.comity.thread.RegisterTimes;
import org.comity.ui.HealthLine;
import org.comity.ui.HealthLine.Detail;
import org.comity.ui.HealthLine.State;
import org.comity.ui.HealthLines;
import org.springframework.stereotype.Component;

/** Says whose registers have times that run backwards. */
@Component
class RegisterTimesLine implements HealthLines {

    private final RegisterTimes times;

    RegisterTimesLine(RegisterTimes times) {
        this.times = times;
    }

    @Override
    public List<HealthLine> lines() {
        var keepers = times.backwards();
        if (keepers.isEmpty()) {
            return List.of(HealthLine.of("register-times", State.GOOD, "forward", Map.of()));
        }
        return List.of(new HealthLine(
                "register-times",
                State.LOOK,
                "backwards",
                Map.of(
                        "n",
                        keepers.stream()
                                .mapToLong(RegisterTimes.Keeper::entries)
                                .sum()),
                keepers.stream().map(RegisterTimesLine::named).toList()));
    }

    private static Detail named(RegisterTimes.Keeper it) {
        return it.id() == null
                ? new Detail("health.register-times.ours", Map.of("n", it.entries(), "by", it.most()))
                : new Detail(
                        "health.register-times.theirs", Map.of("peer", it.id(), "n", it.entries(), "by", it.most()));
    }
}
