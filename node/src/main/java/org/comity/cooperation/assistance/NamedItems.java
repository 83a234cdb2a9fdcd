package org.comity.cooperation.assistance;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.comity.evidence.Evidence;
import org.comity.evidence.Item;
import org.comity.evidence.Releases;
import org.comity.proof.ItemManifest;
import org.comity.ui.Language;
import org.comity.ui.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Names the items of which an act speaks by their manifests: those of its own thread that this node knows. */
@Component
class NamedItems {

    private final Evidence evidence;
    private final Releases releases;
    private final Words words;

    NamedItems(Evidence evidence, Releases releases, Words words) {
        this.evidence = evidence;
        this.releases = releases;
        this.words = words;
    }

    /** By manifest: the item's own, and those that wrap its key for a receiver. */
    Map<String, Item> of(@Nullable String thread) {
        if (thread == null) {
            return Map.of();
        }
        var named = new HashMap<String, Item>();
        var byId = new HashMap<Object, Item>();
        for (var item : evidence.ofThread(thread)) {
            byId.put(item.id(), item);
            item.manifest().map(ItemManifest::sha256).ifPresent(it -> named.put(it, item));
        }
        var ids = byId.values().stream().map(Item::id).toList();
        if (!ids.isEmpty()) {
            releases.ofItems(ids).forEach(it -> named.put(it.manifest(), byId.get(it.item())));
        }
        return named;
    }

    /** One line an item: name, size and hash of the whole; of what is not known here, the manifest. */
    List<String> lines(@Nullable String thread, List<String> manifests, Language language) {
        var known = of(thread);
        return manifests.stream()
                .map(it -> known.containsKey(it)
                        ? line(known.get(it), it, language)
                        : words.say(language, "assistance.item-unknown", "manifest", it))
                .toList();
    }

    private String line(Item item, String manifest, Language language) {
        var plain = item.manifest().map(ItemManifest::plain);
        return words.say(
                language,
                "assistance.item-line",
                "name",
                name(item),
                "size",
                plain.map(ItemManifest.Plain::size).orElse(0L),
                "sha256",
                plain.map(ItemManifest.Plain::sha256).orElse(""),
                "manifest",
                manifest);
    }

    static String name(Item item) {
        return item.folder().isEmpty() ? item.name() : item.folder() + "/" + item.name();
    }
}
