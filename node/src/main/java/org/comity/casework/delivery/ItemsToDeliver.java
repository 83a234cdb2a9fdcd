package org.comity.casework.delivery;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.comity.directory.Directory;
import org.comity.directory.GoneParticipant;
import org.comity.evidence.CustodyActs;
import org.comity.evidence.Item;
import org.comity.evidence.ItemsOfThread;
import org.comity.evidence.Releases;
import org.comity.procedure.RequestRow;
import org.comity.procedure.form.DeliverableItems;
import org.comity.procedure.form.Items;
import org.comity.proof.item.ItemManifest;
import org.comity.ui.Choice;
import org.comity.ui.Language;
import org.comity.ui.Words;
import org.comity.vocabulary.NaturalOrder;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The thread's items that lie here whole, which an act may deliver. Ticking one wraps its key for the receiver. */
@Component
class ItemsToDeliver implements DeliverableItems {

    private final ItemsOfThread items;
    private final ObjectProvider<CustodyActs> acts;
    private final Releases releases;
    private final Directory directory;
    private final DeliveringStored stored;
    private final Words words;

    ItemsToDeliver(
            ItemsOfThread items,
            ObjectProvider<CustodyActs> acts,
            Releases releases,
            Directory directory,
            DeliveringStored stored,
            Words words) {
        this.items = items;
        this.acts = acts;
        this.releases = releases;
        this.directory = directory;
        this.stored = stored;
        this.words = words;
    }

    @Override
    public boolean none(RequestRow row) {
        return items.whole(row.thread()) == 0;
    }

    @Override
    public List<Choice> choices(RequestRow row, List<String> ticked, Language language) {
        var named = items.named(row.thread(), ticked);
        var manifests = new HashMap<UUID, String>();
        ticked.forEach(
                it -> Optional.ofNullable(named.get(it)).ifPresent(item -> manifests.putIfAbsent(item.id(), it)));
        return offered(row, named.values()).stream()
                .sorted(Comparator.comparing(Item::path, NaturalOrder.names()))
                .map(it -> new Choice(
                        manifests.getOrDefault(it.id(), it.id().toString()),
                        it.path(),
                        words.say(
                                language,
                                "delivery.item",
                                "size",
                                it.manifest()
                                        .map(ItemManifest::plain)
                                        .map(ItemManifest.Plain::size)
                                        .orElse(0L),
                                "sha256",
                                it.manifest()
                                        .map(ItemManifest::plain)
                                        .map(ItemManifest.Plain::sha256)
                                        .orElse(""))))
                .toList();
    }

    @Override
    public List<String> manifests(RequestRow row, List<String> chosen, @Nullable Official by) {
        var wanted = new HashSet<UUID>();
        items.named(row.thread(), chosen).values().forEach(it -> wanted.add(it.id()));
        chosen.forEach(it -> id(it).ifPresent(wanted::add));
        return items.some(row.thread(), wanted).stream()
                .filter(ItemsToDeliver::mayGo)
                .peek(stored::mustBeStored)
                .map(it -> manifest(it, row.counterpart(), by).sha256())
                .toList();
    }

    /** A State without a node is given the item as it lies here, on a disk. */
    private ItemManifest manifest(Item item, String receiver, @Nullable Official by) {
        return directory.get(receiver).hasNode()
                ? releases.prepare(item.id(), receiver, Objects.requireNonNull(by))
                : item.manifest().orElseThrow();
    }

    /** As many as an act may name, those first that were not delivered yet; and whatever is ticked. */
    private List<Item> offered(RequestRow row, Collection<Item> ticked) {
        var given = GoneParticipant.hasNode(directory, row.counterpart())
                ? Set.<String>of()
                : acts.getObject().onDisk(row.thread());
        var offered = new LinkedHashMap<UUID, Item>();
        Stream.concat(
                        items.whole(row.thread(), row.counterpart(), given, Items.MOST).stream(),
                        ticked.stream().filter(ItemsToDeliver::mayGo))
                .forEach(it -> offered.putIfAbsent(it.id(), it));
        return List.copyOf(offered.values());
    }

    private static boolean mayGo(Item item) {
        return item.state() == Item.State.SEALED || item.state() == Item.State.MATCHED;
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }
}
