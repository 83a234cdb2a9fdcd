package org.comity.viewer;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.comity.ui.HealthLine;
import org.comity.ui.HealthLine.State;
import org.comity.ui.HealthLines;
import org.comity.viewer.ViewerSandbox.Kind;
import org.springframework.stereotype.Component;

/** What shuts the drawing process in, here. */
@Component
class ViewerLine implements HealthLines {

    private final ViewerSandbox walls;

    ViewerLine(ViewerSandbox walls) {
        this.walls = walls;
    }

    @Override
    public List<HealthLine> lines() {
        var kind = walls.kind();
        var state = switch (kind) {
            case BUBBLEWRAP -> State.GOOD;
            case MISSING -> State.LOOK;
            case OFF -> State.OFF;
        };
        return List.of(HealthLine.of("viewer", state, word(kind), Map.of()));
    }

    private static String word(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
