package org.comity.implementation.review;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.comity.board.Boards;
import org.comity.casework.CaseAccess;
import org.comity.identity.TwoOfficers;
import org.comity.ledger.Ledger;
import org.comity.proof.lots.ReviewLots;
import org.comity.ui.TypedText;
import org.comity.vocabulary.Official;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Draws by lot who looks at whom: one officer commits to the States and a secret that the program makes, another draws once the
 * public value exists. Neither can choose, and anybody draws again.
 */
@Component
class DrawingReviews {

    private static final int SECRET = 32;
    private static final int LONGEST_VALUE = 300;

    private final ReviewDrawRows rows;
    private final PublishingReviews publishing;
    private final Boards boards;
    private final CaseAccess access;
    private final Ledger ledger;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    DrawingReviews(
            ReviewDrawRows rows,
            PublishingReviews publishing,
            Boards boards,
            CaseAccess access,
            Ledger ledger,
            Clock clock) {
        this.rows = rows;
        this.publishing = publishing;
        this.boards = boards;
        this.access = access;
        this.ledger = ledger;
        this.clock = clock;
    }

    List<ReviewDraw> all(Official by) {
        access.mustRead(by);
        return rows.all();
    }

    ReviewDraw one(String round, Official by) {
        access.mustRead(by);
        return rows.find(round).orElseThrow(ReviewRefused::unknown);
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /** Whether what is committed to here stands before everybody. */
    boolean published() {
        return boards.hosts();
    }

    /** Publishes the list, which public value will decide, and what the secret is bound to; the secret stays here. */
    @Transactional
    void commit(DrawForm form, Official by) {
        access.mustWrite(by);
        if (!published()) throw ReviewRefused.noBoard();
        byte[] secret = new byte[SECRET];
        random.nextBytes(secret);
        var regions = form.regions();
        var draw = new ReviewDraw(
                form.round(),
                regions,
                ReviewLots.of(regions).commitment(secret),
                secret,
                form.named(),
                Objects.requireNonNull(form.date()),
                by.id(),
                clock.instant(),
                null);
        if (!rows.commit(draw)) throw ReviewRefused.taken();
        ledger.record(by, "reviews.committed", draw.round(), Map.of("commitment", draw.commitment()));
        publishing.show();
    }

    /** A second officer writes down the public value: with it the pairs follow, and the secret is published. */
    @Transactional
    void draw(String round, String typed, Official by) {
        access.mustRead(by);
        var draw = rows.find(round).orElseThrow(ReviewRefused::unknown);
        if (!TwoOfficers.isSecond(by)) throw ReviewRefused.duty();
        if (draw.committedBy().equals(by.id())) throw ReviewRefused.own();
        if (draw.drawn() != null) throw ReviewRefused.drawn();
        if (today().isBefore(draw.day())) throw ReviewRefused.early();
        var value = TypedText.clean(typed);
        if (value.isEmpty() || value.length() > LONGEST_VALUE) throw ReviewRefused.noValue();
        var result = ReviewLots.result(draw.lots().draw(draw.secret(), value));
        if (!rows.drawn(round, value, result, by.id(), clock.instant())) throw ReviewRefused.drawn();
        ledger.record(by, "reviews.drawn", round, Map.of("result", result));
        publishing.show();
    }
}
