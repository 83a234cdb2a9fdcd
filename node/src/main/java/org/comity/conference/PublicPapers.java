package org.comity.conference;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.comity.vocabulary.ArticleReferences;
import org.jspecify.annotations.Nullable;

/** What everybody may read of sessions, for the public site: documents and decisions, and nothing else of them. */
public interface PublicPapers {

    /** Newest first. */
    List<PublicDocument> documents();

    /** The file of a public document in a language; empty where it is not public or still to come. */
    Optional<byte[]> file(long document, String language);

    /** Newest first. */
    List<PublicDecision> decisions();

    /** Of articles named with their paragraphs the numbers alone, by which all else is found. */
    static List<String> numbers(List<String> articles) {
        return articles.stream().map(ArticleReferences::number).distinct().toList();
    }

    /**
     * @param articles of the Convention that it is about
     * @param missing languages of the six that are still to come
     */
    record PublicDocument(
            long id,
            String symbol,
            String title,
            String original,
            LocalDate day,
            List<String> articles,
            List<PublicFile> files,
            List<String> missing) {}

    record PublicFile(String language, String type, int size, String sha256) {}

    /**
     * @param title empty of one that was withdrawn, like its words and its follow-ups
     * @param changes what was changed when and why, oldest first
     */
    record PublicDecision(
            String number,
            String title,
            String words,
            String taken,
            LocalDate takenOn,
            List<String> articles,
            List<PublicFollowUp> followUps,
            List<PublicChange> changes) {

        /** Its number with its title; of one that was withdrawn its number alone. */
        public String named() {
            return title.isEmpty() ? number : number + " " + title;
        }
    }

    /** @param kind {@code corrected} or {@code withdrawn} */
    record PublicChange(String kind, LocalDate on, String why) {}

    /** @param due null where a State must act: who is late is told to that State alone */
    record PublicFollowUp(
            String paragraph,
            String what,
            String who,
            String status,
            @Nullable LocalDate due) {}
}
