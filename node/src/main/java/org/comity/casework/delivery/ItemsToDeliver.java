package org.comity.casework.delivery;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.comity.directory.Directory;
import org.comity.evidence.Evidence;
import org.comity.evidence.Item;
import org.comity.evidence.Releases;
import org.comity.procedure.RequestRow;
import org.comity.procedure.form.DeliverableItems;
import org.comity.proof.item.ItemManifest;
import org.comity.ui.Choice;
import org.comity.ui.Language;
import org.comity.ui.Words;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The thread's items that lie here whole, which an act may deliver. Ticking one wraps its key for the receiver. */
@Component
class ItemsToDeliver implements DeliverableItems {

    private final Evidence evidence;
    private final Releases releases;
    private final Directory directory;
    private final DeliveringStored stored;
    private final Words words;

    ItemsToDeliver(Evidence evidence, Releases releases, Directory directory, DeliveringStored stored, Words words) {
        this.evidence = evidence;
        this.releases = releases;
        this.directory = directory;
        this.stored = stored;
        this.words = words;
    }

    @Override
    public boolean none(RequestRow row) {
        return whole(row).isEmpty();
    }

    @Override
    public List<Choice> choices(RequestRow row, List<String> ticked, Language language) {
        var named = ticked.stream()
                .flatMap(manifest -> item(row, manifest).stream().map(item -> Map.entry(item, manifest)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a));
        return whole(row).stream()
                .map(it -> new Choice(
                        named.getOrDefault(it.id(), it.id().toString()),
                        it.name(),
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
        for (var each : chosen) {
            item(row, each).ifPresent(wanted::add);
            id(each).ifPresent(wanted::add);
        }
        return whole(row).stream()
                .filter(it -> wanted.contains(it.id()))
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

    private List<Item> whole(RequestRow row) {
        return evidence.ofThread(row.thread()).stream()
                .filter(it -> it.state() == Item.State.SEALED || it.state() == Item.State.MATCHED)
                .toList();
    }

    private Optional<UUID> item(RequestRow row, String manifest) {
        return releases.find(manifest)
                .filter(it -> it.receiver().equals(row.counterpart()))
                .map(Releases.Release::item)
                .or(() -> whole(row).stream()
                        .filter(it -> it.manifest()
                                .filter(mine -> mine.sha256().equals(manifest))
                                .isPresent())
                        .map(Item::id)
                        .findFirst());
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }
}
