package org.comity.casework;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.comity.procedure.Dispatch;
import org.comity.procedure.RequestRow;
import org.comity.vocabulary.Channel;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;

/**
 * Says how what we say to a State without a node goes there, by letter or at its seat on this node, and what that State can know
 * by it.
 */
public interface Dispatches {

    /** Of a thread, oldest first: the newest 200, and all that wait to be posted; none of what left before this was written down. */
    List<Dispatch> of(String thread);

    /** Of this act of the thread, however many there are. */
    Optional<Dispatch> ofAct(String thread, String act);

    /** Of the act that opened the thread; empty of one of theirs, and of what left before this was written down. */
    Optional<Dispatch> ofOpening(String thread);

    /**
     * It left. The first way it left by counts; again changes nothing.
     *
     * @throws org.comity.vocabulary.RuleBroken {@code paper.before-written} if it was not written by then
     */
    void posted(String thread, String act, Channel by, LocalDate day, String number, Official official);

    /**
     * It left otherwise, or was received on another day, than was written down.
     *
     * @param received null if nothing confirms that it came
     * @return how it was said to have left
     * @throws org.comity.vocabulary.RuleBroken {@code paper.stands-posted} if an act of theirs rests on it, {@code
     *     paper.not-posted}, {@code paper.before-written}, {@code paper.before-posted} or {@code paper.in-the-future}
     */
    Dispatch corrected(
            String thread,
            String act,
            Channel by,
            LocalDate day,
            String number,
            @Nullable LocalDate received,
            Official official);

    /**
     * It was marked as posted by mistake, and waits.
     *
     * @return how it was said to have left
     * @throws org.comity.vocabulary.RuleBroken {@code paper.stands-posted} if an act of theirs rests on it, or {@code
     *     paper.not-posted}
     */
    Dispatch notLeft(String thread, String act, Official official);

    /**
     * It is ready and will not be posted; nor will any letter of a request that has ended before it was put to the other State.
     *
     * @return acts whose letters wait no longer
     * @throws org.comity.vocabulary.RuleBroken {@code paper.not-ready}, or {@code paper.withdraw-first} for what opens a request
     *     that goes on
     */
    List<String> notPosted(RequestRow row, String act, String why, Official official);

    /** Whether something that the other State said could not be said without this letter. */
    boolean answered(String thread, String act);

    /**
     * They confirmed that it came. Again changes nothing.
     *
     * @throws org.comity.vocabulary.RuleBroken {@code paper.not-posted}, or {@code paper.before-posted} if it had not left by then
     */
    boolean received(String thread, String act, LocalDate day, Official official);

    /** The authority reads here from now on: what waited to be posted is before it. */
    void seatTaken(String authority);

    /** The authority reads here no more: what nobody opened at its seat waits to be posted. */
    void seatEmpty(String authority);

    /** A person in the authority's seat opened the request: what stood there is received. Again changes nothing. */
    void openedAtSeat(String thread, String person);

    /**
     * Types of act that would have effect now, and that the other State could give by what had left by then.
     *
     * @param day on which it spoke; null for today
     */
    List<String> expected(RequestRow row, @Nullable LocalDate day);
}
