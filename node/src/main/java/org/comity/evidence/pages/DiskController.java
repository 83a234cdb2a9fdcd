package org.comity.evidence.pages;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import org.comity.evidence.EvidenceCases;
import org.comity.evidence.disk.Disk;
import org.comity.evidence.pages.EvidenceAccess.Within;
import org.comity.ui.Flash;
import org.comity.ui.FormProblems;
import org.comity.vocabulary.Official;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Bags on a disk that somebody carries: out, in, and the files of a counterpart without a node. */
@Controller
@RequestMapping("/evidence/disk")
class DiskController {

    private final Disk disk;
    private final EvidenceAccess access;

    DiskController(Disk disk, EvidenceAccess access) {
        this.disk = disk;
        this.access = access;
    }

    @GetMapping
    String page(@RequestParam(defaultValue = "") String request, Official by, Model model) {
        access.mustKeep(by);
        model.addAttribute("limits", access.limits(request.strip(), by));
        return page(request, "", false, by, model);
    }

    private String page(String request, String list, boolean sealedOnly, Official by, Model model) {
        model.addAttribute(
                "disk",
                new DiskView(
                        access.seen(disk.folders(), disk.works(), by),
                        access.seenWorks(disk.works(), by),
                        request,
                        list,
                        sealedOnly));
        return "evidence/disk";
    }

    @PostMapping("/out")
    String out(
            @RequestParam String request,
            @RequestParam(defaultValue = "") String use,
            @RequestParam(defaultValue = "") String words,
            Official by,
            RedirectAttributes redirect) {
        access.mustKeep(by);
        var of = access.byReference(request.strip(), by);
        var within = new Within(use, words);
        var asked = access.asksUse(of, EvidenceCases.BAG, within, by);
        if (asked.isPresent()) {
            return "redirect:" + asked.get();
        }
        access.leaves(of, EvidenceCases.BAG, within, by);
        disk.writeOut(of, by);
        return begun(redirect);
    }

    @PostMapping("/files")
    String files(
            @RequestParam String request,
            @RequestParam(defaultValue = "false") boolean sealedOnly,
            Official by,
            RedirectAttributes redirect) {
        access.mustKeep(by);
        disk.writeFiles(access.byReference(request.strip(), by), sealedOnly, by);
        return begun(redirect);
    }

    @PostMapping("/in")
    String in(@RequestParam String folder, Official by, RedirectAttributes redirect) {
        access.mustKeep(by);
        access.mustSee(folder, disk.works(), by);
        disk.bringIn(folder, by);
        return begun(redirect);
    }

    @PostMapping("/plain")
    String plain(
            @RequestParam String folder,
            @RequestParam String request,
            @RequestParam String list,
            @RequestParam(defaultValue = "false") boolean sealedOnly,
            Official by,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        access.mustKeep(by);
        access.mustSee(folder, disk.works(), by);
        try {
            disk.bringPlain(folder, list, access.byReference(request.strip(), by), sealedOnly, by);
            return begun(redirect);
        } catch (Disk.WrongList wrong) {
            // What was typed stays.
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute(
                    "problems",
                    FormProblems.NONE.with(
                            "list",
                            "error.disk.list",
                            "line",
                            Objects.requireNonNull(wrong.facts().get("line"))));
            return page(request, list, sealedOnly, by, model);
        }
    }

    private static String begun(RedirectAttributes redirect) {
        redirect.addFlashAttribute("flash", Flash.done("disk.begun"));
        return "redirect:/evidence/disk#works";
    }
}
