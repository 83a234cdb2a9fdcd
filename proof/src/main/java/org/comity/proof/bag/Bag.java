package org.comity.proof.bag;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.comity.proof.Malformed;
import org.comity.proof.ReadingProgress;
import org.comity.proof.Verdict;
import org.comity.proof.Verdict.Check;
import org.comity.proof.Verdict.Checks;
import org.comity.proof.form.FileNames;

/**
 * Reads a BagIt bag (RFC 8493) in a folder strictly: every file is listed, none lies beside the lists, none is a link, each name means one file on every system. Nothing is fetched.
 */
public final class Bag {

    public static final String DECLARATION = "bagit.txt";
    public static final String INFO = "bag-info.txt";
    public static final String LIST = "manifest-sha256.txt";
    public static final String TAGS = "tagmanifest-sha256.txt";
    public static final String DATA = "data/";

    private static final Pattern DECLARED =
            Pattern.compile("BagIt-Version: (0\\.9[3-7]|1\\.0)(\r\n|\n|\r)Tag-File-Character-Encoding: UTF-8\\s*");
    private static final Map<String, String> ALGORITHMS =
            Map.of("md5", "MD5", "sha1", "SHA-1", "sha256", "SHA-256", "sha512", "SHA-512");
    private static final int DEEPEST = 12;
    private static final int LARGEST_TAG = 1 << 24;
    private static final int LARGEST_LOOK = 1 << 16;
    private static final int BUFFER = 1 << 18;

    /**
     * @param files in the whole bag, and as many folders
     * @param bytes of all of them together
     */
    public record Limits(int files, long bytes) {
        public static final Limits STANDARD = new Limits(50_000, Long.MAX_VALUE);
    }

    private final Path root;
    private final SequencedMap<String, Long> files;
    private final SequencedMap<String, SequencedMap<String, String>> lists = new LinkedHashMap<>();

    private Bag(Path root, Limits limits) throws IOException {
        this.root = root;
        this.files = walk(root, limits);
        declared(tag(DECLARATION));
        if (files.containsKey("fetch.txt")) {
            throw new Malformed("bag-fetch", "fetch.txt: a part of this bag lies elsewhere; nothing is fetched");
        }
        for (String each : files.keySet()) {
            if (BagList.NAME.matcher(each).matches()) lists.put(each, BagList.read(each, tag(each)));
        }
        if (lists.keySet().stream().noneMatch(it -> it.startsWith("manifest-"))) {
            throw new Malformed("bag-list", "no manifest-sha256.txt");
        }
    }

    /** Whether the folder is one; a bag that lost its declaration is one still, and refused as such. */
    public static boolean isIn(Path folder) {
        return Files.exists(folder.resolve(DECLARATION), LinkOption.NOFOLLOW_LINKS)
                || Files.exists(folder.resolve(LIST), LinkOption.NOFOLLOW_LINKS)
                || Files.isDirectory(folder.resolve(DATA), LinkOption.NOFOLLOW_LINKS);
    }

    /** @throws Malformed with a code of docs/protocol/bags.md; what the files hold is for {@link #check} */
    public static Bag open(Path root, Limits limits) throws IOException {
        return new Bag(root, limits);
    }

    private static void declared(byte[] declaration) {
        if (!DECLARED.matcher(BagList.text(DECLARATION, declaration)).matches()) {
            throw new Malformed("bag-declaration", "bagit.txt declares no bag that is read here");
        }
    }

    /** The same as {@link #exported}, for a list of bags: nothing of the bag is read but its declaration and the statement. */
    public static Optional<ExportStatement> exported(Path root) throws IOException {
        declared(read(root, DECLARATION, LARGEST_LOOK));
        return Files.exists(root.resolve(ExportStatement.FILE), LinkOption.NOFOLLOW_LINKS)
                ? Optional.of(ExportStatement.read(read(root, ExportStatement.FILE, LARGEST_LOOK)))
                : Optional.empty();
    }

    /** Who says, and when, that this bag is whole; empty if nobody does. Counts only if {@code verify} finds that it holds. */
    public Optional<ExportStatement> exported() throws IOException {
        return files.containsKey(ExportStatement.FILE)
                ? Optional.of(ExportStatement.read(tag(ExportStatement.FILE)))
                : Optional.empty();
    }

    /** Every file, in order, with its size. */
    public SequencedMap<String, Long> files() {
        return new TreeMap<>(files);
    }

    /** The files of {@code data/}, in order, with their sizes. */
    public SequencedMap<String, Long> payload() {
        var payload = new TreeMap<>(files);
        payload.keySet().removeIf(it -> !it.startsWith(DATA));
        return payload;
    }

    /** The list of that name; empty if there is none. */
    public SequencedMap<String, String> list(String name) {
        return lists.getOrDefault(name, new TreeMap<>());
    }

    public Set<String> names() {
        return files.keySet();
    }

