package org.comity.implementation.review;

import java.util.List;
import org.comity.procedure.ActsOfThreads;
import org.comity.procedure.EveryRequest;
import org.comity.procedure.Requests;
import org.comity.procedure.form.ActContent;
import org.comity.thread.Threads;
import org.comity.vocabulary.Role;
import org.springframework.stereotype.Component;

/** Reads the parts of States in reviews from the threads in which we asked them, many threads at a look. */
@Component
class ReadingReviews {

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
        var rows = EveryRequest.ofLaw(requests, reviews.procedure(), Role.REQUESTING, reader);
        var said = ActsOfThreads.effective(threads, rows);
        return rows.stream()
                .filter(it -> said.containsKey(it.thread()))
                .map(it -> new ReviewedState(
                        it,
                        said.getOrDefault(it.thread(), List.of()).stream()
                                .map(ActContent::of)
                                .toList()))
                .toList();
    }
}
