package org.comity.evidence.pages;

import java.util.UUID;
import org.comity.evidence.Evidence;
import org.comity.ui.Flash;
import org.comity.vocabulary.Official;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** While an item is held by law, no act has it destroyed here. */
@Controller
@RequestMapping("/evidence/{id:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}}/legal-hold")
class LegalHoldController {

    private final Evidence evidence;
    private final EvidenceAccess access;

    LegalHoldController(Evidence evidence, EvidenceAccess access) {
        this.evidence = evidence;
        this.access = access;
    }

    @PostMapping
    String hold(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String why,
            Official by,
            RedirectAttributes redirect) {
        access.mustHoldByLaw(by);
        evidence.holdByLaw(access.item(id, by).id(), why, by);
        redirect.addFlashAttribute("flash", Flash.done("evidence.hold.done"));
        return "redirect:/evidence/" + id;
    }

    @PostMapping("/end")
    String end(@PathVariable UUID id, Official by, RedirectAttributes redirect) {
        access.mustHoldByLaw(by);
        evidence.endHoldByLaw(access.item(id, by).id(), by);
        redirect.addFlashAttribute("flash", Flash.done("evidence.hold.ended"));
        return "redirect:/evidence/" + id;
    }
}
