package org.comity.capacity.rounds;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.comity.capacity.matching.ReasonSentence;
import org.comity.ui.Language;
import org.comity.ui.Words;

/** Sorts the reasons of a solved round by need, as the State of each may read them: whose need comes next is in none. */
final class ToldReasons {

    private ToldReasons() {}

    static Map<String, List<ReasonSentence>> byNeed(RoundReasons reasons) {
        var all = new LinkedHashMap<String, List<ReasonSentence>>();
        for (var each : reasons.proposals()) {
            var said = all.computeIfAbsent(each.placed().need(), _ -> new ArrayList<>());
            said.add(each.summary());
            said.addAll(each.parts());
            said.addAll(each.priority());
            Optional.ofNullable(each.next()).ifPresent(said::add);
            Optional.ofNullable(each.after()).ifPresent(said::add);
        }
        for (var each : reasons.left()) {
            all.computeIfAbsent(each.need(), _ -> new ArrayList<>()).addAll(each.forState());
        }
        return all;
    }

    static String head(Words words, Language language, String round, String need) {
        return words.say(language, "rounds.told.head", "round", round, "need", need);
    }

    static List<String> lines(Words words, Language language, List<ReasonSentence> said) {
        return said.stream()
                .map(it -> words.say(language, it.key(), it.named()))
                .toList();
    }
}
