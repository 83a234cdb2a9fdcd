package org.comity.desk;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.comity.casework.Compartments;
import org.comity.casework.UnsentAct;
import org.comity.casework.UnsentAct.Progress;
import org.comity.casework.UnsentActs;
import org.comity.desk.Handover.Line;
import org.comity.ui.Language;
import org.comity.vocabulary.Official;
import org.springframework.stereotype.Component;

/** Names in a note what our officers have in hand, and says beside each line why it stands so, while it still does. */
@Component
class HandingOverInHand {

    private final UnsentActs unsent;

    HandingOverInHand(UnsentActs unsent) {
        this.unsent = unsent;
    }

    /** At most {@link UnsentActs#MOST}; whoever comes reads them. */
    List<Line> lines() {
        return unsent.page(Language.ENGLISH, Compartments.ANYBODY, null).acts().stream()
                .limit(UnsentActs.MOST)
                .map(HandingOverInHand::line)
                .toList();
    }

    /** By the page where one goes on, those that stand now as these lines say: a note keeps no word of an act itself. */
    Map<String, UnsentAct> standing(List<Line> lines, Official by, Language language) {
        var paths = lines.stream()
                .filter(it -> !it.inHand().isEmpty())
                .collect(Collectors.toMap(Line::path, Line::inHand, (first, _) -> first));
        if (paths.isEmpty()) return Map.of();
        return unsent
                .saying(language, by.id(), it -> paths.keySet().stream().anyMatch(path -> leads(path, it)))
                .acts()
                .stream()
                .filter(it -> it.standing().name().equals(paths.get(it.path())))
                .collect(Collectors.toMap(UnsentAct::path, Function.identity(), (first, _) -> first));
    }

    private static boolean leads(String path, UnsentActs.Said act) {
        var sent = act.draft().act();
        return path.contains(act.draft().id()) || sent != null && path.endsWith(sent);
    }

    private static Line line(UnsentAct act) {
        var draft = act.draft();
        return new Line(
                draft.thread() == null ? "" : draft.thread(),
                draft.reference() == null ? "" : draft.reference(),
                act.others().stream().findFirst().orElse(""),
                act.since(),
                false,
                act.named(),
                draft.emergency(),
                act.standing().name(),
                act.standing() == Progress.HELD ? draft.notBefore() : null,
                act.path());
    }
}
