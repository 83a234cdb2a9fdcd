package org.comity.casework;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.comity.procedure.ActFilling;
import org.comity.vocabulary.Channel;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;

/**
 * Records what comes from and goes to a State without a node, by letter, phone, mail, bag, INTERPOL or hand. Each method throws {@code paper.has-node} for a State that speaks for itself, and needs the duty to write.
 */
public interface Correspondence {

    /** Types of act that the other State may take now. */
    List<String> expected(String reference, Official by);

    /**
     * Seals and registers what the other State said.
     *
     * @param body as {@link ActFilling#body}
     * @param facts as {@link ActFilling#facts}
     * @throws org.comity.vocabulary.RuleBroken {@code paper.not-offered}, {@code paper.field} with the first field that is
     *     missing, {@code paper.in-the-future}; {@code paper.not-posted} and {@code paper.before-posted} where it answers a
     *     letter of ours that has not left, or had not by that day
     */
    void record(
            String reference,
            String type,
            Map<String, Object> body,
            Map<String, Object> facts,
            Arrived arrived,
            Official by);

    /** Records the other State's request; returns its reference. */
    String recordRequest(String procedure, String counterpart, Map<String, Object> body, Arrived arrived, Official by);

    /** The finished letter of one of our acts, in two languages; the newest if {@code act} is null. */
    byte[] letter(String reference, @Nullable String act, Format format, Official by);

    /**
     * @throws org.comity.vocabulary.RuleBroken {@code paper.not-posted} of what has not left; {@code paper.nothing-to-remind} where
     *     the other State began the thread itself, or is not to answer
     */
    byte[] reminder(String reference, Format format, Official by);

    /**
     * A letter or a reminder left by another channel; the domestic file says so. The same twice is one.
     *
     * @param act whose letter it was; null: the oldest that was not posted, else the newest
     * @throws org.comity.vocabulary.RuleBroken {@code paper.before-written}; {@code paper.not-posted} for a reminder of what
     *     has not left
     */
    void left(
            String reference,
            Paper what,
            @Nullable String act,
            Channel channel,
            LocalDate day,
            String number,
            Official by);

    /**
     * They confirmed that our letter came; an answer that is recorded says so by itself. Again changes nothing.
     *
     * @param act as in {@link #left}: null is the newest that was posted
     * @throws org.comity.vocabulary.RuleBroken {@code paper.not-posted}, {@code paper.before-posted}
     */
    void received(String reference, @Nullable String act, LocalDate day, Official by);

    /**
     * @param number theirs; may be empty
     * @param text of a mail; may be empty
     * @param scan PDF, PNG, JPEG or TIFF, or null
     */
    record Arrived(Channel by, LocalDate day, String number, String text, byte @Nullable [] scan) {}

    enum Paper {
        LETTER,
        REMINDER
    }

    enum Format {
        PDF,
        DOCX
    }
}