    /** The bytes of a file beside the payload; within a limit. */
    public byte[] tag(String name) throws IOException {
        if (!files.containsKey(name)) throw new Malformed("bag-file", "%s is missing".formatted(name));
        return read(root, name, LARGEST_TAG);
    }

    private static byte[] read(Path root, String name, int largest) throws IOException {
        try (var in = Files.newInputStream(root.resolve(name), LinkOption.NOFOLLOW_LINKS)) {
            byte[] bytes = in.readNBytes(largest + 1);
            if (bytes.length > largest) throw new Malformed("bag-too-large", name);
            return bytes;
        }
    }

    /** Reads every file once and compares it with every list. */
    public Verdict check() throws IOException {
        return check(ReadingProgress.SILENT);
    }

    public Verdict check(ReadingProgress howFar) throws IOException {
        var bag = new Checks(DECLARATION);
        var all = new java.util.ArrayList<Verdict.Check>();
        bag.want("bag-declaration", true, "A bag of %d files.".formatted(files.size()), "");
        all.addAll(bag.all());
        var beside = new HashSet<>(files.keySet());
        for (var each : lists.entrySet()) {
            beside.remove(each.getKey());
            beside.removeAll(each.getValue().keySet());
            all.addAll(listed(each.getKey(), each.getValue()).all());
        }
        for (String each : beside) {
            // Only tag files may go unlisted, and only where no list of tag files is kept.
            if (each.startsWith(DATA) || lists.keySet().stream().anyMatch(it -> it.startsWith("tag"))) {
                all.add(Check.failed(each, "bag-unknown", "No list of the bag names this file."));
            }
        }
        for (String each : files.keySet()) {
            howFar.next(each);
            all.addAll(file(each, howFar).all());
        }
        return new Verdict(all, null, null, null);
    }

    private Checks listed(String list, SequencedMap<String, String> named) {
        var checks = new Checks(list);
        boolean ofTags = list.startsWith("tag");
        for (String each : named.keySet()) {
            if (!files.containsKey(each)) {
                var missing = Check.failed(each, "bag-file", "%s lists a file that is not here.".formatted(list));
                checks.all().add(missing);
            }
            if (ofTags == each.startsWith(DATA)) {
                checks.want("bag-list", false, "", "%s does not belong in this list.".formatted(each));
            }
        }
        if (!ofTags) {
            payload().keySet().stream()
                    .filter(it -> !named.containsKey(it))
                    .forEach(it -> checks.all()
                            .add(Check.failed(it, "bag-unknown", "%s does not list this file.".formatted(list))));
        }
        return checks;
    }

    private Checks file(String name, ReadingProgress howFar) throws IOException {
        var checks = new Checks(name);
        var digests = new LinkedHashMap<String, MessageDigest>();
        lists.forEach((list, named) -> {
            if (named.containsKey(name)) digests.put(list, digest(list));
        });
        if (digests.isEmpty()) return checks;
        try (var in = howFar.over(Files.newInputStream(root.resolve(name), LinkOption.NOFOLLOW_LINKS))) {
            byte[] buffer = new byte[BUFFER];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                for (var each : digests.values()) each.update(buffer, 0, n);
            }
        }
        var other = digests.entrySet().stream()
                .filter(it -> !HexFormat.of()
                        .formatHex(it.getValue().digest())
                        .equals(list(it.getKey()).get(name)))
                .map(Map.Entry::getKey)
                .toList();
        checks.want(
                "bag-hash",
                other.isEmpty(),
                "As listed.",
                "The file has another hash than %s says.".formatted(String.join(" and ", other)));
        return checks;
    }

    private static MessageDigest digest(String list) {
        var matched = BagList.NAME.matcher(list);
        try {
            return MessageDigest.getInstance(
                    Objects.requireNonNull(ALGORITHMS.get(matched.matches() ? matched.group(2) : "sha256")));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static SequencedMap<String, Long> walk(Path root, Limits limits) throws IOException {
        var found = new TreeMap<String, Long>();
        var folded = new HashSet<String>();
        Files.walkFileTree(root, Set.of(), DEEPEST, new SimpleFileVisitor<>() {
            private long bytes;
            private int folders;

            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes about) {
                if (++folders > limits.files()) {
                    throw new Malformed("bag-too-large", "more than %d folders".formatted(limits.files()));
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes about) {
                String name = root.relativize(file).toString().replace('\\', '/');
                if (!about.isRegularFile()) throw new Malformed("bag-file", "%s is no plain file".formatted(name));
                BagList.name(name);
                if (!folded.add(FileNames.folded(name)))
                    throw new Malformed("bag-name", name + " differs in case only");
                found.put(name, about.size());
                bytes += about.size();
                if (found.size() > limits.files() || bytes > limits.bytes()) {
                    throw new Malformed(
                            "bag-too-large",
                            "more than %d files or %d bytes".formatted(limits.files(), limits.bytes()));
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return found;
    }
}
