package org.comity.cooperation.assistance;

import java.util.Optional;
import org.comity.cooperation.delivery.Items;
import org.comity.cooperation.form.FieldSections;
import org.comity.thread.Threads;
import org.comity.thread.Threads.KeptAct;
import org.comity.ui.Language;
import org.comity.ui.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the earlier act of which an act speaks, within its own thread and nowhere else, and names it. */
@Component
class QuotedActs {

    private final Threads threads;
    private final Words words;

    QuotedActs(Threads threads, Words words) {
        this.threads = threads;
        this.words = words;
    }

    /** @param thread null while there is none: then nothing is found */
    Optional<KeptAct> find(@Nullable String thread, String act) {
        return thread == null
                ? Optional.empty()
                : threads.act(act).filter(it -> it.thread().equals(thread));
    }

    /** By its number in the register and what it is; by its identity while that is all we know. */
    String name(String act, Optional<KeptAct> found, Language language) {
        var inShort = act.substring(0, Math.min(12, act.length()));
        var message =
                "assistance.speaks-of." + found.map(it -> it.envelope().type()).orElse("");
        if (found.isEmpty() || found.get().n() == null || !words.has("en", message)) {
            return words.say(language, "assistance.speaks-of", "act", inShort);
        }
        return words.say(
                        language,
                        message,
                        "n",
                        found.get().n(),
                        "count",
                        AssistanceRendering.count(found.get().envelope().facts().getOrDefault(Items.COUNT, "")))
                + " · " + FieldSections.moment(found.get().envelope().time(), language.locale())
                + " · " + words.say(language, "assistance.speaks-of", "act", inShort);
    }
}
