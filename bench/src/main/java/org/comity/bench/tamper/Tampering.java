package org.comity.bench.tamper;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;
import org.comity.proof.ItemManifest;
import org.comity.proof.ItemMatching;
import org.comity.proof.age.HybridIdentity;
import org.jspecify.annotations.Nullable;

/**
 * Changes an exported bag, and what it holds taken alone: a thread in a folder and as a ZIP, items, log lines. Each change
 * must be refused by {@code verify}, and the refusal name a file, act or link that was touched.
 */
public final class Tampering {

    private static final String THREAD = "data/thread/";

    private final Export export;
    private final Random chance;
    private final Tampered found;
    private final PrintStream out;
    private final Copy bag;
    private final Copy thread;
    private final Copy items;
    private final Copy lines;
    private final Map<String, byte[]> other;
    private final Path zip;
    private final Forgery forgery;

    /**
     * @param bag and {@code other}: two bags of different threads by one node
     * @param authority PEM of whom the check trusts
     * @param identity opens the items of both
     */
    public record Export(Path bag, Path other, Path authority, Path identity) {}

    public Tampering(Export export, long seed, Path work, PrintStream out) throws IOException {
        this.export = export;
        this.chance = new Random(seed);
        this.found = new Tampered(seed);
        this.out = out;
        var right = Copy.read(export.bag());
        this.other = Copy.read(export.other());
        this.bag = new Copy(work.resolve("bag"), right);
        this.thread = new Copy(work.resolve("thread"), Copy.below(THREAD, right));
        this.items = new Copy(work.resolve("items"), Copy.below("data/items/", right));
        this.lines = new Copy(work.resolve("lines"), Copy.below("data/log/", right));
        this.zip = work.resolve("thread.zip");
        this.forgery = new Forgery(HybridIdentity.parse(Files.readString(export.identity()).strip()));
    }

    /** @throws IllegalStateException if what was exported does not hold before anything was changed */
    public Tampered run(int mutations) {
        holds(bag.holding(bag.right()), opened(null));
        holds(thread.holding(thread.right()), trusting());
        holds(zip(Archive.of(thread.right()).bytes()), trusting());
        for (String each : folders(items.right())) {
            holds(items.holding(items.right()).resolve(each), opened(each));
        }
        for (String each : lines.holding(lines.right()).toFile().list()) {
            holds(lines.folder().resolve(each), trusting());
        }
        while (found.mutations() < mutations) {
            switch (chance.nextInt(10)) {
                case 0, 1, 2, 3 -> inBag();
                case 4, 5 -> inThread();
                case 6 -> inZip();
                case 7, 8 -> inItem();
                default -> inLine();
            }
        }
        return found;
    }

    private void inBag() {
        var files = bag.right();
        var lists = Lists.values()[chance.nextInt(Lists.values().length)];
        var touched = new HashSet<String>();
        var kind = "bag";
        switch (chance.nextInt(8)) {
            case 0 -> {
                kind += "-second-text";
                touched.addAll(forgery.secondText(files, folder(files), chance.nextBoolean(), chance));
            }
            case 1 -> {
                kind += "-chunks";
                touched.addAll(chunks(files, folder(files), chance.nextBoolean()));
            }
            case 2 -> {
                kind += "-end-of-register";
                touched.addAll(endOfRegister(files));
            }
            case 3 -> {
                kind += "-put-in";
                touched.add(putIn(files));
            }
            default -> {
                var change = Change.one(List.of(Change.values()), chance);
                kind += "-" + word(change);
                // Lists that are made anew afterwards would undo what was done to them.
                var targets = files.keySet().stream()
                        .filter(it -> lists == Lists.KEPT || !Lists.NAMES.contains(it))
                        .toList();
                touched.addAll(change.of(files, Change.one(targets, chance), other, chance));
            }
        }
        if (touched.isEmpty()) return;
        lists.of(files, other);
        if (lists != Lists.KEPT) touched.addAll(Lists.NAMES);
        judge(kind + "-lists-" + word(lists), bag.holding(files), opened(null), touched);
    }

    private void inThread() {
        var files = thread.right();
        var change = Change.one(List.of(Change.values()), chance);
        var target = Change.one(List.copyOf(files.keySet()), chance);
        // That the end of a register was left out, a thread alone cannot show (rule R37); a bag can, above.
        if ((change == Change.DROP || change == Change.RENAME) && target.equals(lastEntry(files))) return;
        var touched = change.of(files, target, Copy.below(THREAD, other), chance);
        if (!touched.isEmpty()) judge("thread-" + word(change), thread.holding(files), trusting(), touched);
    }

    private void inZip() {
        var archive = Archive.of(thread.right());
        byte[] right = archive.bytes();
        int at = chance.nextInt(archive.entries().size() - 1);
        var entry = archive.entries().get(at);
        byte[] changed = right.clone();
        var touched = new TreeSet<>(Set.of(zip.getFileName().toString()));
        String kind;
        switch (chance.nextInt(5)) {
            case 0 -> {
                kind = "zip-entry-twice";
                archive.entries().add(Map.entry(entry.getKey(), Change.one(archive.entries(), chance).getValue()));
                changed = archive.bytes();
                touched.add(entry.getKey());
            }
            case 1 -> {
                kind = "zip-truncate";
                changed = java.util.Arrays.copyOf(right, chance.nextInt(right.length));
            }
            case 2 -> {
                kind = "zip-extend";
                changed = java.util.Arrays.copyOf(right, right.length + 1 + chance.nextInt(100));
            }
            case 3 -> {
                kind = "zip-put-before";
                changed = new byte[right.length + 1 + chance.nextInt(100)];
                System.arraycopy(right, 0, changed, changed.length - right.length, right.length);
            }
            default -> {
                kind = "zip-flip";
                changed[chance.nextInt(changed.length)] ^= (byte) (1 << chance.nextInt(8));
                touched.addAll(thread.right().keySet());
            }
        }
        var path = zip(changed);
        if (kind.equals("zip-flip")
                && Archive.read(changed).equals(Archive.read(right))
                && Judgement.of(path, trusting()).holds()) {
            found.withoutMeaning();
        } else {
            judge(kind, path, trusting(), touched);
        }
    }

