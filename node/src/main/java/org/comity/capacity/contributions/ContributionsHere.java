package org.comity.capacity.contributions;

import java.util.List;

/** Tells of the contributions that come to this node. */
public interface ContributionsHere {

    /** @param reader what this official may see, or {@code Compartments#ANYBODY} */
    List<Contribution> received(String reader);
}
