package org.comity.capacity.rounds;

import java.time.LocalDate;
import org.comity.capacity.VulnerableStates;
import org.springframework.stereotype.Component;

/** Reads the groups of States from the list that rounds use too. */
@Component
class ListedGroups implements VulnerableStates {

    private final GroupsOfStates groups;

    ListedGroups(GroupsOfStates groups) {
        this.groups = groups;
    }

    @Override
    public boolean has(String state, LocalDate day) {
        var found = groups.of(state, day, 1);
        return found.ldc() || found.lldc() || found.sids();
    }
}
