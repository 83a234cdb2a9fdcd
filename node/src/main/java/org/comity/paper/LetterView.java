package org.comity.paper;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.comity.directory.Participant;
import org.comity.procedure.Dispatch;
import org.comity.procedure.RequestRow;
import org.comity.ui.Choice;
import org.comity.ui.FormProblems;
import org.comity.ui.Language;
import org.jspecify.annotations.Nullable;

/**
 * What goes out to a State without a node, and how it went.
 *
 * @param acts ours, newest first, as letters
 * @param chosen the act whose letter is shown, or null when there is none
 * @param notLeft ours that were recalled or wait for their hour: no letter goes out
 * @param languages of the letter, in order
 * @param ways how each letter of ours stands, newest first
 * @param left whether something of ours may be posted
 * @param reminding whether a reminder can be written now
 * @param translation how that of the chosen letter stands; null when there is no letter
 * @param forgottenAt when the words of all that we wrote were deleted by rule, or null
 */
// More than twelve: its template shows each.
public record LetterView(
        RequestRow row,
        Participant other,
        List<Choice> acts,
        @Nullable String chosen,
        List<NotLeft> notLeft,
        List<Language> languages,
        List<Sent> sent,
        List<Way> ways,
        List<Choice> channels,
        TypedValues typed,
        FormProblems problems,
        boolean mayWrite,
        boolean left,
        Reminding reminding,
        @Nullable Instant forgottenAt,
        @Nullable Translated translation) {

    public enum Reminding {
        NOW,
        ONCE_POSTED,
        /** They asked it themselves, or nothing is awaited from them. */
        NEVER
    }

    /**
     * @param sentence as the letter itself says it
     * @param languages into which a letter may be translated; {@code texts} those of which one prevails
     * @param kept as it was recorded, or null
     * @param before what stood there before, newest first
     */
    public record Translated(
            String sentence,
            List<Choice> languages,
            List<Choice> texts,
            @Nullable Translation kept,
            List<Earlier> before) {}

    /** @param translation as it stood; it names a file only if that was displaced */
    public record Earlier(long id, Translation translation) {}

    /** @param heldUntil null when it was recalled */
    public record NotLeft(String label, @Nullable Instant heldUntil) {}

    /**
     * @param label what the act says; empty once its words were deleted
     * @param official who said that it left, by name; empty until then
     */
    public record Way(String label, Dispatch dispatch, String official) {}

    /** @param what {@code letter} or {@code reminder} */
    public record Sent(
            String what, String channel, String number, LocalDate day, String official, Instant recordedAt) {}
}
