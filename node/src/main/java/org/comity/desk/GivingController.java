package org.comity.desk;

import java.util.List;
import org.comity.casework.GivenRequests;
import org.comity.ui.Flash;
import org.comity.vocabulary.Official;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Gives what was ticked in a list to one officer; what binds the State is never done to many at once. */
@Controller
class GivingController {

    private static final String LISTS = "/(?:desk|requests)(?:\\?[A-Za-z0-9._~%&=+:,*-]{0,1000})?";

    private final GivenRequests given;

    GivingController(GivenRequests given) {
        this.given = given;
    }

    @PostMapping("/requests/owner")
    String give(
            @RequestParam(defaultValue = "") List<String> request,
            @RequestParam(defaultValue = "") String owner,
            @RequestParam(defaultValue = "") String back,
            Official by,
            RedirectAttributes redirect) {
        given.give(request, owner, by);
        redirect.addFlashAttribute("flash", Flash.done("desk.gave", "n", String.valueOf(request.size())));
        return "redirect:" + (back.matches(LISTS) ? back : "/desk");
    }
}
