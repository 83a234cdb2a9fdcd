package org.comity.paper;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Says how the translation of a letter stands: a draft, or certified by somebody on a day; and which text prevails.
 *
 * @param act whose letter it is
 * @param language into which it was translated, as a tag
 * @param certifiedBy name and capacity; empty while it is a draft
 * @param prevails the language of the text that prevails, as a tag
 * @param file name of the certified translation that is kept here; empty where none is
 * @param statedAt since when all but the file stands so, and {@code fileAt} since when the file is here; null where none is
 */
public record Translation(
        String act,
        String language,
        String certifiedBy,
        @Nullable LocalDate certifiedOn,
        String prevails,
        String file,
        String official,
        Instant recordedAt,
        Instant statedAt,
        @Nullable Instant fileAt) {

    public static final int LONGEST = 200;

    /** As it stood at that time; empty where nothing of it was said by then. */
    Optional<Translation> asOf(Instant time) {
        if (statedAt.isAfter(time)) {
            return Optional.empty();
        }
        boolean here = fileAt != null && !fileAt.isAfter(time);
        return Optional.of(
                here
                        ? this
                        : new Translation(
                                act,
                                language,
                                certifiedBy,
                                certifiedOn,
                                prevails,
                                "",
                                official,
                                recordedAt,
                                statedAt,
                                null));
    }

    /** The file aside. */
    boolean saysTheSame(Translation other) {
        return language.equals(other.language)
                && certifiedBy.equals(other.certifiedBy)
                && Objects.equals(certifiedOn, other.certifiedOn)
                && prevails.equals(other.prevails);
    }

    public boolean certified() {
        return certifiedOn != null;
    }
}
