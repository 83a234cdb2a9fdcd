package org.comity.evidence.destruction;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.comity.evidence.Destruction;
import org.comity.evidence.Evidence;
import org.comity.evidence.Item;
import org.comity.evidence.ItemArrivals;
import org.comity.evidence.Releases;
import org.comity.evidence.custody.HandingOverCustody;
import org.comity.proof.item.ItemManifest;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Items are found by the manifests of their delivery, however they came: by wire, by bag, or added from a disk. */
@Component
class DestroyingItems implements Destruction {

    private final Evidence evidence;
    private final ItemArrivals arrivals;
    private final Releases releases;
    private final HandingOverCustody custody;

    DestroyingItems(Evidence evidence, ItemArrivals arrivals, Releases releases, HandingOverCustody custody) {
        this.evidence = evidence;
        this.arrivals = arrivals;
        this.releases = releases;
        this.custody = custody;
    }

    @Override
    public Optional<Obstacle> obstacle(String thread, Collection<String> manifests) {
        var wanted = new HashSet<>(manifests);
        var underWay = arrivals.ofThread(thread).stream()
                .filter(it -> wanted.contains(it.manifest()) && !it.ended())
                .findFirst();
        if (underWay.isPresent()) return Optional.of(new Obstacle(Why.UNDER_WAY, name(underWay.get())));
        var here = here(thread, manifests);
        var leaving = releases.ofItems(here.stream().map(Item::id).toList()).stream()
                .collect(Collectors.groupingBy(Releases.Release::item));
        return here.stream()
                .flatMap(it ->
                        why(it, leaving.getOrDefault(it.id(), List.of()))
                                .map(why -> new Obstacle(why, it.name()))
                                .stream())
                .findFirst();
    }

    private String name(ItemArrivals.Arrival arrival) {
        return Optional.ofNullable(arrival.item())
                .flatMap(evidence::item)
                .map(Item::name)
                .orElse(arrival.manifest());
    }

    private Optional<Why> why(Item item, List<Releases.Release> leaving) {
        if (item.destroyed()) return Optional.empty();
        if (item.legalHold() != null) return Optional.of(Why.LEGAL_HOLD);
        if (item.state() == Item.State.ADDING) return Optional.of(Why.ADDING);
        if (evidence.matching(item.id()).isPresent()) return Optional.of(Why.MATCHING);
        return leaving.stream().flatMap(it -> why(it).stream()).findFirst();
    }

    private static Optional<Why> why(Releases.Release release) {
        if (release.act() == null) return Optional.of(Why.PREPARED);
        if (release.held()) return Optional.of(Why.HELD);
        return release.reached() < release.size() ? Optional.of(Why.LEAVING) : Optional.empty();
    }

    @Override
    @Transactional
    public void destroy(String thread, Collection<String> manifests, @Nullable Official by) {
        manifests.forEach(arrivals::destroyed);
        here(thread, manifests).forEach(it -> custody.destroying(it.id(), by));
    }

    private List<Item> here(String thread, Collection<String> manifests) {
        Map<String, Item> items = new HashMap<>(evidence.ofThread(thread).stream()
                .filter(it -> it.manifest().isPresent())
                .collect(Collectors.toMap(
                        it -> it.manifest().map(ItemManifest::sha256).orElseThrow(),
                        Function.identity(),
                        (a, b) -> a)));
        Map<String, UUID> came = arrivals.ofThread(thread).stream()
                .filter(it -> it.item() != null)
                .collect(Collectors.toMap(ItemArrivals.Arrival::manifest, ItemArrivals.Arrival::item));
        return manifests.stream()
                .flatMap(
                        it -> Optional.ofNullable(came.get(it))
                                .flatMap(evidence::item)
                                .or(() -> Optional.ofNullable(items.get(it)))
                                .stream())
                .distinct()
                .toList();
    }
}
