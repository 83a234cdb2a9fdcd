package org.comity.capacity.matching;

import java.util.List;

/**
 * A State as a round sees it.
 *
 * @param ldc least developed country, {@code lldc} landlocked developing, {@code sids} small island developing
 * @param room how many more units it can take up at a time
 * @param regions its regions by M49, from the smallest to the largest
 */
public record StateInRound(
        String code, boolean ldc, boolean lldc, boolean sids, boolean developing, int room, List<String> regions) {

    public StateInRound {
        regions = List.copyOf(regions);
        RoundRefused.unless(room >= 0 && room <= 1000, "room");
    }
}
