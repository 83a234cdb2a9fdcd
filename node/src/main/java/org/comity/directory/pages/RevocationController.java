package org.comity.directory.pages;

import java.io.IOException;
import org.comity.directory.EntryRefused;
import org.comity.ui.Flash;
import org.comity.ui.FormProblems;
import org.comity.vocabulary.Duty;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A participant's own word that its keys count no more, as the file that it signed with its recovery key. */
@Controller
@RequestMapping("/admin/revocations")
class RevocationController {

    private final BringingRevocations revocations;

    RevocationController(BringingRevocations revocations) {
        this.revocations = revocations;
    }

    @GetMapping
    String page(Official by, Model model) {
        unlessAdministrator(by);
        return page(FormProblems.NONE, model);
    }

    @PostMapping
    String bring(
            @RequestParam(required = false) @Nullable MultipartFile file,
            Official by,
            Model model,
            RedirectAttributes redirect)
            throws IOException {
        unlessAdministrator(by);
        if (file == null || file.isEmpty()) {
            return page(FormProblems.NONE.with("file", "revocation.wrong.no-file"), model);
        }
        try {
            var id = revocations.bring(file.getBytes(), by);
            redirect.addFlashAttribute("flash", Flash.done("revocation.taken", "id", id));
            return "redirect:/admin/revocations";
        } catch (EntryRefused e) {
            return page(FormProblems.NONE.with("file", "revocation.wrong." + e.reason()), model);
        }
    }

    private String page(FormProblems problems, Model model) {
        model.addAttribute("view", new RevocationsView(revocations.known(), problems));
        return "directory/revocations";
    }

    /** The paths under /admin are closed to others already; a second lock costs nothing. */
    private static void unlessAdministrator(Official by) {
        if (!by.holds(Duty.ADMINISTRATOR)) {
            throw new BringingRevocations.NotYours();
        }
    }
}
