package org.comity.directory.trust;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where lists and entries come from; nothing that comes from it is believed before it is verified. */
interface DirectorySource {

    /** The operator's newest list; empty if it is still the one with this hash. */
    Optional<byte[]> list(@Nullable String have) throws IOException;

    /** @throws NotReached if nothing came, which says nothing of the entry */
    byte[] entry(String id, long version) throws IOException;

    List<byte[]> revocations() throws IOException;

    /** Says that no answer came, or not the whole of it. */
    final class NotReached extends IOException {

        private static final long serialVersionUID = 1;

        NotReached(@Nullable Throwable cause) {
            super(cause);
        }
    }
}
