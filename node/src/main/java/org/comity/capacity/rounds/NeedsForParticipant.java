package org.comity.capacity.rounds;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.comity.board.ShownToParticipant;
import org.comity.capacity.KeptList;
import org.springframework.stereotype.Component;

/**
 * Shows each participant what it may see of the needs on the list and no board tells it: a need of which it is a named provider,
 * and parts that a State keeps from the public but not from those who take part.
 */
@Component
class NeedsForParticipant implements ShownToParticipant {

    private final RecentNeeds recent;
    private final KeptList kept;

    NeedsForParticipant(RecentNeeds recent, KeptList kept) {
        this.recent = recent;
        this.kept = kept;
    }

    @Override
    public String board() {
        return PublishingNeeds.BOARD;
    }

    @Override
    public Map<String, Map<String, Object>> to(String participant) {
        var shown = new LinkedHashMap<String, Map<String, Object>>();
        if (!kept.here()) return shown;
        // Needs that name this participant come first: no number of others takes their place.
        put(shown, recent.naming(participant), NeedReader.NAMED);
        put(shown, recent.notNaming(participant), NeedReader.PARTICIPANTS);
        return shown;
    }

    private static void put(Map<String, Map<String, Object>> shown, List<ListedNeed> needs, NeedReader reader) {
        for (var need : needs) {
            ShownNeed.to(reader, need.state(), need.acts())
                    .filter(it -> !standsOnBoard(need, it))
                    .ifPresent(it -> shown.put(need.subject(), it));
        }
    }

    /** In just this form: then whoever takes part reads it there, and nothing is handed out. */
    static boolean standsOnBoard(ListedNeed need, Map<String, Object> body) {
        return NeedOnBoard.of(need.state(), need.acts())
                .filter(it -> it.body().equals(body))
                .isPresent();
    }
}
