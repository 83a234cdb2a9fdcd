package org.comity.casework.acts;

import java.io.IOException;
import java.util.Locale;
import org.comity.casework.Drafts;
import org.comity.vocabulary.Official;
import org.springframework.web.multipart.MultipartFile;

/** Attaches a file to a draft as a browser sends it, which may name neither file nor kind. */
final class AttachedFile {

    private AttachedFile() {}

    static void add(MultipartFile file, String draft, Drafts drafts, Official by) throws IOException {
        var name = file.getOriginalFilename();
        var type = file.getContentType();
        drafts.attach(
                draft,
                name == null ? "" : name,
                type == null
                        ? "application/octet-stream"
                        : type.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT),
                file.getBytes(),
                by);
    }
}
