package org.comity.evidence.upload;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Arrays;
import org.comity.evidence.EvidenceRefused;
import org.comity.proof.act.Attachment;

/** What tus says beside the bytes, and where a file lay: read or refused, and what is read is a name that can be kept. */
class TusHeadersFuzzTest {

    @FuzzTest
    void metadata(byte[] header) {
        try {
            var said = UploadMetadata.read(new String(header, UTF_8));
            assertTrue(Attachment.allowedMediaType(said.mediaType()));
            kept(said.path());
        } catch (EvidenceRefused refused) {
            // its own answer
        }
    }

    @FuzzTest
    void place(byte[] path) {
        try {
            kept(new String(path, UTF_8));
        } catch (EvidenceRefused refused) {
            // its own answer
        }
    }

    private static void kept(String path) {
        var place = FilePlace.of(path);
        assertTrue(Attachment.allowedName(place.name()));
        assertTrue(place.folder().isEmpty()
                || Arrays.stream(place.folder().split("/", -1)).allMatch(Attachment::allowedName));
    }
}
