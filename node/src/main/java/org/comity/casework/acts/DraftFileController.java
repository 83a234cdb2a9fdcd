package org.comity.casework.acts;

import java.io.IOException;
import org.comity.casework.CaseAccess;
import org.comity.casework.Drafts;
import org.comity.ui.Flash;
import org.comity.vocabulary.Official;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Takes and removes files that travel with an act, while it is being written. */
@Controller
@RequestMapping("/drafts/{id}/files")
class DraftFileController {

    private final Drafts drafts;
    private final CaseAccess access;

    DraftFileController(Drafts drafts, CaseAccess access) {
        this.drafts = drafts;
        this.access = access;
    }

    @PostMapping
    String attach(@PathVariable String id, @RequestParam MultipartFile file, Official by, RedirectAttributes redirect)
            throws IOException {
        access.mustWrite(by);
        AttachedFile.add(file, id, drafts, by);
        redirect.addFlashAttribute("flash", Flash.done("acts.attached"));
        return "redirect:/drafts/" + id + "/preview";
    }

    @PostMapping("/remove")
    String detach(@PathVariable String id, @RequestParam String name, Official by) {
        access.mustWrite(by);
        drafts.detach(id, name, by);
        return "redirect:/drafts/" + id + "/preview";
    }
}
