package org.comity.evidence.custody;

import org.comity.evidence.Evidence.Beginning;
import org.comity.evidence.EvidenceRefused;
import org.comity.evidence.Item;
import org.comity.proof.act.Attachment;

/** Checks what an item may be called: as an attachment of an act, and its folder by plain names. */
final class ItemNaming {

    private ItemNaming() {}

    /** @throws EvidenceRefused {@code name}, {@code media-type} or {@code folder} */
    static void check(Beginning beginning) {
        if (!Attachment.allowedName(beginning.name())) {
            throw new EvidenceRefused("name", "A plain file name without path is needed");
        }
        if (!Attachment.allowedMediaType(beginning.mediaType())) {
            throw new EvidenceRefused("media-type", "Lower case, without parameters");
        }
        if (!Item.allowedFolder(beginning.folder())) {
            throw new EvidenceRefused("folder", "Plain names divided by /, at most 1,000 characters");
        }
    }
}
