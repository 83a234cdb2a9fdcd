package org.comity.casework;

/** Carries what is attached to one draft over to another, which is written in its place. */
public interface DraftFiles {

    /** Inside the caller's transaction; the first keeps its own. */
    void copy(String from, String to);
}
