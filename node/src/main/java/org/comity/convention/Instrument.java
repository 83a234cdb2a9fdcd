package org.comity.convention;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
 * @param read where every paragraph without a mark of its own was read; null where each bears its mark
 * @param documents official texts that a node may load, of which the hash is known
 * @param ends what its final provisions count, and what a State tells the depositary
 * @param assurances the paragraph on which a kind of assurance rests; what is not there rests on other law
 */
// More than twelve: each is said once of a whole edition.
public record Instrument(
        String id,
        int version,
        Wording name,
        Wording shortName,
        Wording bindingNote,
        EntryIntoForce entryIntoForce,
        boolean form,
        boolean whole,
        List<Chapter> chapters,
        @Nullable Wording read,
        List<Document> documents,
        FinalProvisions ends,
        Map<String, String> assurances) {

    public Instrument {
        chapters = List.copyOf(chapters);
        documents = List.copyOf(documents);
        assurances = Map.copyOf(assurances);
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

    /**
     * @param language e.g. {@code en}
     * @param name e.g. {@code A/RES/79/243}
     * @param sha256 of the file, in hex
     */
    public record Document(String language, String name, String sha256) {}

    public record Chapter(String number, Wording title) {}
}
