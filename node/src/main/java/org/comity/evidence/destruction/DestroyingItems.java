package org.comity.evidence.destruction;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comity.evidence.Destruction;
import org.comity.evidence.Evidence;
import org.comity.evidence.EvidenceRefused;
import org.comity.evidence.Item;
import org.comity.evidence.ItemArrivals;
import org.comity.evidence.ItemsOfThread;
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
    private final ItemsOfThread items;
    private final ItemArrivals arrivals;
    private final Releases releases;
    private final HandingOverCustody custody;

    DestroyingItems(
            Evidence evidence,
            ItemsOfThread items,
            ItemArrivals arrivals,
            Releases releases,
            HandingOverCustody custody) {
        this.evidence = evidence;
        this.items = items;
        this.arrivals = arrivals;
        this.releases = releases;
        this.custody = custody;
    }

    @Override
    public Optional<Obstacle> obstacle(String thread, Collection<String> manifests) {
        var ways = arrivals.named(manifests);
        var underWay = ways.stream().filter(it -> !it.ended()).findFirst();
        if (underWay.isPresent()) return Optional.of(new Obstacle(Why.UNDER_WAY, name(underWay.get())));
        var here = here(thread, manifests, ways);
        var unknown = unknown(manifests, ways, here);
        if (unknown.isPresent()) return Optional.of(new Obstacle(Why.NOT_FOUND, unknown.get()));
        var leaving = releases.ofItems(here.stream().map(Item::id).toList()).stream()
                .collect(Collectors.groupingBy(Releases.Release::item));
        return here.stream()
                .flatMap(it ->
                        why(it, leaving.getOrDefault(it.id(), List.of()))
                                .map(why -> new Obstacle(why, it.name()))
                                .stream())
                .findFirst();
    }

    @Override
    public Optional<String> unknown(String thread, Collection<String> manifests) {
        var ways = arrivals.named(manifests);
        return unknown(manifests, ways, here(thread, manifests, ways));
    }

    /** The first that is neither expected nor here. Of one that was refused or cancelled nothing needs to be here. */
    private static Optional<String> unknown(
            Collection<String> manifests, List<ItemArrivals.Arrival> ways, List<Item> here) {
        var known = new HashSet<String>();
        ways.forEach(it -> known.add(it.manifest()));
        here.forEach(it -> it.manifest().map(ItemManifest::sha256).ifPresent(known::add));
        return manifests.stream().filter(it -> !known.contains(it)).findFirst();
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
        var ways = arrivals.named(manifests);
        var here = here(thread, manifests, ways);
        unknown(manifests, ways, here).ifPresent(it -> {
            throw new EvidenceRefused("destroy-not-found", it);
        });
        ways.forEach(it -> arrivals.destroyed(it.manifest()));
        here.forEach(it -> custody.destroying(it.id(), by));
    }

    /** What came of each by its arrival; what has none, or nothing of which came, as it was added here. */
    private List<Item> here(String thread, Collection<String> manifests, List<ItemArrivals.Arrival> ways) {
        var lying = items.under(thread, manifests);
        var byId = lying.stream().collect(Collectors.toMap(Item::id, Function.identity()));
        var here = new HashMap<String, Item>();
        ways.forEach(it -> Optional.ofNullable(byId.get(it.item())).ifPresent(item -> here.put(it.manifest(), item)));
        lying.forEach(it -> here.putIfAbsent(it.manifest().orElseThrow().sha256(), it));
        return manifests.stream()
                .flatMap(it -> Stream.ofNullable(here.get(it)))
                .distinct()
                .toList();
    }
}
