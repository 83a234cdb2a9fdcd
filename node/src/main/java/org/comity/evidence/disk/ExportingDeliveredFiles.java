package org.comity.evidence.disk;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.comity.evidence.CustodyActs;
import org.comity.evidence.Evidence;
import org.comity.evidence.EvidenceRefused;
import org.comity.evidence.Item;
import org.comity.evidence.ItemDestroyed;
import org.comity.evidence.PlainBytes;
import org.comity.evidence.disk.Disk.Step;
import org.comity.evidence.disk.DiskJobs.Job;
import org.comity.evidence.disk.PlainFiles.Place;
import org.comity.proof.ReadingProgress;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * What an act delivers to a State without a node, as the files that they were, with the list of their hashes. That each
 * leaves is in its custody before its first byte is written. What we give is bound by no use limit of ours.
 */
@Component
class ExportingDeliveredFiles {

    /** As {@code sha256sum -c} reads it; written last, so that a folder that has it is finished. */
    static final String SUMS = "SHA256SUMS";

    private static final String UNFINISHED = "under-way.part";
    private static final int BUFFER = 1 << 18;
    private static final int PAGE = 500;

    private final Evidence evidence;
    private final PlainBytes bytes;
    private final ObjectProvider<CustodyActs> acts;
    private final Forced forced;

    @Autowired
    ExportingDeliveredFiles(Evidence evidence, PlainBytes bytes, ObjectProvider<CustodyActs> acts) {
        this(evidence, bytes, acts, ExportingDeliveredFiles::force);
    }

    ExportingDeliveredFiles(Evidence evidence, PlainBytes bytes, ObjectProvider<CustodyActs> acts, Forced forced) {
        this.evidence = evidence;
        this.bytes = bytes;
        this.acts = acts;
        this.forced = forced;
    }

    /** Whoever pulls the disk once the page says that it is written has it whole. */
    @FunctionalInterface
    interface Forced {
        /** @param what a file, or a folder with the names in it */
        void force(Path what) throws IOException;
    }

    private static void force(Path what) throws IOException {
        boolean folder = Files.isDirectory(what, LinkOption.NOFOLLOW_LINKS);
        try (var channel = FileChannel.open(what, folder ? StandardOpenOption.READ : StandardOpenOption.WRITE)) {
            channel.force(true);
        } catch (IOException e) {
            // Not every file system of a disk that is carried can do this for a folder.
            if (!folder) throw e;
        }
    }

    void write(Path folder, Place place, Job going) throws IOException {
        var thread = place.of().thread();
        var named =
                acts.stream().flatMap(it -> it.onDisk(thread).stream()).collect(Collectors.toCollection(HashSet::new));
        var items = given(thread, named);
        items.forEach(it -> named.remove(it.manifest().orElseThrow().sha256()));
        if (items.isEmpty() && named.isEmpty()) {
            going.bad(String.valueOf(folder.getFileName()), "nothing-given", "");
            return;
        }
        Files.createDirectories(folder);
        going.begins(
                Step.WRITING,
                items.size(),
                items.stream().mapToLong(ExportingDeliveredFiles::size).sum());
        var sums = new TreeMap<String, String>();
        var places = new Places();
        for (Item each : items) {
            var path = places.of(each);
            going.next(path);
            try {
                if (write(folder, path, each, place, going)) sums.put(path, sha256(each));
            } catch (ItemDestroyed e) {
                going.bad(path, "file-gone", "");
            } catch (EvidenceRefused e) {
                going.refused(path, e, "");
            }
        }
        Files.deleteIfExists(folder.resolve(UNFINISHED));
        for (String manifest : named) going.bad(manifest, "file-gone", "");
        var list = sums.entrySet().stream()
                .map(it -> it.getValue() + "  " + it.getKey() + "\n")
                .collect(Collectors.joining());
        // Whoever presses again goes on: only what is whole has its list.
        if (sums.size() == items.size() && named.isEmpty()) {
            var part = folder.resolve(UNFINISHED);
            Files.writeString(part, list, StandardOpenOption.CREATE_NEW);
            forced.force(part);
            Files.move(part, folder.resolve(SUMS), StandardCopyOption.ATOMIC_MOVE);
            forced.force(folder);
        }
    }

