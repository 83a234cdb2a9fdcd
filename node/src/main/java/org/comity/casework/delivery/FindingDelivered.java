package org.comity.casework.delivery;

import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.comity.evidence.CustodyEntry.Event;
import org.comity.evidence.Item;
import org.comity.evidence.ItemArrivals;
import org.comity.evidence.ItemsOfThread;
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

    private static final Set<Event> CAME = EnumSet.of(Event.RECEIVED, Event.SEALED);
    private static final Set<Event> COMPARED =
            EnumSet.of(Event.MATCHED, Event.NOT_MATCHED, Event.FOUND_DAMAGED, Event.FOUND_MISSING, Event.FOUND_KEYLESS);

    private final Threads threads;
    private final ItemArrivals arrivals;
    private final ItemsOfThread items;

    FindingDelivered(Threads threads, ItemArrivals arrivals, ItemsOfThread items) {
        this.threads = threads;
        this.arrivals = arrivals;
        this.items = items;
    }

    /** In the order of the act; empty if there is no such delivery in this thread, or retention has deleted its list. */
    List<Found> find(String thread, String delivery) {
        return items(thread, delivery).map(it -> find(thread, it.manifests())).orElse(List.of());
    }

    /** As many queries for a thousand items as for one. */
    private List<Found> find(String thread, List<String> manifests) {
        var ways = arrivals.named(manifests).stream()
                .filter(it -> it.thread().equals(thread))
                .collect(Collectors.toMap(ItemArrivals.Arrival::manifest, Function.identity()));
        var lying = items.under(thread, manifests);
        var byId = lying.stream().collect(Collectors.toMap(Item::id, Function.identity()));
        var here = lying.stream()
                .collect(Collectors.toMap(
                        it -> it.manifest().map(ItemManifest::sha256).orElseThrow(), Function.identity(), (a, b) -> a));
        var events = EnumSet.copyOf(CAME);
        events.addAll(COMPARED);
        var custody = items.last(byId.keySet(), events);
        return manifests.stream()
                .map(it -> {
                    var way = ways.get(it);
                    var item = way == null ? here.get(it) : byId.get(way.item());
                    return found(it, way, item, item == null ? Map.of() : custody.getOrDefault(item.id(), Map.of()));
                })
                .toList();
    }

    /** The type of act by which it is to be answered: none while an item is under way. */
    Optional<String> verdict(String thread, String delivery) {
        return arrivals.underWay(delivery) ? Optional.empty() : verdict(find(thread, delivery));
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

    private static Found found(
            String manifest, ItemArrivals.@Nullable Arrival way, @Nullable Item item, Map<Event, Instant> custody) {
        if (item == null) {
            boolean refused = way != null && way.state() == ItemArrivals.State.REFUSED;
            return new Found(manifest, null, null, null, null, refused ? Result.NOT_MATCHED : Result.UNDER_WAY);
        }
        var plain = item.manifest().map(ItemManifest::plain);
        return new Found(
                manifest,
                plain.map(ItemManifest.Plain::sha256).orElse(null),
                plain.map(ItemManifest.Plain::size).orElse(null),
                last(custody, CAME),
                last(custody, COMPARED),
                result(item, way, custody));
    }

    private static Result result(Item item, ItemArrivals.@Nullable Arrival way, Map<Event, Instant> custody) {
        boolean refused = way != null
                && (way.state() == ItemArrivals.State.REFUSED || way.state() == ItemArrivals.State.NOT_MATCHED);
        boolean other = item.lost() || item.state() == Item.State.SEALED && custody.containsKey(Event.NOT_MATCHED);
        if (refused || other) {
            return Result.NOT_MATCHED;
        }
        return item.state() == Item.State.MATCHED ? Result.MATCHED : Result.UNDER_WAY;
    }

    private static @Nullable Instant last(Map<Event, Instant> custody, Set<Event> of) {
        return custody.entrySet().stream()
                .filter(it -> of.contains(it.getKey()))
                .map(Map.Entry::getValue)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }
}
