package org.comity.intelligence;

import org.comity.vocabulary.AddressedRequest;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.RequestAddress;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The page on which a STIX bundle is read, of an act or of what is being written. */
@Controller
class IndicatorsController {

    private static final String PAGE = "intelligence/indicators";
    private static final String OF_ACT = "/acts/{act:[0-9a-f]{64}}/indicators/{name}";

    private final ReadingIndicators reading;

    IndicatorsController(ReadingIndicators reading) {
        this.reading = reading;
    }

    @GetMapping({"/requests" + RequestAddress.SHORT + OF_ACT, "/requests" + RequestAddress.WHOLE + OF_ACT})
    String ofAct(
            @AddressedRequest String reference,
            @PathVariable String act,
            @PathVariable String name,
            @RequestParam(defaultValue = "0") int from,
            Official by,
            Model model) {
        model.addAttribute("view", reading.ofAct(reference, act, name, from, by));
        return PAGE;
    }

    @GetMapping("/drafts/{id}/indicators/{name}")
    String ofDraft(
            @PathVariable String id,
            @PathVariable String name,
            @RequestParam(defaultValue = "0") int from,
            Official by,
            Model model) {
        model.addAttribute("view", reading.ofDraft(id, name, from, by));
        return PAGE;
    }
}
