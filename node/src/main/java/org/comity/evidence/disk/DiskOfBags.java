package org.comity.evidence.disk;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.comity.evidence.EvidenceCases.Case;
import org.comity.evidence.EvidenceRefused;
import org.comity.evidence.disk.DiskJobs.Job;
import org.comity.ledger.Ledger;
import org.comity.proof.Malformed;
import org.comity.proof.act.Attachment;
import org.comity.proof.bag.Bag;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Looks at the disk, and does each work in a thread of its own. */
@Component
class DiskOfBags implements Disk {

    private static final Logger log = LoggerFactory.getLogger(DiskOfBags.class);
    private static final int MOST_FOLDERS = 200;
    private static final int DEEPEST = 12;

    private final DiskSettings settings;
    private final Bags bags;
    private final PlainFiles plain;
    private final ExportingDeliveredFiles out;
    private final Ledger ledger;
    private final Clock clock;
    private final DiskJobs works;
    private final String self;

    DiskOfBags(
            DiskSettings settings,
            Bags bags,
            PlainFiles plain,
            ExportingDeliveredFiles out,
            Ledger ledger,
            Clock clock,
            @Value("${node.id}") String self) {
        this.settings = settings;
        this.bags = bags;
        this.plain = plain;
        this.out = out;
        this.ledger = ledger;
        this.clock = clock;
        this.self = self;
        this.works = new DiskJobs(clock);
    }

    @Override
    public List<Folder> folders() {
        var all = new ArrayList<Folder>();
        if (!Files.isDirectory(settings.folder())) return all;
        try (var found = Files.list(settings.folder())) {
            found.filter(it -> Files.isDirectory(it, LinkOption.NOFOLLOW_LINKS))
                    .sorted()
                    .limit(MOST_FOLDERS)
                    .forEach(it -> all.add(folder(it)));
        } catch (IOException e) {
            log.warn("The disk cannot be read: {}", e.toString());
        }
        return all;
    }

    private static Folder folder(Path path) {
        var name = String.valueOf(path.getFileName());
        try {
            if (!Files.exists(path.resolve(Bag.DECLARATION), LinkOption.NOFOLLOW_LINKS)) {
                return new Folder(name, Bag.isIn(path) ? Kind.UNFINISHED : Kind.PLAIN, null, null);
            }
            // Only what it says of itself; whether that is so is found when it is brought in.
            return Bag.exported(path)
                    .map(it -> new Folder(name, Kind.BAG, it.participant(), it.time()))
                    .orElseGet(() -> new Folder(name, Kind.PLAIN, null, null));
        } catch (IOException | Malformed e) {
            return new Folder(name, Kind.PLAIN, null, null);
        }
    }

    @Override
    public List<Work> works() {
        return works.all();
    }

    @Override
    public String writeOut(Case of, Official by) {
        var name = name(of, "", Bag.DECLARATION);
        begin(name, Task.OUT, of, going -> bags.write(settings.folder().resolve(name), of, by, going));
        return name;
    }

    @Override
    public String writeFiles(Case of, boolean sealedOnly, Official by) {
        var name = name(of, "-files", ExportingDeliveredFiles.SUMS);
        begin(name, Task.FILES, of, going -> {
            ledger.record(by, "bag.files-written", of.thread(), Map.of("folder", name));
            out.write(settings.folder().resolve(name), new PlainFiles.Place(of, sealedOnly, by), going);
        });
        return name;
    }