    /** Oldest first; those that are not here any more among them. */
    private List<Item> given(String thread, Set<String> named) {
        var given = new ArrayList<Item>();
        UUID before = null;
        List<Item> page;
        do {
            page = evidence.newest(thread, true, before, PAGE);
            page.stream()
                    .filter(it -> it.manifest()
                            .filter(manifest -> named.contains(manifest.sha256()))
                            .isPresent())
                    .forEach(given::add);
            before = page.isEmpty() ? null : page.getLast().id();
        } while (page.size() == PAGE);
        return given.reversed();
    }

    private boolean write(Path folder, String path, Item item, Place place, Job going) throws IOException {
        if (item.sealedOnly() && !place.sealedOnly())
            throw new EvidenceRefused("sealed-unconfirmed", "It is never shown");
        var file = folder.resolve(path);
        boolean there = Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                && PlainFiles.hash(file, ReadingProgress.SILENT).equals(sha256(item));
        if (item.gone()) {
            if (there) Files.delete(file);
            throw new ItemDestroyed();
        }
        if (there) {
            going.read(size(item));
            going.good(path, "file-here");
            return true;
        }
        var part = folder.resolve(UNFINISHED);
        Files.deleteIfExists(part);
        try (var plain = bytes.open(item, 0, size(item))) {
            evidence.exported(item.id(), 0, place.sealedOnly(), place.by());
            copy(plain, part, going);
            forced.force(part);
        } catch (IOException e) {
            if (!(e.getCause() instanceof GeneralSecurityException)) throw e;
            going.bad(path, "damaged", "");
            return false;
        }
        var here = evidence.item(item.id()).filter(it -> it.state() == Item.State.MATCHED);
        if (here.isEmpty() || !PlainFiles.hash(part, ReadingProgress.SILENT).equals(sha256(item))) {
            going.bad(path, here.isEmpty() ? "file-gone" : "file-wrong", "");
            return false;
        }
        made(folder, path);
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        forced.force(Objects.requireNonNull(file.getParent()));
        going.good(path, "file-written");
        return true;
    }

    private static void copy(InputStream plain, Path part, Job going) throws IOException {
        byte[] buffer = new byte[BUFFER];
        try (var out = Files.newOutputStream(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            for (int n = plain.read(buffer); n >= 0; n = plain.read(buffer)) {
                out.write(buffer, 0, n);
                going.read(n);
            }
        }
    }

    /** Folders of this disk alone: a link in the place of one leads nowhere. */
    private void made(Path folder, String path) throws IOException {
        var at = folder;
        for (String each : path.split("/")) {
            if (!Files.isDirectory(at, LinkOption.NOFOLLOW_LINKS)) {
                Files.createDirectory(at);
                forced.force(Objects.requireNonNull(at.getParent()));
            }
            at = at.resolve(each);
        }
    }

    private static String sha256(Item item) {
        return item.manifest().orElseThrow().plain().sha256();
    }

    private static long size(Item item) {
        return item.manifest().orElseThrow().plain().size();
    }

    /** Where each goes: two items may be called alike, in another case too, and one as the folder of another. */
    private static final class Places {

        private final Set<String> files = new HashSet<>(Set.of(SUMS.toLowerCase(Locale.ROOT), UNFINISHED));
        private final Set<String> folders = new HashSet<>();

        String of(Item item) {
            var path = item.folder().isEmpty() ? item.name() : item.folder() + "/" + item.name();
            if (takes(path)) return path;
            var apart = item.id() + "/" + path;
            takes(apart);
            return apart;
        }

        private boolean takes(String path) {
            var small = path.toLowerCase(Locale.ROOT);
            var above = new ArrayList<String>();
            for (int slash = small.indexOf('/'); slash > 0; slash = small.indexOf('/', slash + 1)) {
                above.add(small.substring(0, slash));
            }
            if (files.contains(small)
                    || folders.contains(small)
                    || above.stream().anyMatch(files::contains)) return false;
            files.add(small);
            folders.addAll(above);
            return true;
        }
    }
}
