package org.comity.casework.providers;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.comity.directory.ProviderNote;
import org.comity.procedure.ActWriting.Pointed;
import org.comity.procedure.form.BodyFields;
import org.comity.procedure.form.Identifier;

/** Points out what is asked for a time that is longer ago than the provider keeps such data. */
final class ShorterKept {

    /** Where a period begins, as bodies have it. */
    private static final String FROM = "from";

    private ShorterKept() {}

    /**
     * Of each kind that is asked, by the word that was checked last.
     *
     * @param asked kinds of data that the provider would have to have already
     */
    static List<Pointed> pointed(List<ProviderNote> notes, Set<String> asked, Map<String, Object> body, Instant now) {
        var since = earliest(body);
        if (since.isEmpty()) return List.of();
        var from = LocalDate.ofInstant(since.get(), ZoneOffset.UTC);
        long ago = ChronoUnit.DAYS.between(from, LocalDate.ofInstant(now, ZoneOffset.UTC));
        return ProviderNote.KINDS.stream()
                .filter(asked::contains)
                .flatMap(kind -> last(notes, kind).flatMap(note -> pointed(note, kind, from, ago)).stream())
                .toList();
    }

    private static Optional<Pointed> pointed(ProviderNote note, String kind, LocalDate from, long ago) {
        var kept = note.kept().get(kind);
        if (kept == null || kept.days() == null || kept.days() >= ago) return Optional.empty();
        return Optional.of(new Pointed(
                "kept.shorter." + kind,
                "",
                List.of(),
                Map.of(
                        Pointed.DAYS,
                        kept.days().toString(),
                        "fromDay",
                        from.toString(),
                        "checkedDay",
                        note.checked().toString())));
    }

    private static Optional<ProviderNote> last(List<ProviderNote> notes, String kind) {
        return notes.stream()
                .filter(it -> it.kept().containsKey(kind))
                .max(Comparator.comparing(ProviderNote::checked).thenComparing(ProviderNote::writtenAt));
    }

    private static Optional<Instant> earliest(Map<String, Object> body) {
        var used = Identifier.allIn(body).stream().flatMap(it -> it.used().stream());
        return Stream.concat(used, Stream.ofNullable(new BodyFields(body).instant(FROM)))
                .min(Comparator.naturalOrder());
    }
}
