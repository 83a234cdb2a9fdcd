package org.comity.paper;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.comity.procedure.Dispatch;
import org.comity.procedure.RequestRow;
import org.comity.thread.Threads;
import org.comity.thread.Threads.KeptAct;
import org.comity.vocabulary.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Leaves out of a letter that is printed again what was learned after it was posted. */
@Component
class KnownWhenPosted {

    /** Under which a letter of theirs that we wrote down has its number, and a request the number of whoever asks or is asked. */
    private static final String LETTER = "letterReference";

    private final Threads threads;
    private final TranslationRows translations;

    KnownWhenPosted(Threads threads, TranslationRows translations) {
        this.threads = threads;
        this.translations = translations;
    }

    /**
     * @param theirCase the other State's number; empty while it was not known
     * @param translation as it stood
     */
    record Known(String theirCase, Optional<Translation> translation) {}

    /** @param way how the letter went; null, or not posted: what is known now */
    Known of(RequestRow row, KeptAct letter, @Nullable Dispatch way) {
        var translation = translations.of(letter.id());
        if (way == null || way.postedAt() == null) {
            return new Known(row.theirCase(), translation);
        }
        var posted = way.postedAt();
        return new Known(theirCase(row, way, posted), translation.flatMap(it -> it.asOf(posted)));
    }

    private String theirCase(RequestRow row, Dispatch way, Instant posted) {
        var borne = way.theirCase();
        if (borne != null) return borne;
        return learnedLater(row, posted) ? "" : row.theirCase();
    }

    /** What the request itself named, or nothing. */
    private String named(RequestRow row) {
        var key = row.ourRole() == Role.REQUESTING ? "theirCase" : "ourCase";
        return threads.opening(row.thread()).map(it -> text(it, key)).orElse("");
    }

    private static String text(KeptAct act, String key) {
        return act.body().get(key) instanceof String text ? text : "";
    }

    private Stream<KeptAct> theirLetters(RequestRow row) {
        return threads.newest(row.thread()).stream()
                .filter(it -> it.envelope().facts().containsKey("recorded")
                        && Role.of(it.envelope().role()) != row.ourRole());
    }

    /** Of what left before its number was kept: their number is the first that a letter of theirs bore, unless the request named one. */
    private boolean learnedLater(RequestRow row, Instant posted) {
        return !row.theirCase().isEmpty()
                && !row.theirCase().equals(named(row))
                && theirLetters(row)
                        .filter(it -> row.theirCase().equals(text(it, LETTER)))
                        .findFirst()
                        .filter(it -> it.keptAt().isAfter(posted))
                        .isPresent();
    }
}
