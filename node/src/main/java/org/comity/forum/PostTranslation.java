package org.comity.forum;

import java.time.Instant;

/**
 * A post in another language.
 *
 * @param mine the reader made it
 */
public record PostTranslation(long id, TranslationOrigin into, String text, String madeBy, Instant at, boolean mine) {

    public String language() {
        return into.language();
    }

    public String origin() {
        return into.origin();
    }
}
