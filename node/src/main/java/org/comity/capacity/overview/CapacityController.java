package org.comity.capacity.overview;

import java.util.Map;
import org.comity.ui.Flash;
import org.comity.ui.NavCounts;
import org.comity.vocabulary.Official;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The first page of capacity, and beside its entry how much is our turn. */
@Controller
class CapacityController implements NavCounts {

    private final ReadingCapacity reading;
    private final FindingOffers finding;

    CapacityController(ReadingCapacity reading, FindingOffers finding) {
        this.reading = reading;
        this.finding = finding;
    }

    @Override
    public Map<String, Integer> counts(Official official) {
        return Map.of("capacity", reading.waiting(official));
    }

    @GetMapping("/capacity")
    String now(Official by, Model model) {
        model.addAttribute("view", reading.read(by));
        model.addAttribute("offered", finding.read(by));
        return "capacity/overview/now";
    }

    @PostMapping("/capacity/needs")
    String begin(@RequestParam(defaultValue = "") String offer, Official by, RedirectAttributes redirect) {
        var writing = finding.begin(offer, by);
        if (!writing.isEmpty()) return "redirect:" + writing;
        redirect.addFlashAttribute("flash", Flash.warned("capacity.offered.gone"));
        return "redirect:/capacity";
    }
}
