package org.comity.capacity.contributions;

import org.comity.casework.CaseAccess;
import org.comity.vocabulary.Official;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Shows the contributions that we give and those that come to us; nobody is compared with anybody. */
@Controller
class ContributionsController {

    private final ReadingContributions reading;
    private final CaseAccess access;

    ContributionsController(ReadingContributions reading, CaseAccess access) {
        this.reading = reading;
        this.access = access;
    }

    @GetMapping("/contributions")
    String list(Official by, Model model) {
        access.mustRead(by);
        model.addAttribute("contributions", reading.all(by.id()));
        return "capacity/contributions/list";
    }
}
