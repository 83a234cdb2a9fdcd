package org.comity.bench.tamper;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.Set;
import org.comity.proof.register.SignedEntry;

/** A whole bag, whose lists stay, are made anew, or are another's. */
final class BagTarget extends TamperTarget {

    private static final String THREAD = "data/thread/";
    private static final String ITEMS = "data/items/";

    private final ExportCopy bag;

    BagTarget(ExportCopy bag, ExportUnderTest export, Tamperer by, TamperResult found) {
        super(export, by, found);
        this.bag = bag;
    }

    @Override
    void holds() {
        mustHold(bag.holding(bag.right()), export.opened(null));
    }

    @Override
    void change() {
        var files = bag.right();
        var lists = by.one(List.of(BagListChange.values()));
        var touched = new HashSet<String>();
        var kind = kind(files, lists, touched);
        if (touched.isEmpty()) return;
        lists.of(files, by.other());
        if (lists != BagListChange.KEPT) touched.addAll(BagListChange.NAMES);
        judge("bag-" + kind + "-lists-" + word(lists), bag.holding(files), export.opened(null), touched);
    }

    private String kind(SequencedMap<String, byte[]> files, BagListChange lists, Set<String> touched) {
        return switch (by.chance().nextInt(8)) {
            case 0 -> {
                touched.addAll(by.forgery()
                        .secondText(files, folder(files), by.chance().nextBoolean(), by.chance()));
                yield "second-text";
            }
            case 1 -> {
                touched.addAll(by.chunks(files, folder(files), by.chance().nextBoolean()));
                yield "chunks";
            }
            case 2 -> {
                touched.addAll(endOfRegister(files));
                yield "end-of-register";
            }
            case 3 -> {
                touched.add(putIn(files));
                yield "put-in";
            }
            default -> {
                var change = by.change();
                // Lists that are made anew afterwards would undo what was done to them.
                var targets = files.keySet().stream()
                        .filter(it -> lists == BagListChange.KEPT || !BagListChange.NAMES.contains(it))
                        .toList();
                touched.addAll(change.of(files, by.one(targets), by.other(), by.chance()));
                yield word(change);
            }
        };
    }

    /** The last entry and its act: what remains is a right register. */
    private static Set<String> endOfRegister(SequencedMap<String, byte[]> files) {
        var last = THREAD + ThreadTarget.lastEntry(ExportCopy.below(THREAD, files));
        var act = THREAD + "acts/"
                + SignedEntry.read(Objects.requireNonNull(files.get(last)))
                        .entry()
                        .act() + ".asice";
        files.remove(last);
        files.remove(act);
        return Set.of(last, act);
    }

    private String putIn(SequencedMap<String, byte[]> files) {
        var name = by.one(
                List.of("data/note.txt", "data/thread/note.txt", "data/log/9.txt", "more.txt", "data/items/note"));
        files.put(name, new byte[] {1, 2, 3});
        return name;
    }

    private String folder(SequencedMap<String, byte[]> files) {
        return ITEMS + by.one(ItemTarget.folders(ExportCopy.below(ITEMS, files))) + "/";
    }
}
