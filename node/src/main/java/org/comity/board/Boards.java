package org.comity.board;

import java.util.Map;
import java.util.function.Supplier;
import org.comity.proof.feed.Audience;

/**
 * Publishes on the boards that this node hosts. Joins the caller's transaction, so that what is published and what it shows
 * stand or fall together. On a node that hosts none ({@code node.board.host}) each call does nothing.
 *
 * <p>Of each subject the newest publication stands: publishing again takes the place of the earlier one, whose body is served
 * no longer, and the same body again changes nothing. A subject stands before one audience at a time.
 */
public interface Boards {

    /** Whether this node hosts boards at all. */
    boolean hosts();

    /**
     * @param board e.g. {@code treaty}: small letters, digits and hyphens; a board begins with its first publication
     * @param subject what it is about, and no more than all readers may know for ever: it stays in the feed when the body goes
     * @param json what {@link org.comity.proof.form.CanonicalJson} takes, at most {@link Publication#LARGEST_BODY} bytes; its member
     *     {@code kind}, if a word, is the kind of the publication, else the board's name; its member {@code title}, a text or one
     *     by language, is what pages show
     */
    void publish(String board, String subject, Audience label, Map<String, ?> json);

    /** Takes a subject off a board, whoever read it; nothing if it does not stand there. */
    void withdraw(String board, String subject, String why);

    /**
     * Makes a board show exactly this: publishes what is new or different, withdraws what is not in it. For a room whose tables
     * say what stands. What cannot be published is left out and logged, and keeps nothing else from standing. The public board
     * first: what was narrowed leaves it before it stands on the other.
     *
     * @param subjects asked, in one transaction with what follows, only where this node hosts boards
     */
    void show(String board, Supplier<BoardSubjects> subjects);
}
