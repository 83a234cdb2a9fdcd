package org.comity.thread;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Says who approved acts that were given from a seat, without opening the containers in which that is sealed. */
public interface SeatApprovals {

    /**
     * By the act, as the sealed act has them, each by the name of its passkey. Nobody of an act that waits, whose body is forgotten, or that
     * was kept before they were written down.
     */
    Map<String, List<String>> persons(Collection<String> acts);

    /**
     * Writes them down, of an act that was given from a seat and was checked; where the caller only reads, they are just said.
     *
     * @return nobody of any other act
     */
    List<String> keep(SealedAct act);

    /** With the body. */
    void forget(String act);
}
