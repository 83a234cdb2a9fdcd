package org.comity.capacity.rounds;

import java.util.Map;
import org.comity.vocabulary.RuleBroken;

/** A step of a round that cannot be taken now; nothing was changed. */
final class RoundNotPossible extends RuleBroken {

    private RoundNotPossible(String code) {
        this(code, Map.of());
    }

    private RoundNotPossible(String code, Map<String, String> facts) {
        super(code, facts);
    }

    static RoundNotPossible unknown() {
        return new RoundNotPossible("round.unknown");
    }

    /** There is one of this name. */
    static RoundNotPossible taken() {
        return new RoundNotPossible("round.taken");
    }

    /** A result waits for the second officer, or for answers. */
    static RoundNotPossible waiting() {
        return new RoundNotPossible("round.waiting");
    }

    /** It came to nothing, by the word of an officer. */
    static RoundNotPossible ended() {
        return new RoundNotPossible("round.ended");
    }

    /** A result of it was approved: it stands. */
    static RoundNotPossible stands() {
        return new RoundNotPossible("round.stands");
    }

    static RoundNotPossible thrice() {
        return new RoundNotPossible("round.thrice");
    }

    /** Needs and offers cannot be frozen in the moment in which the weights were fixed. */
    static RoundNotPossible early() {
        return new RoundNotPossible("round.early");
    }

    static RoundNotPossible own() {
        return new RoundNotPossible("round.own");
    }

    static RoundNotPossible duty() {
        return new RoundNotPossible("round.not-your-duty");
    }

    static RoundNotPossible told() {
        return new RoundNotPossible("round.told");
    }

    /** A later solving is there: the States would read reasons that hold no more. */
    static RoundNotPossible older() {
        return new RoundNotPossible("round.older");
    }

    /** What two participants sent bears one reference: a round's file could not tell them apart. */
    static RoundNotPossible sameReference(String reference, String first, String second) {
        return new RoundNotPossible(
                "round.same-reference", Map.of("reference", reference, "first", first, "second", second));
    }

    /** There is neither a need nor an offer on the list. */
    static RoundNotPossible nothing() {
        return new RoundNotPossible("round.nothing");
    }
}
