package org.comity.exchange.restored;

import org.comity.exchange.ComparisonsDue;
import org.comity.ledger.LogEpochs;
import org.comity.thread.Restoration;
import org.comity.ui.Flash;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.ParticipantId;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** To whom a restored node is closed, the ways to open without having compared, and to sign the log again. */
@Controller
class RestoredController {

    private final Restoration restoration;
    private final ComparisonsDue comparing;
    private final LogEpochs epochs;

    RestoredController(Restoration restoration, ComparisonsDue comparing, LogEpochs epochs) {
        this.restoration = restoration;
        this.comparing = comparing;
        this.epochs = epochs;
    }

    @GetMapping("/restored")
    String show(Official by, Model model) {
        var log = epochs.closed();
        model.addAttribute(
                "restored",
                new RestoredView(
                        restoration.last().orElse(null),
                        comparing.closed(),
                        log.orElse(null),
                        log.filter(it -> epochs.mayBegin(it, by)).isPresent()));
        return "exchange/restored";
    }

    @PostMapping("/admin/restored/{counterpart:" + ParticipantId.FORM + "}/open")
    String open(@PathVariable String counterpart, Official by, RedirectAttributes redirect) {
        comparing.open(counterpart, by);
        redirect.addFlashAttribute("flash", Flash.done("restored.opened", "to", counterpart));
        return "redirect:/restored";
    }

    @PostMapping("/admin/restored/log")
    String show(@RequestParam String checkpoint, Official by, RedirectAttributes redirect) {
        boolean open = epochs.show(checkpoint, by);
        redirect.addFlashAttribute(
                "flash", open ? Flash.done("restored.log.opened") : Flash.warned("restored.log.loss-shown"));
        return "redirect:/restored";
    }

    @PostMapping("/restored/log/epoch")
    String begin(Official by, RedirectAttributes redirect) {
        boolean begun = epochs.begin(by);
        redirect.addFlashAttribute("flash", Flash.done(begun ? "restored.log.begun" : "restored.log.asked"));
        return "redirect:/restored";
    }
}
