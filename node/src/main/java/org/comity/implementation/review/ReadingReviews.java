package org.comity.implementation.review;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.comity.implementation.review.ReviewedState.SaidInReview;
import org.comity.procedure.RequestRow;
import org.comity.procedure.Requests;
import org.comity.thread.Threads;
import org.comity.vocabulary.Role;
import org.springframework.stereotype.Component;

/** Reads the parts of States in reviews from the threads in which we asked them, many threads at a look. */
@Component
class ReadingReviews {

    static final int MOST = 2_000;

    private final Requests requests;
    private final Threads threads;
    private final ReviewSwitch reviews;

    ReadingReviews(Requests requests, Threads threads, ReviewSwitch reviews) {
        this.requests = requests;
        this.threads = threads;
        this.reviews = reviews;
    }

    /**
     * Newest first; States that look are among them.
     *
     * @param reader what this official may see, or {@code Compartments#ANYBODY}
     */
    List<ReviewedState> all(String reader) {
        var rows = requests.ofLaw(reviews.procedure(), Role.REQUESTING, reader, MOST);
        var said = said(rows);
        return rows.stream()
                .filter(it -> said.containsKey(it.thread()))
                .map(it -> new ReviewedState(it, said.getOrDefault(it.thread(), List.of())))
                .toList();
    }

    private Map<String, List<SaidInReview>> said(List<RequestRow> rows) {
        var said = new HashMap<String, List<SaidInReview>>();
        var ids = rows.stream().map(RequestRow::thread).toList();
        for (int i = 0; i < ids.size(); i += Threads.MOST) {
            for (var act : threads.effective(ids.subList(i, Math.min(ids.size(), i + Threads.MOST)))) {
                said.computeIfAbsent(act.thread(), it -> new ArrayList<>())
                        .add(new SaidInReview(act.envelope().type(), act.said(), act.at()));
            }
        }
        return said;
    }
}
