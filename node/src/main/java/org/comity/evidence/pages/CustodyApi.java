package org.comity.evidence.pages;

import java.util.Locale;
import java.util.UUID;
import org.comity.evidence.CustodyPapers;
import org.comity.evidence.pages.EvidenceAccess.Within;
import org.comity.ui.FileAnswer;
import org.comity.ui.FileDownload;
import org.comity.ui.Language;
import org.comity.vocabulary.Official;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** An item's custody for programs, as the page gives it to a court; each taking is on record. */
@RestController
@RequestMapping("/api/v1/evidence/{id:[0-9a-f-]{36}}")
class CustodyApi {

    private final CustodyPapers papers;
    private final EvidenceAccess access;

    CustodyApi(CustodyPapers papers, EvidenceAccess access) {
        this.papers = papers;
        this.access = access;
    }

    @FileDownload
    @GetMapping("/custody.pdf")
    ResponseEntity<byte[]> pdf(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String use,
            @RequestParam(defaultValue = "") String words,
            Official by,
            Locale locale) {
        leaves(id, "custody.pdf", new Within(use, words), by);
        return FileAnswer.saved("custody-%s.pdf".formatted(id))
                .contentType(MediaType.APPLICATION_PDF)
                .body(papers.pdf(id, by, Language.of(locale)));
    }

    @FileDownload
    @GetMapping("/custody.jsonld")
    ResponseEntity<byte[]> graph(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String use,
            @RequestParam(defaultValue = "") String words,
            Official by) {
        leaves(id, "custody.jsonld", new Within(use, words), by);
        return FileAnswer.saved("custody-%s.jsonld".formatted(id))
                .contentType(CustodyController.JSON_LD)
                .body(papers.graph(id, by));
    }

    private void leaves(UUID id, String paper, Within within, Official by) {
        access.mustPrint(by);
        access.leaves(access.item(id, by), paper, within, by);
    }
}
