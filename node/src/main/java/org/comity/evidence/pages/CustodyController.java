package org.comity.evidence.pages;

import java.util.Locale;
import java.util.UUID;
import org.comity.evidence.CustodyPapers;
import org.comity.ui.Language;
import org.comity.vocabulary.Official;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** An item's custody for a court or another program; a press, since each is written down. */
@Controller
@RequestMapping("/evidence/{id:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}}")
class CustodyController {

    private static final MediaType JSON_LD = MediaType.parseMediaType("application/ld+json");

    private final CustodyPapers papers;
    private final EvidenceAccess access;

    CustodyController(CustodyPapers papers, EvidenceAccess access) {
        this.papers = papers;
        this.access = access;
    }

    @PostMapping("/custody.pdf")
    ResponseEntity<byte[]> pdf(@PathVariable UUID id, Official by, Locale locale) {
        var language = Language.of(locale.getLanguage()).orElse(Language.ENGLISH);
        return file(papers.pdf(item(id, by), by, language), MediaType.APPLICATION_PDF, "custody-%s.pdf".formatted(id));
    }

    @PostMapping("/custody.jsonld")
    ResponseEntity<byte[]> graph(@PathVariable UUID id, Official by) {
        return file(papers.graph(item(id, by), by), JSON_LD, "custody-%s.jsonld".formatted(id));
    }

    private UUID item(UUID id, Official by) {
        access.mustKeep(by);
        return access.item(id, by).id();
    }

    private static ResponseEntity<byte[]> file(byte[] content, MediaType type, String name) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(content);
    }
}
