package org.comity.lessons;

import java.util.List;
import java.util.stream.Stream;
import org.comity.evidence.Evidence;
import org.comity.evidence.Item;
import org.comity.evidence.ItemArrivals;
import org.comity.evidence.ItemArrivals.Arrival;
import org.springframework.stereotype.Component;

/** Knows the files that were delivered in a request, and which of them this node found altered and refused. */
@Component
class AlteredFiles {

    private static final int MOST = 50;

    private final ItemArrivals arrivals;
    private final Evidence evidence;

    AlteredFiles(ItemArrivals arrivals, Evidence evidence) {
        this.arrivals = arrivals;
        this.evidence = evidence;
    }

    boolean any(String thread) {
        return arrivals.newest(thread, MOST).stream().anyMatch(AlteredFiles::altered);
    }

    /** By name: neither their order nor anything else tells which it is. */
    List<String> delivered(String thread) {
        return arrivals.newest(thread, MOST).stream()
                .flatMap(this::name)
                .distinct()
                .sorted()
                .toList();
    }

    boolean isAltered(String thread, String file) {
        return arrivals.newest(thread, MOST).stream()
                .filter(AlteredFiles::altered)
                .flatMap(this::name)
                .anyMatch(file::equals);
    }

    private static boolean altered(Arrival arrival) {
        return arrival.state() == ItemArrivals.State.REFUSED || arrival.state() == ItemArrivals.State.NOT_MATCHED;
    }

    private Stream<String> name(Arrival arrival) {
        return Stream.ofNullable(arrival.item())
                .flatMap(it -> evidence.item(it).stream())
                .map(Item::name);
    }
}
