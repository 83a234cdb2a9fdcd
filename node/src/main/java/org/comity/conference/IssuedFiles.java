package org.comity.conference;

import java.util.Optional;

/** Gives the files of documents that this node published on the board of the Conference. */
public interface IssuedFiles {

    /** @param name under which it is saved */
    record Issued(String name, String type, byte[] content) {}

    /** @param subject of the document on its board */
    Optional<Issued> of(String subject, String language);
}
