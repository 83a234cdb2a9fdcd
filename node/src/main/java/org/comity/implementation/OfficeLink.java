package org.comity.implementation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Questions that another office answers by a link: it sees these and nothing else.
 *
 * @param askedBy the day by which we asked; the link stays open until {@code endsAt}
 * @param takenBack when we took it back; null while it stands
 */
public record OfficeLink(
        long id,
        long round,
        String office,
        List<String> questions,
        LocalDate askedBy,
        Instant endsAt,
        @Nullable Instant takenBack) {

    public OfficeLink {
        questions = List.copyOf(questions);
    }

    public boolean open(Instant now) {
        return takenBack == null && now.isBefore(endsAt);
    }

    /** An answer of theirs: a draft until one of us accepts it. */
    public record Theirs(String question, GivenAnswer given, Instant at, boolean accepted) {}
}
