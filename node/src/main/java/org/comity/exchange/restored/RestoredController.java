package org.comity.exchange.restored;

import org.comity.exchange.Comparing;
import org.comity.thread.Restoration;
import org.comity.ui.Flash;
import org.comity.vocabulary.Official;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** To whom a restored node is closed, and the administrator's way to open without having compared. */
@Controller
class RestoredController {

    private final Restoration restoration;
    private final Comparing comparing;

    RestoredController(Restoration restoration, Comparing comparing) {
        this.restoration = restoration;
        this.comparing = comparing;
    }

    @GetMapping("/restored")
    String show(Model model) {
        model.addAttribute("restored", new RestoredView(restoration.last().orElse(null), comparing.closed()));
        return "exchange/restored";
    }

    @PostMapping("/admin/restored/{counterpart:[A-Z]{2}-[A-Za-z0-9]+}/open")
    String open(@PathVariable String counterpart, Official by, RedirectAttributes redirect) {
        comparing.open(counterpart, by);
        redirect.addFlashAttribute("flash", Flash.done("restored.opened", "to", counterpart));
        return "redirect:/restored";
    }
}
