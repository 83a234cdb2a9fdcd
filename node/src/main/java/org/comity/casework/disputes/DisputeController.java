package org.comity.casework.disputes;

import org.comity.identity.ApprovalForm;
import org.comity.ui.FileAnswer;
import org.comity.ui.FileDownload;
import org.comity.ui.Flash;
import org.comity.ui.FormProblems;
import org.comity.ui.SeenMark;
import org.comity.ui.TypedText;
import org.comity.vocabulary.AddressedRequest;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.RequestAddress;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Both proofs side by side, and how the authorities settled that they differ. */
@Controller
@RequestMapping({"/requests" + RequestAddress.SHORT + "/dispute", "/requests" + RequestAddress.WHOLE + "/dispute"})
class DisputeController {

    private static final String PAGE = "casework/disputes/dispute";

    private final Disputes disputes;

    DisputeController(Disputes disputes) {
        this.disputes = disputes;
    }

    @GetMapping
    String page(@AddressedRequest String reference, Official by, Model model) {
        return page(disputes.view(reference, "", "", FormProblems.NONE, by), SeenMark.NOTHING, model);
    }

    private static String page(DisputeView view, String seen, Model model) {
        model.addAttribute("dispute", view);
        model.addAttribute("seen", SeenMark.carried(view.mark(), seen, view.problems()));
        return PAGE;
    }

    @FileDownload
    @GetMapping("/{number:[0-9]{1,3}}-{side:ours|theirs}.json")
    ResponseEntity<byte[]> proof(
            @AddressedRequest String reference, @PathVariable int number, @PathVariable String side, Official by) {
        return FileAnswer.saved("%s-%d-%s.json".formatted(RequestAddress.fileName(reference), number, side))
                .contentType(MediaType.APPLICATION_JSON)
                .body(disputes.proof(reference, number, side.equals("ours"), by));
    }

    @PostMapping("/settlement")
    String propose(
            @AddressedRequest String reference,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "") String continuedIn,
            @RequestParam(defaultValue = "") String seen,
            Official by,
            Model model,
            RedirectAttributes redirect) {
        var clean = TypedText.clean(words);
        var goesOnIn = TypedText.clean(continuedIn);
        var problems = FormProblems.NONE;
        if (clean.isEmpty() || clean.length() > Disputes.LONGEST_WORDS) {
            problems = problems.with("words", clean.isEmpty() ? "dispute.needed" : "dispute.too-long");
        } else {
            problems = disputes.propose(reference, clean, goesOnIn, seen, by);
        }
        if (problems.any()) {
            return page(disputes.view(reference, clean, goesOnIn, problems, by), seen, model);
        }
        redirect.addFlashAttribute("flash", Flash.done("dispute.proposed"));
        return "redirect:/requests/" + reference + "/dispute";
    }

    @PostMapping("/settlement/agree")
    String agree(
            @AddressedRequest String reference,
            @RequestParam String hash,
            ApprovalForm form,
            Official by,
            RedirectAttributes redirect) {
        disputes.agree(reference, hash, form.proof(), by);
        redirect.addFlashAttribute("flash", Flash.done("dispute.agreed"));
        return "redirect:/requests/" + reference + "/dispute";
    }

    @PostMapping("/continue")
    String goOn(@AddressedRequest String reference, Official by) {
        return "redirect:/drafts/" + disputes.goOn(reference, by).id() + "/state";
    }
}
