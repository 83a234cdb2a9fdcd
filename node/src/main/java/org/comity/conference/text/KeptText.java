package org.comity.conference.text;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One text, without its versions.
 *
 * @param key in addresses, e.g. {@code model-order}
 * @param language in which it is written
 * @param editor who writes the next version
 * @param everybody may be read by the public; otherwise by those who take part
 */
public record KeptText(long id, String key, String title, String language, String editor, boolean everybody) {

    /** One version, whose words never change. */
    public record Version(int n, LocalDate day, @Nullable LocalDate commentsUntil, String note) {}

    /**
     * A paragraph as it stands in one version.
     *
     * @param place its number there
     * @param key the same in every version
     */
    public record Paragraph(int place, int key, String words, ParagraphStatus status, String why) {

        Paragraph as(ParagraphStatus now, String reason) {
            return new Paragraph(place, key, words, now, reason);
        }
    }

    /** @param until null as long as it is one */
    public record Sponsor(
            String voice, LocalDate since, @Nullable LocalDate until) {}

    /**
     * What a voice says of a paragraph.
     *
     * @param temperature {@code agree}, {@code can-live}, {@code concern}, {@code cannot-accept} or empty; never a decision
     * @param act the sealed act that said it; null where it was recorded from paper
     * @param replacedAt a later one of the same voice stands in its place since; null: it counts
     * @param answer of the editor; empty: not yet
     */
    // More than twelve: the row of a comment, with what the editor answered.
    public record Comment(
            long id,
            int paragraph,
            String voice,
            boolean state,
            String temperature,
            String words,
            String channel,
            LocalDate cameOn,
            @Nullable String act,
            String answer,
            String answerWords,
            Instant recordedAt) {

        static final List<String> TEMPERATURES = List.of("agree", "can-live", "concern", "cannot-accept");
        static final List<String> ANSWERS = List.of("taken-up", "in-part", "not-taken-up", "noted");
        static final List<String> CHANNELS = List.of("mail", "mission", "hand", "meeting");
        /** What came as an act of a node or of a seat. */
        static final String BY_ACT = "act";
    }
}
