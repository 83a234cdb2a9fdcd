package org.comity.desk;

import java.util.List;
import org.comity.casework.GivenRequests;
import org.comity.identity.Officials;
import org.comity.ui.Flash;
import org.comity.ui.ListAddress;
import org.comity.vocabulary.Official;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Gives what was ticked in a list to one officer; what binds the State is never done to many at once. */
@Controller
class GivingController {

    private final GivenRequests given;
    private final Officials officials;

    GivingController(GivenRequests given, Officials officials) {
        this.given = given;
        this.officials = officials;
    }

    @PostMapping("/requests/owner")
    String give(
            @RequestParam(defaultValue = "") List<String> request,
            @RequestParam(defaultValue = "") String owner,
            @RequestParam(defaultValue = "") String back,
            Official by,
            RedirectAttributes redirect) {
        given.give(request, owner, by);
        var n = String.valueOf(request.size());
        var to = officials.find(owner).map(Official::name);
        redirect.addFlashAttribute(
                "flash",
                to.map(it -> Flash.done("desk.gave", "n", n, "name", it))
                        .orElse(Flash.done("desk.gave.nobody", "n", n)));
        return "redirect:" + (ListAddress.is(back) ? back : "/desk");
    }
}
