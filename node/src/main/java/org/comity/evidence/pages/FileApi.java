package org.comity.evidence.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.comity.evidence.pages.EvidenceAccess.Within;
import org.comity.evidence.pages.TakingFile.Span;
import org.comity.ui.FileDownload;
import org.comity.vocabulary.Official;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRange;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A matched item as the file that it was, for a custodian's program. One range at a time, each of them on record. */
@RestController
@RequestMapping("/api/v1/evidence/{id:[0-9a-f-]{36}}/file")
class FileApi {

    private final TakingFile taking;
    private final EvidenceAccess access;

    FileApi(TakingFile taking, EvidenceAccess access) {
        this.taking = taking;
        this.access = access;
    }

    @FileDownload
    @GetMapping
    void file(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String use,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "false") boolean sealedOnly,
            @RequestHeader(name = "Range", defaultValue = "") String range,
            Official by,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        access.mustKeep(by);
        var item = access.item(id, by);
        if (request.getMethod().equals("HEAD")) {
            // It would be read to its end and be on record, and nobody would have it.
            response.setHeader(HttpHeaders.ALLOW, "GET");
            response.setStatus(HttpStatus.METHOD_NOT_ALLOWED.value());
            return;
        }
        var span = range.isEmpty() ? Optional.of(Span.whole(item)) : span(range, Span.size(item));
        if (span.isEmpty()) {
            response.setHeader(HttpHeaders.CONTENT_RANGE, "bytes */" + Span.size(item));
            response.setStatus(HttpStatus.REQUESTED_RANGE_NOT_SATISFIABLE.value());
            return;
        }
        taking.take(item, span.get(), new Within(use, words), sealedOnly, by, response);
    }

    /** Empty if there is no byte in it, or if it is more than one. */
    private static Optional<Span> span(String range, long size) {
        try {
            var asked = HttpRange.parseRanges(range);
            if (asked.size() != 1) return Optional.empty();
            long from = asked.getFirst().getRangeStart(size);
            return from < size
                    ? Optional.of(new Span(from, asked.getFirst().getRangeEnd(size) + 1, size))
                    : Optional.empty();
        } catch (IllegalArgumentException noRange) {
            return Optional.empty();
        }
    }
}
