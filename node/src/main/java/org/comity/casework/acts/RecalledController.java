package org.comity.casework.acts;

import org.comity.casework.CaseAccess;
import org.comity.procedure.Requests;
import org.comity.ui.Flash;
import org.comity.ui.SinglePress;
import org.comity.vocabulary.Official;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Takes the press by which an act is begun again from what was recalled. */
@Controller
class RecalledController {

    private final BeginningAgain again;
    private final CaseAccess access;
    private final Requests requests;
    private final SinglePress press;

    RecalledController(BeginningAgain again, CaseAccess access, Requests requests, SinglePress press) {
        this.again = again;
        this.access = access;
        this.requests = requests;
        this.press = press;
    }

    @PostMapping("/drafts/{id}/again")
    String begin(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String once,
            Official by,
            RedirectAttributes redirect) {
        access.mustWrite(by);
        redirect.addFlashAttribute("flash", Flash.done("acts.begun-again"));
        return press.once(once, () -> {
            var draft = again.from(id, by);
            return "redirect:" + ReadingDraft.backTo(draft, draft.address(requests));
        });
    }
}
