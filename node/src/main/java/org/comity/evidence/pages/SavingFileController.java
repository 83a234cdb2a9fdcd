package org.comity.evidence.pages;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.comity.evidence.EvidenceRefused;
import org.comity.evidence.Item;
import org.comity.evidence.pages.EvidenceAccess.Within;
import org.comity.evidence.pages.TakingFile.Span;
import org.comity.ui.FileDownload;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Lets the custodian save an item as the file that it was; a press, since each is written down. */
@Controller
@RequestMapping("/evidence/{id:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}}/file")
class SavingFileController {

    private final TakingFile taking;
    private final EvidenceAccess access;

    SavingFileController(TakingFile taking, EvidenceAccess access) {
        this.taking = taking;
        this.access = access;
    }

    /** What has to be said first is asked first: the use on the page of the request, then what is never shown. */
    @FileDownload
    @PostMapping
    @Nullable
    String save(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String use,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "false") boolean sealedOnly,
            Official by,
            Model model,
            HttpServletResponse response)
            throws IOException {
        access.mustKeep(by);
        var item = access.item(id, by).here();
        if (item.state() != Item.State.MATCHED) throw new EvidenceRefused("not-matched", "It was not opened whole yet");
        var within = new Within(use, words);
        var asked = access.asksUse(item, TakingFile.PIECE, within, by);
        if (asked.isPresent()) {
            return "redirect:" + asked.get();
        }
        if (item.sealedOnly() && !sealedOnly) {
            model.addAttribute("item", item);
            model.addAttribute("use", use);
            model.addAttribute("words", words);
            model.addAttribute("limits", access.limits(item, by));
            return "evidence/file";
        }
        taking.take(item, Span.whole(item), within, sealedOnly, by, response);
        return null;
    }
}
