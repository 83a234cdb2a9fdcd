package org.comity.evidence.transfer;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.Map;
import org.comity.directory.Directory;
import org.comity.evidence.Arrivals;
import org.comity.ledger.Ledger;
import org.comity.ui.Flash;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;
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
    private static final int LEAST_KILOBYTES = 4;
    private static final int KILOBYTE = 1024;

    private final ReadingTransfers reading;
    private final Arrivals arrivals;
    private final ReleaseRows releases;
    private final PaceRows paces;
    private final Directory directory;
    private final Ledger ledger;

    TransferController(
            ReadingTransfers reading,
            Arrivals arrivals,
            ReleaseRows releases,
            PaceRows paces,
            Directory directory,
            Ledger ledger) {
        this.reading = reading;
        this.arrivals = arrivals;
        this.releases = releases;
        this.paces = paces;
        this.directory = directory;
        this.ledger = ledger;
    }

    @GetMapping
    String page(@RequestParam(defaultValue = "0") int page, Official by, Model model) {
        TransferRefused.unless(TransferRefused.mayRead(by) || TransferRefused.mayPace(by));
        model.addAttribute("transfers", reading.page(Math.clamp(page, 0, MOST_PAGES), by));
        return "evidence/transfers";
    }

    @PostMapping(MANIFEST + "/pause")
    String pause(@PathVariable String manifest, Official by, RedirectAttributes redirect) {
        TransferRefused.unless(TransferRefused.mayDecide(by));
        arrivals.pause(manifest, by);
        return done(redirect, "transfer.paused");
    }

    @PostMapping(MANIFEST + "/resume")
    String resume(@PathVariable String manifest, Official by, RedirectAttributes redirect) {
        TransferRefused.unless(TransferRefused.mayDecide(by));
        arrivals.resume(manifest, by);
        return done(redirect, "transfer.resumed");
    }

    @PostMapping(MANIFEST + "/cancel")
    String cancel(@PathVariable String manifest, Official by, RedirectAttributes redirect) {
        TransferRefused.unless(TransferRefused.mayDecide(by));
        arrivals.cancel(manifest, by);
        return done(redirect, "transfer.cancelled");
    }

    @PostMapping(MANIFEST + "/hold")
    String hold(
            @PathVariable String manifest, @RequestParam boolean held, Official by, RedirectAttributes redirect) {
        TransferRefused.unless(TransferRefused.mayDecide(by));
        releases.find(manifest).filter(it -> it.act() != null).orElseThrow(TransferRefused::unknown);
        releases.hold(manifest, held);
        ledger.record(by, held ? "evidence.held" : "evidence.let-go", manifest, Map.of());
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
        if (!participant.isEmpty() && directory.find(participant).isEmpty()) throw TransferRefused.unknown();
        var from = time(opens);
        var until = time(closes);
        if ((from == null) != (until == null)) throw TransferRefused.pace();
        paces.put(new PaceRows.Row(participant, rate(rate), from, until));
        ledger.record(
                by,
                "evidence.paced",
                participant.isEmpty() ? "*" : participant,
                Map.of("rate", rate.strip(), "opens", opens.strip(), "closes", closes.strip()));
        return done(redirect, "transfer.pace.set");
    }

    private static @Nullable Long rate(String typed) {
        var text = typed.strip();
        if (text.isEmpty()) return null;
        if (!text.matches("[0-9]{1,9}") || Long.parseLong(text) < LEAST_KILOBYTES) throw TransferRefused.pace();
        return Long.parseLong(text) * KILOBYTE;
    }

    private static @Nullable LocalTime time(String typed) {
        if (typed.isBlank()) return null;
        try {
            return LocalTime.parse(typed.strip());
        } catch (DateTimeException e) {
            throw TransferRefused.pace();
        }
    }

    private static String done(RedirectAttributes redirect, String what) {
        redirect.addFlashAttribute("flash", Flash.done(what));
        return PAGE;
    }
}