    /**
     * One that is not finished is gone on with, whatever its day: a large one is not written before midnight. After one that is,
     * the next has a number. One disk may carry both ways.
     */
    private String name(Case of, String kind, String last) {
        var before = "%s-%s-".formatted(of.fileName(), self);
        var begun = Pattern.compile(Pattern.quote(before) + "\\d{4}-\\d{2}-\\d{2}" + Pattern.quote(kind) + "(-\\d+)?");
        var first = before + LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC) + kind;
        return unfinished(begun, last)
                .orElseGet(() -> Stream.iterate(1, n -> n + 1)
                        .map(n -> n == 1 ? first : first + "-" + n)
                        .filter(it -> !finished(it, last))
                        .findFirst()
                        .orElseThrow());
    }

    /** The newest of them. */
    private Optional<String> unfinished(Pattern name, String last) {
        if (!Files.isDirectory(settings.folder())) return Optional.empty();
        try (var found = Files.list(settings.folder())) {
            return found.filter(it -> Files.isDirectory(it, LinkOption.NOFOLLOW_LINKS))
                    .map(it -> String.valueOf(it.getFileName()))
                    .filter(it -> name.matcher(it).matches() && !finished(it, last))
                    .max(Comparator.naturalOrder());
        } catch (IOException e) {
            log.warn("The disk cannot be read: {}", e.toString());
            return Optional.empty();
        }
    }

    private boolean finished(String name, String last) {
        return Files.exists(settings.folder().resolve(name).resolve(last), LinkOption.NOFOLLOW_LINKS);
    }

    @Override
    public void bringIn(String folder, Official by) {
        var path = path(folder);
        begin(folder, Task.IN, null, going -> bags.bring(path, limits(), by, going));
    }

    @Override
    public void bringPlain(String folder, String list, Case of, boolean sealedOnly, Official by) {
        var path = path(folder);
        var hashes = HashList.read(list);
        begin(folder, Task.PLAIN, of, going -> {
            ledger.record(by, "bag.plain-files", of.thread(), Map.of("folder", folder));
            boolean bag = Bag.isIn(path);
            if (bag) {
                var opened = Bag.open(path, limits());
                var files = opened.files();
                going.begins(Step.CHECKING, files.size(), Bags.sum(files));
                var verdict = opened.check(going);
                verdict.failed().forEach(it -> going.bad(it.subject(), it.code(), it.detail()));
                if (!verdict.holds()) return;
            }
            var root = bag ? path.resolve("data") : path;
            plain.bring(root, files(root), hashes, new PlainFiles.Place(of, sealedOnly, by), going);
        });
    }

    /** A name of this disk and nothing else: no path, no link. */
    private Path path(String folder) {
        if (!Attachment.allowedName(folder)) throw DiskRefused.unknown();
        var path = settings.folder().resolve(folder);
        if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) throw DiskRefused.unknown();
        return path;
    }

    private Bag.Limits limits() {
        return new Bag.Limits(settings.files(), settings.largest().toBytes());
    }

    /** Plain files, by path; a link, an odd name or too much refuses the folder. */
    private SequencedMap<String, Long> files(Path root) throws IOException {
        var found = new TreeMap<String, Long>();
        Files.walkFileTree(root, Set.of(), DEEPEST, new SimpleFileVisitor<>() {
            private long bytes;
            private int folders;

            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes about) {
                if (++folders > settings.files())
                    throw new Malformed("bag-too-large", root.relativize(folder).toString());
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes about) {
                var name = root.relativize(file).toString();
                if (!about.isRegularFile()) throw new Malformed("bag-file", name);
                for (String each : name.split("/", -1)) {
                    if (!Attachment.allowedName(each)) throw new Malformed("bag-name", name);
                }
                bytes += about.size();
                found.put(name, about.size());
                if (found.size() > settings.files()
                        || bytes > settings.largest().toBytes()) {
                    throw new Malformed("bag-too-large", name);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return found;
    }

    @FunctionalInterface
    private interface Doing {
        void with(Job going) throws IOException;
    }

    private void begin(String folder, Task what, @Nullable Case of, Doing doing) {
        var going = works.begin(folder, what, of == null ? null : of.thread());
        Thread.ofVirtual().name("disk-" + folder).start(() -> {
            try {
                doing.with(going);
            } catch (Malformed e) {
                going.bad(folder, e.code(), String.valueOf(e.getMessage()));
            } catch (EvidenceRefused e) {
                going.refused(folder, e, e.facts().getOrDefault("detail", ""));
            } catch (IOException e) {
                going.bad(folder, "unreadable", e.getClass().getSimpleName());
            } catch (RuntimeException e) {
                log.error("Work on folder {} of the disk failed", folder, e);
                going.bad(folder, "internal", "");
            } finally {
                going.end();
            }
        });
    }
}
