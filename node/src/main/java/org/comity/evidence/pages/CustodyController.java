package org.comity.evidence.pages;

import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import org.comity.evidence.CustodyPapers;
import org.comity.evidence.pages.EvidenceAccess.Within;
import org.comity.ui.FileAnswer;
import org.comity.ui.FileDownload;
import org.comity.ui.Language;
import org.comity.vocabulary.Official;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * An item's custody for a court or another program, within a use that is named where a use limit binds us; a press, since
 * each is written down.
 */
@Controller
@RequestMapping("/evidence/{id:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}}")
class CustodyController {

    static final MediaType JSON_LD = MediaType.parseMediaType("application/ld+json");

    private final CustodyPapers papers;
    private final EvidenceAccess access;

    CustodyController(CustodyPapers papers, EvidenceAccess access) {
        this.papers = papers;
        this.access = access;
    }

    @FileDownload
    @PostMapping("/custody.pdf")
    Object pdf(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String use,
            @RequestParam(defaultValue = "") String words,
            Official by,
            Locale locale) {
        var language = Language.of(locale);
        return leaves(
                id,
                "custody.pdf",
                new Within(use, words),
                by,
                () -> file(papers.pdf(id, by, language), MediaType.APPLICATION_PDF, "custody-%s.pdf".formatted(id)));
    }

    @FileDownload
    @PostMapping("/custody.jsonld")
    Object graph(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String use,
            @RequestParam(defaultValue = "") String words,
            Official by) {
        return leaves(
                id,
                "custody.jsonld",
                new Within(use, words),
                by,
                () -> file(papers.graph(id, by), JSON_LD, "custody-%s.jsonld".formatted(id)));
    }

    /** The paper, or the page on which the use is named first. */
    private Object leaves(UUID id, String paper, Within within, Official by, Supplier<ResponseEntity<byte[]>> made) {
        access.mustPrint(by);
        var item = access.item(id, by);
        var asked = access.asksUse(item, paper, within, by);
        if (asked.isPresent()) {
            return "redirect:" + asked.get();
        }
        access.leaves(item, paper, within, by);
        return made.get();
    }

    private static ResponseEntity<byte[]> file(byte[] content, MediaType type, String name) {
        return FileAnswer.saved(name).contentType(type).body(content);
    }
}
