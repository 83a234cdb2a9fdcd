package org.comity.bench.tamper;

import java.nio.file.Files;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.Set;
import org.comity.proof.item.ItemManifest;

/** One item, checked under the hash of its manifest. */
final class ItemTarget extends TamperTarget {

    private final ExportCopy items;

    ItemTarget(ExportCopy items, ExportUnderTest export, Tamperer by, TamperResult found) {
        super(export, by, found);
        this.items = items;
    }

    @Override
    void holds() {
        for (String each : folders(items.right())) {
            mustHold(items.holding(items.right()).resolve(each), export.opened(each));
        }
    }

    @Override
    void change() {
        var files = items.right();
        var name = by.one(folders(files));
        var folder = name + "/";
        var touched = new HashSet<String>();
        var kind = kind(files, folder, touched);
        if (touched.isEmpty()) return;
        // Even where the forged manifest itself is named: the key is not the one that it commits to.
        var named = kind.equals("second-text-named")
                ? ItemManifest.read(Objects.requireNonNull(files.get(folder + "item.json")))
                        .sha256()
                : name;
        var inside = new HashSet<String>();
        for (String each : touched) inside.add(each.startsWith(folder) ? each.substring(folder.length()) : each);
        var path = items.holding(files).resolve(folder);
        if (Files.exists(path.resolve("item.json"))) judge("item-" + kind, path, export.opened(named), inside);
    }

    private String kind(SequencedMap<String, byte[]> files, String folder, Set<String> touched) {
        return switch (by.chance().nextInt(5)) {
            case 0 -> {
                touched.addAll(by.forgery().secondText(files, folder, true, by.chance()));
                yield "second-text";
            }
            case 1 -> {
                touched.addAll(by.forgery().secondText(files, folder, false, by.chance()));
                yield "second-text-named";
            }
            case 2 -> {
                touched.addAll(by.chunks(files, folder, by.chance().nextBoolean()));
                yield "chunks";
            }
            default -> {
                var change = by.change();
                var targets = files.keySet().stream()
                        .filter(it -> it.startsWith(folder))
                        // Headers for others need not be here.
                        .filter(it -> change != FileChange.DROP || !it.contains("/headers/"))
                        .toList();
                touched.addAll(
                        change.of(files, by.one(targets), ExportCopy.below("data/items/", by.other()), by.chance()));
                yield word(change);
            }
        };
    }

    static List<String> folders(Map<String, byte[]> items) {
        return items.keySet().stream()
                .map(it -> it.substring(0, it.indexOf('/')))
                .distinct()
                .toList();
    }
}
