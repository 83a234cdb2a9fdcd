package org.comity.convention;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One edition of a treaty as data. A thread names the edition in its opening act and keeps it for life.
 *
 * @param id e.g. {@code uncc}, as a State's profile lists it
 * @param version of our data, rising with each correction: the edition is {@code uncc/1}
 * @param shortName e.g. <em>the Convention</em>
 * @param bindingNote when it binds, and what we cannot know
 * @param form no text of a treaty: only what a request states, whose basis the requesting State names in its own words
 * @param whole false where we hold only the articles that our procedures need
 * @param chapters in order
 */
public record Instrument(
        String id,
        int version,
        Wording name,
        Wording shortName,
        Wording bindingNote,
        EntryIntoForce entryIntoForce,
        boolean form,
        boolean whole,
        List<Chapter> chapters) {

    public Instrument {
        chapters = List.copyOf(chapters);
    }

    /** As acts name it, e.g. {@code uncc/1}. */
    public String edition() {
        return id + "/" + version;
    }

    public Optional<LocalDate> inForceFrom() {
        return entryIntoForce.from();
    }

    /** Computed from deposits recorded with their depositary notification, never from news. */
    public boolean inForceOn(LocalDate day) {
        return inForceFrom().filter(from -> !day.isBefore(from)).isPresent();
    }

    public record Chapter(String number, Wording title) {}
}