    private void inItem() {
        var files = items.right();
        var folder = Change.one(folders(files), chance) + "/";
        var named = folder.substring(0, folder.length() - 1);
        var touched = new HashSet<String>();
        String kind;
        switch (chance.nextInt(5)) {
            case 0 -> {
                kind = "item-second-text";
                touched.addAll(forgery.secondText(files, folder, true, chance));
            }
            case 1 -> {
                // Even where the forged manifest itself is named: the key is not the one that it commits to.
                kind = "item-second-text-named";
                touched.addAll(forgery.secondText(files, folder, false, chance));
                named = ItemManifest.read(files.get(folder + "item.json")).sha256();
            }
            case 2 -> {
                kind = "item-chunks";
                touched.addAll(chunks(files, folder, chance.nextBoolean()));
            }
            default -> {
                var change = Change.one(List.of(Change.values()), chance);
                kind = "item-" + word(change);
                var targets = files.keySet().stream()
                        .filter(it -> it.startsWith(folder))
                        // Headers for others need not be here.
                        .filter(it -> change != Change.DROP || !it.contains("/headers/"))
                        .toList();
                touched.addAll(
                        change.of(files, Change.one(targets, chance), Copy.below("data/items/", other), chance));
            }
        }
        if (touched.isEmpty()) return;
        var inside = new HashSet<String>();
        for (String each : touched) inside.add(each.startsWith(folder) ? each.substring(folder.length()) : each);
        var path = items.holding(files).resolve(folder);
        if (Files.exists(path.resolve("item.json"))) judge(kind, path, opened(named), inside);
    }

    private void inLine() {
        var files = lines.right();
        var target = Change.one(List.copyOf(files.keySet()), chance);
        var change = Change.one(List.of(Change.FLIP, Change.TRUNCATE, Change.EXTEND), chance);
        change.of(files, target, Map.of(), chance);
        judge("line-" + word(change), lines.holding(files).resolve(target), trusting(), Set.of(target));
    }

    private void judge(String kind, Path path, List<String> arguments, Set<String> touched) {
        var judgement = Judgement.of(path, arguments);
        if (judgement.holds() || !judgement.names(touched)) {
            found.missed(kind);
            out.println("missed: %s, touched %s, said %s".formatted(kind, touched, judgement));
        } else {
            found.refused(kind);
        }
    }

    private static void holds(Path path, List<String> arguments) {
        var judgement = Judgement.of(path, arguments);
        if (!judgement.holds()) {
            throw new IllegalStateException("%s does not hold before it is changed: %s".formatted(path, judgement));
        }
    }

    private Set<String> chunks(SequencedMap<String, byte[]> files, String folder, boolean anew) {
        byte[] theirs = other.entrySet().stream()
                .filter(it -> it.getKey().endsWith("/payload"))
                .findFirst()
                .orElseThrow()
                .getValue();
        var touched = new HashSet<>(Forgery.chunks(files, folder + "payload", theirs, chance));
        if (touched.isEmpty() || !anew) return touched;
        try {
            var payload = ItemMatching.read(new ByteArrayInputStream(files.get(folder + "payload")), null).payload();
            touched.addAll(Forgery.manifestAnew(files, folder, payload));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return touched;
    }

    /** The last entry and its act: what remains is a right register. */
    private static Set<String> endOfRegister(SequencedMap<String, byte[]> files) {
        var last = THREAD + lastEntry(Copy.below(THREAD, files));
        var act = THREAD + "acts/"
                + org.comity.proof.SignedEntry.read(files.get(last)).entry().act() + ".asice";
        files.remove(last);
        files.remove(act);
        return Set.of(last, act);
    }

    private String putIn(SequencedMap<String, byte[]> files) {
        var name = Change.one(
                List.of("data/note.txt", "data/thread/note.txt", "data/log/9.txt", "more.txt", "data/items/note"), chance);
        files.put(name, new byte[] {1, 2, 3});
        return name;
    }

    private static String lastEntry(SequencedMap<String, byte[]> thread) {
        return thread.keySet().stream()
                .filter(it -> it.startsWith("register/"))
                .max(String::compareTo)
                .orElseThrow();
    }

    private String folder(SequencedMap<String, byte[]> files) {
        return "data/items/" + Change.one(folders(Copy.below("data/items/", files)), chance) + "/";
    }

    private static List<String> folders(SequencedMap<String, byte[]> items) {
        return items.keySet().stream()
                .map(it -> it.substring(0, it.indexOf('/')))
                .distinct()
                .toList();
    }

    private Path zip(byte[] bytes) {
        try {
            return Files.write(zip, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> trusting() {
        return List.of("--anchor", export.authority().toString());
    }

    /** @param item whose manifest is named, or null for a bag, whose acts name it */
    private List<String> opened(@Nullable String item) {
        var arguments = new ArrayList<String>();
        if (item == null) arguments.addAll(trusting());
        else arguments.addAll(List.of("--manifest", item));
        arguments.addAll(List.of("--identity", export.identity().toString()));
        return arguments;
    }

    private static String word(Enum<?> each) {
        return each.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
