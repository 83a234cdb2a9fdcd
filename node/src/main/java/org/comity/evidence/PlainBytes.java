package org.comity.evidence;

import java.io.IOException;
import java.io.InputStream;

/** The plain bytes of a matched item, read part by part: no chunk gives a byte before it was found authentic. */
public interface PlainBytes {

    /**
     * Bytes from {@code from} on, {@code length} of them or as far as there are. To be closed. A chunk that is not authentic
     * breaks the reading off with an {@link IOException} caused by a {@link java.security.GeneralSecurityException}.
     *
     * @throws EvidenceRefused {@code not-matched}, {@code no-key}
     * @throws ItemDestroyed if it was declared destroyed
     */
    InputStream open(Item item, long from, long length) throws IOException;
}
