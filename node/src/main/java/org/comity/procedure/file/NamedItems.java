package org.comity.procedure.file;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.comity.evidence.Item;
import org.comity.evidence.ItemsOfThread;
import org.comity.procedure.form.BodyFields;
import org.comity.procedure.form.Found;
import org.comity.procedure.form.Items;
import org.comity.proof.item.ItemManifest;
import org.comity.ui.Language;
import org.comity.ui.Words;
import org.comity.vocabulary.NaturalOrder;
import org.jspecify.annotations.Nullable;

/**
 * Names the items of which an act speaks by their manifests: those of its own thread that this node knows.
 *
 * @param law the procedure as messages name it
 */
record NamedItems(String law, ItemsOfThread items, Words words) {

    /** The body with what it says of items in words. */
    Map<String, Object> readable(@Nullable String thread, Map<String, Object> body, Language language) {
        var readable = new HashMap<>(body);
        var said = new BodyFields(body);
        if (!said.texts(Items.KEY).isEmpty()) {
            readable.put(Items.KEY, lines(thread, said.texts(Items.KEY), language));
        }
        if (!said.maps(Found.KEY).isEmpty()) {
            readable.put(Found.KEY, named(thread, said.maps(Found.KEY)));
        }
        return readable;
    }

    /** What was found of each item, with its name where it is known here. */
    private List<Map<String, Object>> named(@Nullable String thread, List<Map<String, Object>> found) {
        var known = of(
                thread,
                found.stream().map(it -> String.valueOf(it.get("manifest"))).toList());
        return found.stream()
                .sorted(byName(it -> known.get(String.valueOf(it.get("manifest")))))
                .map(it -> {
                    var row = new HashMap<>(it);
                    var item = it.get("manifest") instanceof String manifest ? known.get(manifest) : null;
                    if (item != null) {
                        row.put("manifest", it.get("manifest") + " · " + item.path());
                    }
                    return (Map<String, Object>) row;
                })
                .toList();
    }

    /** What is not known here comes last. */
    private static <T> Comparator<T> byName(Function<T, @Nullable Item> known) {
        return Comparator.comparing(
                it -> {
                    var item = known.apply(it);
                    return item == null ? null : item.path();
                },
                Comparator.nullsLast(NaturalOrder.names()));
    }

    private Map<String, Item> of(@Nullable String thread, List<String> manifests) {
        return thread == null ? Map.of() : items.spokenOf(thread, manifests);
    }

    /** One line an item, by name: name, size and hash of the whole; of what is not known here, at the end, the manifest. */
    private List<String> lines(@Nullable String thread, List<String> manifests, Language language) {
        var known = of(thread, manifests);
        return manifests.stream()
                .sorted(byName(known::get))
                .map(it -> known.containsKey(it)
                        ? line(known.get(it), it, language)
                        : words.say(language, law + ".item-unknown", "manifest", it))
                .toList();
    }

    private String line(Item item, String manifest, Language language) {
        var plain = item.manifest().map(ItemManifest::plain);
        return words.say(
                language,
                law + ".item-line",
                "name",
                item.path(),
                "size",
                plain.map(ItemManifest.Plain::size).orElse(0L),
                "sha256",
                plain.map(ItemManifest.Plain::sha256).orElse(""),
                "manifest",
                manifest);
    }
}
