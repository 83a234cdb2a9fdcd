package org.comity.casework.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.comity.evidence.CustodyEntry;
import org.comity.evidence.CustodyEntry.Event;
import org.comity.evidence.Evidence;
import org.comity.evidence.Item;
import org.comity.evidence.ItemArrivals;
import org.comity.procedure.CustodySteps;
import org.comity.procedure.form.BodyFields;
import org.comity.procedure.form.Found;
import org.comity.procedure.form.Found.Result;
import org.comity.procedure.form.Items;
import org.comity.proof.item.ItemManifest;
import org.comity.thread.Threads;
import org.comity.thread.Threads.KeptAct;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What this node knows of the items that an act delivered to us: by wire, by bag, or added from a disk. */
@Component
class FindingDelivered {

    private final Threads threads;
    private final ItemArrivals arrivals;
    private final Evidence evidence;

    FindingDelivered(Threads threads, ItemArrivals arrivals, Evidence evidence) {
        this.threads = threads;
        this.arrivals = arrivals;
        this.evidence = evidence;
    }

    /** In the order of the act; empty if there is no such delivery in this thread, or retention has deleted its list. */
    List<Found> find(String thread, String delivery) {
        var items = items(thread, delivery);
        if (items.isEmpty()) {
            return List.of();
        }
        var ways = arrivals.ofThread(thread).stream()
                .collect(Collectors.toMap(ItemArrivals.Arrival::manifest, Function.identity()));
        Map<String, Item> here = evidence.ofThread(thread).stream()
                .filter(it -> it.manifest().isPresent())
                .collect(Collectors.toMap(
                        it -> it.manifest().map(ItemManifest::sha256).orElseThrow(), Function.identity(), (a, b) -> a));
        return items.get().manifests().stream()
                .map(it -> {
                    var way = ways.get(it);
                    var item = way == null
                            ? here.get(it)
                            : Optional.ofNullable(way.item())
                                    .flatMap(evidence::item)
                                    .orElse(null);
                    return found(it, way, item);
                })
                .toList();
    }

    /** The type of act by which it is to be answered: none while an item is under way. */
    Optional<String> verdict(String thread, String delivery) {
        boolean underWay =
                arrivals.ofThread(thread).stream().anyMatch(it -> it.act().equals(delivery) && !it.ended());
        return underWay ? Optional.empty() : verdict(find(thread, delivery));
    }

    static Optional<String> verdict(List<Found> found) {
        if (found.isEmpty() || found.stream().anyMatch(it -> it.result() == Result.UNDER_WAY)) {
            return Optional.empty();
        }
        boolean all = found.stream().allMatch(it -> it.result() == Result.MATCHED);
        return Optional.of(all ? CustodySteps.MATCHED : CustodySteps.NOT_MATCHED);
    }

    private Optional<Items> items(String thread, String delivery) {
        return threads.act(delivery)
                .filter(it -> it.thread().equals(thread) && it.envelope().type().equals(CustodySteps.DELIVER))
                .map(KeptAct::body)
                .flatMap(it -> Items.read(new BodyFields(it)));
    }

    private Found found(String manifest, ItemArrivals.@Nullable Arrival way, @Nullable Item item) {
        if (item == null) {
            boolean refused = way != null && way.state() == ItemArrivals.State.REFUSED;
            return new Found(manifest, null, null, null, null, refused ? Result.NOT_MATCHED : Result.UNDER_WAY);
        }
        var plain = item.manifest().map(ItemManifest::plain);
        var custody = evidence.custody(item.id());
        return new Found(
                manifest,
                plain.map(ItemManifest.Plain::sha256).orElse(null),
                plain.map(ItemManifest.Plain::size).orElse(null),
                last(custody, Event.RECEIVED, Event.SEALED),
                last(
                        custody,
                        Event.MATCHED,
                        Event.NOT_MATCHED,
                        Event.FOUND_DAMAGED,
                        Event.FOUND_MISSING,
                        Event.FOUND_KEYLESS),
                result(item, way, custody));
    }

    private static Result result(Item item, ItemArrivals.@Nullable Arrival way, List<CustodyEntry> custody) {
        boolean refused = way != null
                && (way.state() == ItemArrivals.State.REFUSED || way.state() == ItemArrivals.State.NOT_MATCHED);
        boolean other = item.lost() || item.state() == Item.State.SEALED && last(custody, Event.NOT_MATCHED) != null;
        if (refused || other) {
            return Result.NOT_MATCHED;
        }
        return item.state() == Item.State.MATCHED ? Result.MATCHED : Result.UNDER_WAY;
    }

    private static @Nullable Instant last(List<CustodyEntry> custody, Event... of) {
        return custody.stream()
                .filter(it -> List.of(of).contains(it.what()))
                .reduce((earlier, later) -> later)
                .map(CustodyEntry::time)
                .orElse(null);
    }
}
