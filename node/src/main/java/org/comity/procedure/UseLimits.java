package org.comity.procedure;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.comity.evidence.EvidenceCases.Limit;
import org.comity.sealing.Letters.Section;
import org.comity.ui.Language;
import org.comity.vocabulary.Official;

/**
 * What was delivered serves the purpose that was stated and no other without prior consent, Art. 40(19). Pages of the
 * request show it; whoever takes something away says within which use.
 */
public interface UseLimits {

    /** The use that the request itself stated. */
    String STATED = "stated";

    /** Nothing until something was delivered. */
    Optional<UseLimit> of(RequestRow row, Language language);

    /** In a line each, without the conditions, of all these threads in one look: of those whose limit binds us. */
    List<Limit> lines(Collection<String> threads);

    /**
     * Before something of a request is taken away: nothing where no limit binds us; else the use is one that was stated or
     * consented to, and it is recorded who said so.
     *
     * @param what is taken, e.g. {@code thread.zip}
     * @throws org.comity.vocabulary.RuleBroken {@code use.not-confirmed}
     */
    void confirm(RequestRow row, Confirmed confirmed, String what, Official by);

    /**
     * @param use {@link #STATED}, or the id of the act that asked for the wider use
     * @param words for what it is taken, 1 to 500 characters
     */
    record Confirmed(String use, String words) {
        public static final Confirmed NOT = new Confirmed("", "");
    }

    /**
     * @param purpose as the request stated it
     * @param proceeding likewise
     * @param conditions that were accepted
     * @param binds us: we received it; else we gave it
     * @param edition of the law data, and {@code ref} of the paragraph
     */
    record UseLimit(
            String purpose,
            String proceeding,
            List<Section> conditions,
            List<Wider> wider,
            boolean binds,
            String edition,
            String ref) {

        /** Where the instrument of the request has no such limit, only what was accepted in the thread binds. */
        public boolean holds() {
            return !ref.isEmpty() || !conditions.isEmpty();
        }
    }

    /**
     * A wider use that was consented to.
     *
     * @param act that asked for it; {@code n} its number
     * @param asked what it asked, in its author's words
     * @param limits within which it was consented to; may be empty
     * @param passesOn it asked to give it to somebody else
     */
    record Wider(String act, long n, String asked, String limits, boolean passesOn) {}
}
