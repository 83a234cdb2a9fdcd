package org.comity.implementation.review;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.comity.board.BoardSubjects;
import org.comity.board.Boards;
import org.comity.casework.Compartments;
import org.comity.proof.feed.Audience;
import org.comity.proof.lots.DrawnState;
import org.comity.vocabulary.CutText;
import org.comity.vocabulary.StateParty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Lets the board of reviews show each draw to everybody, and of each State what it chose, to whom it chose. */
@Component
class PublishingReviews {

    private static final String BOARD = "reviews";

    private final ReviewDrawRows draws;
    private final ReadingReviews reading;
    private final ReviewSwitch reviews;
    private final Boards boards;

    PublishingReviews(ReviewDrawRows draws, ReadingReviews reading, ReviewSwitch reviews, Boards boards) {
        this.draws = draws;
        this.reading = reading;
        this.reviews = reviews;
        this.boards = boards;
    }

    /** Where reviews were switched off again, what had begun is still followed: a State may narrow what it let others read. */
    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT5M")
    void show() {
        boards.show(BOARD, this::subjects);
    }

    private BoardSubjects subjects() {
        var subjects = new BoardSubjects();
        var begun = draws.all();
        if (begun.isEmpty() && !reviews.on()) return subjects;
        begun.forEach(it -> subjects.put(Audience.PUBLIC, "lots-" + it.round(), body(it)));
        // Oldest first: of a State that is asked twice in a round the newest part counts.
        for (var each : reading.all(Compartments.ANYBODY).reversed()) {
            if (!each.reviewed()) continue;
            var state = StateParty.codeOf(each.row().counterpart());
            var subject = subject(each.round(), state);
            subjects.remove(subject);
            switch (each.readers()) {
                case ReviewedState.EVERYBODY -> subjects.put(Audience.PUBLIC, subject, each.body(state));
                case ReviewedState.PARTICIPANTS -> subjects.put(Audience.PARTICIPANTS, subject, each.body(state));
                default -> {
                    // Only those who take part read it, and they have it in their threads.
                }
            }
        }
        return subjects;
    }

    /** What the officer typed as the round may hold anything. */
    private static String subject(String round, String state) {
        return "state-" + round.replaceAll("[^A-Za-z0-9.-]", "-").transform(it -> CutText.to(it, 40)) + "-" + state;
    }

    static Map<String, Object> body(ReviewDraw draw) {
        var body = new TreeMap<String, Object>();
        body.put("kind", "lots");
        body.put("title", draw.round());
        body.put("round", draw.round());
        body.put("list", ReviewDraw.text(draw.regions()));
        body.put("commitment", draw.commitment());
        body.put("named", draw.named());
        body.put("day", draw.day().toString());
        var drawn = draw.drawn();
        if (drawn != null) {
            body.put("secret", HexFormat.of().formatHex(draw.secret()));
            body.put("value", drawn.value());
            body.put("result", drawn.result());
            body.put(
                    "pairs",
                    draw.lots().draw(draw.secret(), drawn.value()).stream()
                            .map(PublishingReviews::pair)
                            .toList());
        }
        return body;
    }

    private static String pair(DrawnState it) {
        return String.join(" ", List.of(it.state(), it.sameRegion(), it.otherRegion()));
    }
}
