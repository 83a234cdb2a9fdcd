package org.comity.evidence.transfer;

import org.comity.evidence.ItemArrivals;
import org.comity.evidence.SeenItems;
import org.comity.ui.Flash;
import org.comity.vocabulary.Official;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What travels, for both desks: progress, pause, cancel, how fast and when. */
@Controller
@RequestMapping("/evidence/transfers")
class TransferController {

    private static final String MANIFEST = "/{manifest:[0-9a-f]{64}}";
    private static final String PAGE = "redirect:/evidence/transfers";
    private static final int MOST_PAGES = 10_000;

    private final ReadingTransfers reading;
    private final ItemArrivals arrivals;
    private final DecidingTransfers deciding;
    private final SeenItems items;
    private final SeenTransfers seen;

    TransferController(
            ReadingTransfers reading,
            ItemArrivals arrivals,
            DecidingTransfers deciding,
            SeenItems items,
            SeenTransfers seen) {
        this.reading = reading;
        this.arrivals = arrivals;
        this.deciding = deciding;
        this.items = items;
        this.seen = seen;
    }

    @GetMapping
    String page(@RequestParam(defaultValue = "0") int page, Official by, Model model) {
        TransferRefused.unless(TransferRefused.mayRead(by) || TransferRefused.mayPace(by));
        var transfers = reading.page(Math.clamp(page, 0, MOST_PAGES), by);
        model.addAttribute("transfers", transfers);
        model.addAttribute(
                "limits",
                items.limits(
                        transfers.coming().stream()
                                .map(it -> it.arrival().thread())
                                .toList(),
                        by));
        return "evidence/transfers";
    }

    @PostMapping(MANIFEST + "/pause")
    String pause(@PathVariable String manifest, Official by, RedirectAttributes redirect) {
        mustDecide(manifest, by);
        arrivals.pause(manifest, by);
        return done(redirect, "transfer.paused");
    }

    @PostMapping(MANIFEST + "/resume")
    String resume(@PathVariable String manifest, Official by, RedirectAttributes redirect) {
        mustDecide(manifest, by);
        arrivals.resume(manifest, by);
        return done(redirect, "transfer.resumed");
    }

    @PostMapping(MANIFEST + "/cancel")
    String cancel(@PathVariable String manifest, Official by, RedirectAttributes redirect) {
        mustDecide(manifest, by);
        arrivals.cancel(manifest, by);
        return done(redirect, "transfer.cancelled");
    }

    @PostMapping(MANIFEST + "/hold")
    String hold(@PathVariable String manifest, @RequestParam boolean held, Official by, RedirectAttributes redirect) {
        mustDecide(manifest, by);
        deciding.hold(manifest, held, by);
        return done(redirect, held ? "transfer.held" : "transfer.let-go");
    }

    @PostMapping("/pace")
    String pace(
            @RequestParam String participant,
            @RequestParam(defaultValue = "") String rate,
            @RequestParam(defaultValue = "") String opens,
            @RequestParam(defaultValue = "") String closes,
            Official by,
            RedirectAttributes redirect) {
        TransferRefused.unless(TransferRefused.mayPace(by));
        deciding.pace(new TypedPace(participant, rate, opens, closes), by);
        return done(redirect, "transfer.pace.set");
    }

    /** Whoever may not see what travels decides nothing about it, and learns nothing by trying. */
    private void mustDecide(String manifest, Official by) {
        TransferRefused.unless(TransferRefused.mayDecide(by));
        seen.mustSee(manifest, by);
    }

    private static String done(RedirectAttributes redirect, String what) {
        redirect.addFlashAttribute("flash", Flash.done(what));
        return PAGE;
    }
}
