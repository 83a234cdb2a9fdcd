package org.comity.casework.emergency;

import java.time.Instant;
import java.util.List;
import org.comity.directory.Participant;

/**
 * Shows when nobody picked up, and whom to try next.
 *
 * @param attempts in their order
 * @param others further contact points of the State that is asked
 */
public record UnansweredView(List<Attempt> attempts, List<Participant> others) {

    /** @param called the authority whose number was rung, e.g. {@code XB-1} */
    public record Attempt(Instant at, String called, String number) {}
}
