package org.comity.casework.compartments;

import java.util.List;
import org.comity.casework.CaseAccess;
import org.comity.casework.compartments.ClosingRequests.TypedClosing;
import org.comity.identity.ApprovalForm;
import org.comity.ui.Flash;
import org.comity.ui.FormProblems;
import org.comity.ui.TypedText;
import org.comity.vocabulary.AddressedRequest;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.RequestAddress;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who may see a request: closing it to named officers, and opening it again. */
@Controller
@RequestMapping({
    "/requests" + RequestAddress.SHORT + "/compartment",
    "/requests" + RequestAddress.WHOLE + "/compartment"
})
class CompartmentController {

    private static final String PAGE = "casework/compartments/compartment";

    private final ClosingRequests closing;
    private final CaseAccess access;

    CompartmentController(ClosingRequests closing, CaseAccess access) {
        this.closing = closing;
        this.access = access;
    }

    @GetMapping
    String page(@AddressedRequest String reference, Official by, Model model) {
        access.mustRead(by);
        model.addAttribute("compartment", closing.view(reference, null, FormProblems.NONE, by));
        return PAGE;
    }

    @PostMapping
    String propose(
            @AddressedRequest String reference,
            @RequestParam(defaultValue = "close") String then,
            @RequestParam(defaultValue = "") List<String> named,
            @RequestParam(defaultValue = "") String why,
            @RequestParam(defaultValue = "") String seen,
            Official by,
            Model model,
            RedirectAttributes redirect) {
        access.mustWrite(by);
        var typed = new TypedClosing(then.equals("open") ? List.of() : List.copyOf(named), TypedText.clean(why), seen);
        var problems = closing.propose(reference, typed, by);
        if (problems.any()) {
            model.addAttribute("compartment", closing.view(reference, typed, problems, by));
            return PAGE;
        }
        redirect.addFlashAttribute("flash", Flash.done("compartment.proposed"));
        return "redirect:/requests/" + reference + "/compartment";
    }

    @PostMapping("/confirm")
    String confirm(
            @AddressedRequest String reference,
            @RequestParam String hash,
            ApprovalForm form,
            Official by,
            RedirectAttributes redirect) {
        access.mustRead(by);
        closing.confirm(reference, hash, form.proof(), by);
        redirect.addFlashAttribute("flash", Flash.done("compartment.confirmed"));
        return "redirect:/requests/" + reference + "/compartment";
    }

    @PostMapping("/drop")
    String drop(
            @AddressedRequest String reference,
            @RequestParam(defaultValue = "") String hash,
            Official by,
            RedirectAttributes redirect) {
        access.mustWrite(by);
        closing.drop(reference, hash, by);
        redirect.addFlashAttribute("flash", Flash.done("compartment.dropped"));
        return "redirect:/requests/" + reference + "/compartment";
    }
}
