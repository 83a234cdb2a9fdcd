package org.comity.capacity.contributions;

import org.comity.capacity.SidePages;
import org.comity.capacity.ThreadsOfLaw;
import org.comity.capacity.UnreadableQuestion;
import org.comity.casework.CaseAccess;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

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
    String list(
            @RequestParam(required = false) @Nullable String role,
            @RequestParam(required = false) @Nullable String after,
            Official by,
            Model model) {
        access.mustRead(by);
        var asked = UnreadableQuestion.role(role);
        var page = reading.page(asked, by.id(), after, ThreadsOfLaw.A_PAGE);
        model.addAttribute(
                "contributions", page.threads().stream().map(Contribution::new).toList());
        model.addAttribute("pages", new SidePages("/contributions", asked, after != null, page.cursor()));
        return "capacity/contributions/list";
    }
}
