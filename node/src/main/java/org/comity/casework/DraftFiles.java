package org.comity.casework;

import java.util.Optional;

/** Hands out what is attached to a draft, and carries it over to another, which is written in its place. */
public interface DraftFiles {

    /** What is in the file of this name; empty where the draft has none. */
    Optional<byte[]> content(String draft, String name);

    /** Inside the caller's transaction; the first keeps its own. */
    void copy(String from, String to);
}
