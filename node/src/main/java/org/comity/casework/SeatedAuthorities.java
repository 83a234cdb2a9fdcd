package org.comity.casework;

/**
 * Says which authorities without a node read their requests on this one, from a seat. What goes to them goes by no letter: it
 * is before them as soon as it is registered.
 */
public interface SeatedAuthorities {

    /** Whether a person of that authority holds a confirmed key, so that it reads all its requests here. */
    boolean reads(String authority);

    /**
     * The same for what is being registered: whatever begins or ends its reading waits for the end of this transaction, and
     * sees what it wrote.
     */
    boolean readsWhatIsRegistered(String authority);
}
