package org.comity.paper;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Says how the translation of a letter stands: a draft, or certified by somebody on a day; and which text prevails.
 *
 * @param act whose letter it is
 * @param language into which it was translated, as a tag
 * @param certifiedBy name and capacity; empty while it is a draft
 * @param prevails the language of the text that prevails, as a tag
 * @param file name of the certified translation that is kept here; empty where none is
 */
public record Translation(
        String act,
        String language,
        String certifiedBy,
        @Nullable LocalDate certifiedOn,
        String prevails,
        String file,
        String official,
        Instant recordedAt) {

    public static final int LONGEST = 200;

    public boolean certified() {
        return certifiedOn != null;
    }
}
