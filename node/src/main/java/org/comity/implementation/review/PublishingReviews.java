package org.comity.implementation.review;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.comity.board.Boards;
import org.comity.casework.Compartments;
import org.comity.proof.feed.Audience;
import org.comity.proof.lots.DrawnState;
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

    /**
     * Public first: what a State narrowed must leave the wider board before it stands on the other. Where reviews were switched
     * off again, what had begun is still followed: a State may narrow what it let others read.
     */
    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT5M")
    void show() {
        if (!boards.hosts()) return;
        var begun = draws.all();
        if (begun.isEmpty() && !reviews.on()) return;
        var everybody = new TreeMap<String, Map<String, Object>>();
        var participants = new TreeMap<String, Map<String, Object>>();
        begun.forEach(it -> everybody.put("lots-" + it.round(), body(it)));
        // Oldest first: of a State that is asked twice in a round the newest part counts.
        for (var each : reading.all(Compartments.ANYBODY).reversed()) {
            if (!each.reviewed()) continue;
            var state = StateParty.codeOf(each.row().counterpart());
            var subject = subject(each.round(), state);
            everybody.remove(subject);
            participants.remove(subject);
            switch (each.readers()) {
                case ReviewedState.EVERYBODY -> everybody.put(subject, each.body(state));
                case ReviewedState.PARTICIPANTS -> participants.put(subject, each.body(state));
                default -> {
                    // Only those who take part read it, and they have it in their threads.
                }
            }
        }
        boards.show(BOARD, Audience.PUBLIC, everybody);
        boards.show(BOARD, Audience.PARTICIPANTS, participants);
    }

    /** What the officer typed as the round may hold anything. */
    private static String subject(String round, String state) {
        return "state-"
                + round.replaceAll("[^A-Za-z0-9.-]", "-").transform(it -> it.substring(0, Math.min(40, it.length())))
                + "-" + state;
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
