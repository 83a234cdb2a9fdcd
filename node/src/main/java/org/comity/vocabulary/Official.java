package org.comity.vocabulary;

import java.util.Set;

/**
 * A person signed in on this node. The name stays in the domestic file; {@code pseudonym} is what may leave the node.
 *
 * @param id stable, e.g. {@code maren}
 * @param name as the person writes it
 * @param pseudonym e.g. {@code XA-1/o-7f3a}
 */
public record Official(String id, String name, String pseudonym, Set<Duty> duties) {

    public Official {
        duties = Set.copyOf(duties);
    }

    public boolean holds(Duty duty) {
        return duties.contains(duty);
    }
}
