package org.comity.seat;

import org.comity.casework.CaseAccess;
import org.comity.directory.Directory;
import org.comity.identity.ApprovalForm;
import org.comity.ui.Flash;
import org.comity.ui.FormProblems;
import org.comity.ui.SinglePress;
import org.comity.ui.TypedText;
import org.comity.vocabulary.Official;
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

/** Where two officers open the seats of an authority anew that said it has a node, and has none. */
@Controller
@RequestMapping("/seats/anew/{authority}")
class ReopeningController {

    private final ReopeningSeats reopening;
    private final Directory directory;
    private final CaseAccess access;
    private final SinglePress presses;

    ReopeningController(ReopeningSeats reopening, Directory directory, CaseAccess access, SinglePress presses) {
        this.reopening = reopening;
        this.directory = directory;
        this.access = access;
        this.presses = presses;
    }

    @GetMapping
    String page(@PathVariable String authority, Official by, Model model) {
        access.mustRead(by);
        return page(authority, "", FormProblems.NONE, by, model);
    }

    private String page(String authority, String why, FormProblems problems, Official by, Model model) {
        var waiting = reopening.waiting(authority);
        model.addAttribute("authority", directory.get(authority));
        model.addAttribute("act", waiting.map(SeatReopeningRows.Waiting::act).orElse(""));
        model.addAttribute(
                "mayApprove", waiting.filter(it -> reopening.mayApprove(it, by)).isPresent());
        model.addAttribute("why", why);
        model.addAttribute("problems", problems);
        return "seat/anew";
    }

    @PostMapping
    String ask(@PathVariable String authority, @RequestParam(defaultValue = "") String why, Official by, Model model) {
        access.mustWrite(by);
        var clean = TypedText.clean(why);
        try {
            reopening.ask(authority, clean, by);
            return "redirect:/seats/anew/" + authority;
        } catch (SeatRefused refused) {
            if (!refused.facts().containsKey("field")) throw refused;
            return page(authority, clean, FormProblems.NONE.with("why", "seat.needed.anew"), by, model);
        }
    }

    @GetMapping("/act.pdf")
    ResponseEntity<byte[]> pdf(@PathVariable String authority, Official by) {
        access.mustRead(by);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .body(reopening
                        .waiting(authority)
                        .orElseThrow(SeatRefused::unknown)
                        .pdf());
    }

    @PostMapping("/approve")
    String approve(
            @PathVariable String authority,
            @RequestParam String once,
            ApprovalForm form,
            Official by,
            RedirectAttributes redirect) {
        return presses.once(once, () -> {
            reopening.approve(authority, form.proof(), by);
            redirect.addFlashAttribute("flash", Flash.done("seat.anew.done"));
            return "redirect:/seats";
        });
    }

    @PostMapping("/back")
    String back(@PathVariable String authority, Official by) {
        access.mustWrite(by);
        reopening.takeBack(authority, by);
        return "redirect:/seats/anew/" + authority;
    }
}
