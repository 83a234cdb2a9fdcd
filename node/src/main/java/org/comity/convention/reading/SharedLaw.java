package org.comity.convention.reading;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Finds what a law file takes over: an item by its key alone from the edition's shared file, or the words of the same item in
 * another edition, so that each text is written once.
 */
final class SharedLaw {

    private static final String WORDS = "words";

    private final LawFiles files;
    private final String edition;
    private final Map<String, LawNode> read = new HashMap<>();

    /** Items of a list of a file, by their keys. */
    private final Map<String, Map<String, LawNode>> indexed = new HashMap<>();

    SharedLaw(LawFiles files, String edition) {
        this.files = files;
        this.edition = edition;
    }

    /** The item as it stands in full, whose paragraph and role are always those of its own file. */
    LawNode whole(LawNode file, String list, String unique, LawNode item) {
        if (item.plain()) {
            return shared(edition, list, unique, item);
        }
        return item.find(WORDS)
                .map(other -> item.with(words(file, list, unique, item, other), WORDS))
                .orElse(item);
    }

    private LawNode words(LawNode file, String list, String unique, LawNode item, LawNode other) {
        var key = item.text(unique);
        var path = other.text() + "/" + file.text("procedure") + ".yaml";
        return Optional.ofNullable(index(path, list, unique).get(key))
                .map(it -> it.plain() ? shared(other.text(), list, unique, it) : it)
                .orElseThrow(() -> other.fault("%s has no \"%s\" in %s".formatted(path, key, list)));
    }

    private LawNode shared(String of, String list, String unique, LawNode named) {
        return node(of + "/instrument.yaml")
                .find("shared")
                .map(it -> index(of + "/" + it.text(), list, unique).get(named.text()))
                .orElseThrow(() -> named.fault("the shared file of %s has no \"%s\" in %s: write it out here"
                        .formatted(of, named.text(), list)));
    }

    private Map<String, LawNode> index(String path, String list, String unique) {
        var known = indexed.get(path + " " + list);
        if (known != null) {
            return known;
        }
        var byKey = new HashMap<String, LawNode>();
        node(path).list(list).forEach(it -> byKey.putIfAbsent(it.plain() ? it.text() : it.text(unique), it));
        indexed.put(path + " " + list, byKey);
        return byKey;
    }

    private LawNode node(String path) {
        return read.computeIfAbsent(path, it -> LawNode.of(files, it));
    }
}
