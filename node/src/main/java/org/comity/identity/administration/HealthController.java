package org.comity.identity.administration;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.comity.ui.HealthLine;
import org.comity.ui.HealthLine.State;
import org.comity.ui.HealthLines;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** How this node does, in words; each room says its own lines. */
@Controller
class HealthController {

    private static final Logger log = LoggerFactory.getLogger(HealthController.class);

    private final ObjectProvider<HealthLines> rooms;

    HealthController(ObjectProvider<HealthLines> rooms) {
        this.rooms = rooms;
    }

    @GetMapping("/admin/health")
    String health(Model model) {
        var lines = new ArrayList<HealthLine>();
        rooms.orderedStream().forEach(it -> lines.addAll(said(it)));
        // What does not work comes first; otherwise each keeps its place.
        lines.sort(java.util.Comparator.comparingInt(
                it -> it.state() == State.BAD ? 0 : it.state() == State.LOOK ? 1 : 2));
        model.addAttribute("view", new HealthView(lines));
        return "identity/health";
    }

    /** One room that cannot say how it does must not hide the others. */
    private static List<HealthLine> said(HealthLines room) {
        try {
            return room.lines();
        } catch (RuntimeException e) {
            var incident = UUID.randomUUID().toString();
            log.error(
                    "incident {}: {} could not say how it does",
                    incident,
                    room.getClass().getSimpleName(),
                    e);
            return List.of(HealthLine.of("silent", State.BAD, "room", Map.of("incident", incident)));
        }
    }
}
