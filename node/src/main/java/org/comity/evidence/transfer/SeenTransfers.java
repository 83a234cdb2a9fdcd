package org.comity.evidence.transfer;

import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comity.evidence.ItemArrivals.Arrival;
import org.comity.evidence.Releases.Release;
import org.comity.evidence.SeenItems;
import org.comity.ui.LiveRights;
import org.comity.vocabulary.Official;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Says which transfers an official may see. One of a request that is closed to them is unknown to them: on the page, before
 * every decision, and in what open pages are told.
 */
@Component
class SeenTransfers implements LiveRights {

    private static final String TOPIC = "transfers";

    private final ArrivalRows arrivals;
    private final ReleaseRows releases;
    private final ObjectProvider<SeenItems> seen;

    SeenTransfers(ArrivalRows arrivals, ReleaseRows releases, ObjectProvider<SeenItems> seen) {
        this.arrivals = arrivals;
        this.releases = releases;
        this.seen = seen;
    }

    /** @throws TransferRefused in the same words as where there is no such transfer */
    void mustSee(String manifest, Official by) {
        if (hides(manifest, by)) throw TransferRefused.unknown();
    }

    /** Threads of which nothing is shown to this official. */
    Set<String> hidden(Official by) {
        return seen.stream().flatMap(it -> it.hidden(by).stream()).collect(Collectors.toSet());
    }

    /** Threads of which nothing is told where it is not known who reads. */
    Set<String> closed() {
        return seen.stream().flatMap(it -> it.closed().stream()).collect(Collectors.toSet());
    }

    @Override
    public Predicate<Official> readers(String topic, String id) {
        if (!topic.equals(TOPIC)) return _ -> true;
        var threads = threads(id).collect(Collectors.toSet());
        return threads.isEmpty()
                ? _ -> true
                : seen.stream()
                        .map(it -> it.seeing(threads))
                        .reduce(Predicate::and)
                        .orElse(_ -> true);
    }

    private boolean hides(String manifest, Official by) {
        var hidden = hidden(by);
        return !hidden.isEmpty() && threads(manifest).anyMatch(hidden::contains);
    }

    private Stream<String> threads(String manifest) {
        return Stream.concat(
                arrivals.find(manifest).map(Arrival::thread).stream(),
                releases.find(manifest).map(Release::thread).stream());
    }
}
