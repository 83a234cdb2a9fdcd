package org.comity.capacity.overview;

import java.util.Map;
import org.comity.ui.NavCounts;
import org.comity.vocabulary.Official;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page of capacity, and beside its entry how much is our turn. */
@Controller
class CapacityController implements NavCounts {

    private final ReadingCapacity reading;

    CapacityController(ReadingCapacity reading) {
        this.reading = reading;
    }

    @Override
    public Map<String, Integer> counts(Official official) {
        return Map.of("capacity", reading.waiting(official));
    }

    @GetMapping("/capacity")
    String now(Official by, Model model) {
        model.addAttribute("view", reading.read(by));
        return "capacity/overview/now";
    }
}
