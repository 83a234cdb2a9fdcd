package org.comity.evidence;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.comity.proof.ReadingProgress;
import org.comity.proof.bag.BagWriting;
import org.comity.vocabulary.Official;

/** Items that travel on a disk that somebody carries (docs/protocol/bags.md): what is released, and what is expected. */
public interface CarriedItems {

    /**
     * Puts the items of a thread that were released, and not held, into a bag.
     *
     * @param leftOut is told each that was released and does not travel, by its name: one that is held, is lost or destroyed
     *     here, or was wrapped for a key that its receiver has revoked
     * @return how many were put
     * @throws EvidenceRefused {@code destroyed-meanwhile}: what lies in the bag was declared destroyed, so it is not finished
     */
    int put(BagWriting bag, String thread, Consumer<String> leftOut) throws IOException;

    /**
     * Takes an expected item from the folder of rule B11. What came by wire before stays; it is opened and matched next, as
     * any that came.
     *
     * @param manifest that a registered act names
     * @param howFar is told what is read of the payload, twice
     * @throws EvidenceRefused {@code not-expected}, {@code busy}, or a code of docs/protocol/transfer.md if it is not the item
     */
    void take(Path folder, String manifest, Official by, ReadingProgress howFar) throws IOException;
}
