package org.comity.conference.session;

import java.util.Optional;
import org.comity.conference.session.ConferenceSession.PaperFile;
import org.comity.proof.form.Digests;

/** A file of a document as it was uploaded: PDF or DOCX by how it begins, whatever its name says. */
record IssuedFile(PaperFile file, byte[] content) {

    static final int LARGEST = 4 << 20;

    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    static Optional<IssuedFile> of(String language, byte[] content) {
        if (content.length < 8 || content.length > LARGEST) return Optional.empty();
        var type =
                begins(content, '%', 'P', 'D', 'F') ? "application/pdf" : begins(content, 'P', 'K', 3, 4) ? DOCX : "";
        return type.isEmpty()
                ? Optional.empty()
                : Optional.of(new IssuedFile(
                        new PaperFile(language, type, content.length, Digests.sha256(content)), content));
    }

    private static boolean begins(byte[] content, int... with) {
        for (int i = 0; i < with.length; i++) {
            if ((content[i] & 0xff) != with[i]) return false;
        }
        return true;
    }
}
