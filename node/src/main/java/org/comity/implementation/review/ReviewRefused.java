package org.comity.implementation.review;

import java.util.Map;
import org.comity.vocabulary.RuleBroken;

/** A step of a review that cannot be taken now; nothing was changed. */
final class ReviewRefused extends RuleBroken {

    private ReviewRefused(String code, Map<String, String> facts) {
        super(code, facts);
    }

    static ReviewRefused off() {
        return new ReviewRefused("reviews.off", Map.of());
    }

    /** A draw that nobody can see binds nobody. */
    static ReviewRefused noBoard() {
        return new ReviewRefused("reviews.no-board", Map.of());
    }

    static ReviewRefused unknown() {
        return new ReviewRefused("reviews.unknown", Map.of());
    }

    /** There is a draw of this name. */
    static ReviewRefused taken() {
        return new ReviewRefused("reviews.taken", Map.of());
    }

    static ReviewRefused drawn() {
        return new ReviewRefused("reviews.drawn", Map.of());
    }

    /** The public value does not exist before its day. */
    static ReviewRefused early() {
        return new ReviewRefused("reviews.early", Map.of());
    }

    /** Who committed does not draw. */
    static ReviewRefused own() {
        return new ReviewRefused("reviews.own", Map.of());
    }

    static ReviewRefused duty() {
        return new ReviewRefused("reviews.not-your-duty", Map.of());
    }

    static ReviewRefused noValue() {
        return new ReviewRefused("reviews.no-value", Map.of());
    }
}
