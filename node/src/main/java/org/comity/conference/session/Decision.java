package org.comity.conference.session;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.comity.conference.TypedPaper;
import org.jspecify.annotations.Nullable;

/**
 * Holds what a session decided, with what is to be done after it.
 *
 * @param number of the session and the decision, e.g. {@code 2/4}
 * @param taken {@code consensus}, {@code no-objection} or {@code by-the-rules}; this program counts no votes
 * @param effort what was tried to reach consensus, where the rules of procedure decided
 * @param articles of the Convention that it is about
 * @param changes how it stood before, oldest first
 */
public record Decision(
        long id,
        String session,
        String number,
        String title,
        String words,
        String taken,
        String effort,
        LocalDate takenOn,
        boolean everybody,
        List<String> articles,
        List<FollowUp> followUps,
        List<Change> changes) {

    static final String CORRECTED = "corrected";
    static final String WITHDRAWN = "withdrawn";

    /** As a form types it. */
    public Map<String, String> said() {
        return Map.of(
                "title", title,
                "words", words,
                "taken", taken,
                "effort", effort,
                "articles", String.join(", ", articles),
                "day", takenOn.toString());
    }

    /** It does not stand: it was recorded wrongly, and was not corrected since. */
    public boolean withdrawn() {
        return !changes.isEmpty() && changes.getLast().kind().equals(WITHDRAWN);
    }

    /** What is still to be done after it: after one that does not stand, nothing. */
    public boolean asks(FollowUp followUp) {
        return !withdrawn() && !followUp.ended();
    }

    /**
     * One correction or withdrawal.
     *
     * @param kind {@link #CORRECTED} or {@link #WITHDRAWN}
     * @param title as it stood before, like the words and all that follows
     */
    public record Change(
            String kind,
            LocalDate on,
            String why,
            String title,
            String words,
            String taken,
            LocalDate takenOn,
            List<String> articles) {}

    static final List<String> TAKEN = List.of("consensus", "no-objection", "by-the-rules");

    /** Who must act where it is the Secretariat itself. */
    static final String SECRETARIAT = "SECRETARIAT";

    /** Whom a decision names without naming one: no single State is late then. */
    static final String STATES = "STATES";

    /**
     * One thing to do, as it stands.
     *
     * @param who a State or body by its code, {@link #SECRETARIAT} or {@link #STATES}
     * @param status {@code open}, {@code moved}, {@code done} or {@code dropped}
     * @param due null: no day is set
     * @param steps how it came there, oldest first
     */
    public record FollowUp(
            long id,
            String paragraph,
            String what,
            String who,
            String status,
            @Nullable LocalDate due,
            List<Step> steps) {

        static final List<String> STATUS = List.of("open", "moved", "done", "dropped");

        public boolean ended() {
            return status.equals("done") || status.equals("dropped");
        }

        /** Past its day, as its own owner is told, and nobody else. */
        public boolean overdueFor(String reader, LocalDate today) {
            return who.equals(reader) && !ended() && due != null && due.isBefore(today);
        }
    }

    public record Step(String status, @Nullable LocalDate due, String words, LocalDate on) {}

    /** Whoever may be named in a follow-up without being a participant. */
    static boolean named(TypedPaper form) {
        return List.of(SECRETARIAT, STATES).contains(form.text("who"));
    }
}
