package org.comity.implementation.review;

import org.comity.casework.BeforeSending;
import org.comity.procedure.Draft;
import org.springframework.stereotype.Component;

/** Lets no State be asked into a review by a node on which reviews are not switched on. */
@Component
class CheckingReviewsSwitchedOn implements BeforeSending {

    private final ReviewSwitch reviews;

    CheckingReviewsSwitchedOn(ReviewSwitch reviews) {
        this.reviews = reviews;
    }

    @Override
    public boolean begins(String law) {
        return reviews.on() || !law.equals(reviews.procedure());
    }

    @Override
    public void check(Draft draft) {
        boolean asks = draft.opens() && draft.procedure().startsWith(reviews.procedure() + "/");
        if (asks && !reviews.on()) throw ReviewRefused.off();
    }
}
