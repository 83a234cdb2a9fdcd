package org.comity.procedure.file;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.comity.procedure.RequestRow;
import org.comity.procedure.form.FieldSections;
import org.comity.procedure.form.Items;
import org.comity.thread.Threads;
import org.comity.thread.Threads.KeptAct;
import org.comity.ui.Language;
import org.comity.ui.Words;
import org.comity.vocabulary.CutText;
import org.jspecify.annotations.Nullable;

/**
 * Finds the earlier acts of which an act speaks or could speak, within its own thread and nowhere else, and names them.
 *
 * @param law the procedure as messages name it
 */
record FindingEarlierActs(String law, Threads threads, Words words) {

    private static final int SHORT = 12;

    /** @param thread null while there is none: then nothing is found */
    Optional<KeptAct> find(@Nullable String thread, String act) {
        return thread == null
                ? Optional.empty()
                : threads.act(act).filter(it -> it.thread().equals(thread));
    }

    /** Those of these types that had effect, oldest first. */
    Stream<KeptAct> all(RequestRow row, List<String> types) {
        return threads.effective(row.thread(), Set.copyOf(types));
    }

    /** By its number in the register, what it is and when it was said; by its identity while that is all we know. */
    String name(String act, Optional<KeptAct> found, Language language) {
        var inShort = words.say(language, law + ".speaks-of", "act", CutText.to(act, SHORT));
        return found.filter(it -> it.n() != null)
                .map(it -> number(it, language) + " · "
                        + FieldSections.moment(it.envelope().time(), language.locale()) + " · " + inShort)
                .orElse(inShort);
    }

    String number(KeptAct act, Language language) {
        return words.say(
                language,
                law + ".speaks-of." + act.envelope().type(),
                "n",
                act.n() == null ? 0 : act.n(),
                "count",
                count(act.envelope().facts()));
    }

    /** How many items an act delivers, as its envelope says. */
    static int count(Map<String, String> facts) {
        var text = facts.getOrDefault(Items.COUNT, "");
        return text.matches("[0-9]{1,4}") ? Integer.parseInt(text) : 0;
    }
}
