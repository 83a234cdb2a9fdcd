package org.comity.sealing;

import java.util.List;
import java.util.Map;
import org.comity.proof.Malformed;
import org.comity.proof.item.ItemKey;
import org.comity.proof.seal.Container;

/** Seals with this node's key, and encrypts and opens what travels between nodes. Thread-safe. */
public interface Sealing {

    /**
     * ASiC-E (EN 319 162-1) with CAdES-B by this authority's key over all files; CAdES-T when the time-stamping authority
     * answers within 2 s.
     *
     * @param files name to content, in order; at most 5 MB together
     */
    byte[] seal(Map<String, byte[]> files);

    /** The same of the files of an act, read as its receivers will: none may find out, once it is registered, that nobody can. */
    default byte[] sealAct(Map<String, byte[]> files) {
        byte[] sealed = seal(files);
        try {
            Container.read(sealed);
        } catch (Malformed e) {
            throw new IllegalStateException("Our own container cannot be read", e);
        }
        return sealed;
    }

    /** One age file for the given recipients ({@code age1pq1…} texts). */
    byte[] encrypt(byte[] plain, List<String> recipients);

    /** Opens an age file addressed to this node; {@link CannotOpen} if it is not, or was changed. */
    byte[] open(byte[] ageFile) throws CannotOpen;

    /** The file key of an item of evidence, from the header that wraps it for this node, or for a key that it had before. */
    ItemKey openItem(byte[] header) throws CannotOpen;

    /** ECDSA P-256 / SHA-256 by the register key, base64 DER. */
    String signEntry(byte[] canonical);

    final class CannotOpen extends Exception {
        public CannotOpen(String why) {
            super(why);
        }
    }
}
