package org.comity.casework.emergency;

import java.time.Instant;
import java.util.Optional;
import org.comity.ui.Language;
import org.comity.ui.Words;
import org.springframework.stereotype.Component;

/** Finds the hour of the call in the words that acknowledge a request, whoever wrote them. */
@Component
class PromisedCall {

    /** The words that are ready, and stand in the field until somebody changes them. */
    static final String WORDS = "emergency.answer.words";

    private static final String HOUR = "HOUR";

    private final Words words;

    PromisedCall(Words words) {
        this.words = words;
    }

    /**
     * The hour as it is written there, be it one of a day or not: that of the words that were ready. In an emergency, where
     * they were changed, of all hours in them one that no day has, else the next to come.
     */
    Optional<String> in(String text, boolean emergency, Instant leaves) {
        var ready = Language.KNOWN.stream()
                .map(it -> words.say(it, WORDS, "time", HOUR))
                .flatMap(it -> Hours.promised(text, it, HOUR).stream())
                .findFirst();
        return ready.isPresent() || !emergency ? ready : Hours.meant(text, leaves);
    }
}
