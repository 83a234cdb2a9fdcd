package org.comity.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Locale;
import org.comity.casework.CaseAccess;
import org.comity.casework.Drafts;
import org.comity.vocabulary.Official;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Files that will travel with an act, byte for byte; the same name again replaces the file. */
@RestController
@RequestMapping("/api/v1/drafts/{id}/files/{name}")
class DraftFilesApi {

    private static final int LARGEST = 2 << 20;

    private final Drafts drafts;
    private final CaseAccess access;

    DraftFilesApi(Drafts drafts, CaseAccess access) {
        this.drafts = drafts;
        this.access = access;
    }

    @PutMapping
    DraftJson attach(@PathVariable String id, @PathVariable String name, HttpServletRequest file, Official by)
            throws IOException {
        access.mustWrite(by);
        var content = ReadingIdempotentRequest.body(file, LARGEST);
        var type = file.getContentType() == null ? "application/octet-stream" : file.getContentType();
        var plain = type.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
        var draft = drafts.attach(id, name, plain, content, by);
        return DraftJson.of(draft, drafts.needsSecondOfficer(draft));
    }

    @DeleteMapping
    DraftJson detach(@PathVariable String id, @PathVariable String name, Official by) {
        access.mustWrite(by);
        var draft = drafts.detach(id, name, by);
        return DraftJson.of(draft, drafts.needsSecondOfficer(draft));
    }
}
