package org.comity.proof.verify;

import com.exceptionfactory.jagged.UnsupportedRecipientStanzaException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.comity.proof.Malformed;
import org.comity.proof.ReadingProgress;
import org.comity.proof.Verdict;
import org.comity.proof.Verdict.Check;
import org.comity.proof.Verdict.Checks;
import org.comity.proof.Verdict.Outcome;
import org.comity.proof.age.AgeHeader;
import org.comity.proof.age.HybridIdentity;
import org.comity.proof.age.PayloadLayout;
import org.comity.proof.bag.Bag;
import org.comity.proof.form.CanonicalJson;
import org.comity.proof.form.Digests;
import org.comity.proof.item.ItemKey;
import org.comity.proof.item.ItemManifest;
import org.comity.proof.item.ItemManifest.Recipient;
import org.comity.proof.item.ItemMatching;
import org.comity.proof.register.ThreadBundle;
import org.jspecify.annotations.Nullable;

/** Checks an exported item (rules I30 and I31) against the manifest's hash that the user brings. */
final class CheckingItem {

    static final String MANIFEST = "item.json";
    static final String PAYLOAD = "payload";
    static final String HEADERS = "headers";

    private final Path root;
    private final String named;
    private final @Nullable HybridIdentity identity;
    private final ReadingProgress howFar;
    private final List<Checks> all = new ArrayList<>();

    /**
     * @param named SHA-256 of the manifest, from the sealed act
     * @param identity opens the item; null to check what needs no key
     */
    CheckingItem(Path root, String named, @Nullable HybridIdentity identity, ReadingProgress howFar) {
        this.root = root;
        this.named = named;
        this.identity = identity;
        this.howFar = howFar;
    }

    /**
     * Where the item lies: the folder itself, or the data folder of a bag; null if there is none, and where a thread or an
     * export lies: an item that was put into it must not be checked in its stead.
     */
    static @Nullable Path in(Path folder) {
        if (CheckingBag.isExport(folder) || lies(folder.resolve(ThreadBundle.HEAD))) return null;
        var item = Bag.isIn(folder) ? folder.resolve("data") : folder;
        return lies(item.resolve(MANIFEST)) ? item : null;
    }

    private static boolean lies(Path file) {
        return Files.exists(file, LinkOption.NOFOLLOW_LINKS);
    }

    /** The item of a bag, and that the bag holds what it lists. */
    static Verdict withItsBag(Path item, String named, @Nullable HybridIdentity identity) throws IOException {
        var checks = new ArrayList<Verdict.Check>();
        var bag = item.endsWith("data") ? item.getParent() : null;
        if (bag != null && Bag.isIn(bag)) {
            try {
                checks.addAll(Bag.open(bag, Bag.Limits.STANDARD).check().checks());
            } catch (Malformed e) {
                checks.addAll(Verdict.refused(Bag.DECLARATION, e).checks());
            }
        }
        checks.addAll(new CheckingItem(item, named, identity, ReadingProgress.SILENT)
                .check()
                .checks());
        return new Verdict(checks, null, null, null);
    }

    Verdict check() throws IOException {
        try {
            var manifest = ItemManifest.read(small(MANIFEST, CanonicalJson.LARGEST_DOCUMENT));
            about(MANIFEST)
                    .want(
                            "item-manifest",
                            manifest.sha256().equals(named),
                            "It is the manifest that was named",
                            "It is another manifest: its hash is " + manifest.sha256());
            // Also what nobody vouches for is looked at: the reader learns all that is wrong.
            var key = key(manifest, headers(manifest));
            payload(manifest, key);
            others();
        } catch (Malformed e) {
            about(MANIFEST).add(e.code(), Outcome.FAILED, "Not readable as the protocol demands: " + e.getMessage());
        }
        return new Verdict(all.stream().flatMap(it -> it.all().stream()).toList(), null, null, null);
    }

    private Checks about(String file) {
        var checks = new Checks(file);
        all.add(checks);
        return checks;
    }

    private Map<Recipient, AgeHeader> headers(ItemManifest manifest) throws IOException {
        var headers = new LinkedHashMap<Recipient, AgeHeader>();
        for (var recipient : manifest.recipients()) {
            var name = HEADERS + "/" + recipient.header();
            var checks = about(name);
            if (!Files.exists(root.resolve(name), LinkOption.NOFOLLOW_LINKS)) {
                checks.notChecked("item-header", "The header for %s is not here".formatted(whom(recipient)));
                continue;
            }
            try {
                byte[] bytes = small(name, AgeHeader.LARGEST);
                var header = AgeHeader.of(bytes);
                boolean right = Digests.sha256(bytes).equals(recipient.header()) && header.recipients() == 1;
                if (checks.want(
                        "item-header",
                        right,
                        "It is the header for %s in the manifest".formatted(whom(recipient)),
                        "It is another header than the one for %s in the manifest".formatted(whom(recipient)))) {
                    headers.put(recipient, header);
                }
            } catch (GeneralSecurityException e) {
                checks.add("item-header", Outcome.FAILED, "No header of the format: " + e.getMessage());
            } catch (Malformed e) {
                checks.add("item-header", Outcome.FAILED, e.getMessage());
            }
        }
        if (headers.isEmpty() && identity != null) {
            about(HEADERS).add("item-key", Outcome.FAILED, "There is no header that could be opened");
        }
        return headers;
    }

    private @Nullable ItemKey key(ItemManifest manifest, Map<Recipient, AgeHeader> headers) {
        if (identity == null || headers.isEmpty()) return null;
        for (var each : headers.entrySet()) {
            var checks = about(HEADERS + "/" + each.getKey().header());
            try {
                var key = ItemKey.open(each.getValue(), identity);
                checks.add("item-key", Outcome.HELD, "The identity opens it");
                boolean bound = checks.want(
                        "item-commitment",
                        key.commitment().equals(manifest.commitment()),
                        "The key is the one that the manifest commits to",
                        "The key is another than the one that the manifest commits to: it may open another text");
                return bound ? key : null;
            } catch (UnsupportedRecipientStanzaException another) {
                continue;
            } catch (GeneralSecurityException e) {
                checks.add("item-key", Outcome.FAILED, "The header is not authentic: " + e.getMessage());
                return null;
            }
        }
        about(HEADERS).add("item-key", Outcome.FAILED, "The identity opens none of the headers that are here");
        return null;
    }

    private void payload(ItemManifest manifest, @Nullable ItemKey key) throws IOException {
        var checks = about(PAYLOAD);
        var file = root.resolve(PAYLOAD);
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            checks.add("item-file", Outcome.FAILED, "The payload is missing, or no plain file");
            return;
        }
        try (var in = howFar.over(Files.newInputStream(file))) {
            var found = ItemMatching.read(in, key);
            var said = manifest.payload();
            checks.want(
                    "item-payload-size",
                    found.payload().size() == said.size(),
                    "%d bytes".formatted(said.size()),
                    "%d bytes instead of %d".formatted(found.payload().size(), said.size()));
            checks.want(
                    "item-root",
                    found.payload().root().equals(said.root()),
                    "The tree over its segments has the root in the manifest",
                    "The tree over its segments has another root than the manifest says");
            if (key == null) {
                checks.notChecked("item-plain", identity == null ? "No identity was given" : "It could not be opened");
                return;
            }
            plain(checks, manifest.plain(), found);
        }
    }

    private static void plain(Checks checks, ItemManifest.Plain said, ItemMatching.Found found) {
        long from = found.brokenChunk() * PayloadLayout.CHUNK;
        checks.want(
                "item-chunk",
                found.brokenChunk() < 0,
                "Every chunk is authentic, and the last is the last",
                "Chunk %d, plain bytes from %d on, is not authentic: changed, moved, or not the end that it should be"
                        .formatted(found.brokenChunk(), from));
        if (found.plain() == null) {
            checks.notChecked("item-plain", "What could not be opened whole has no hash");
            return;
        }
        checks.want(
                "item-plain",
                found.plain().equals(said),
                "The plain file has SHA-256 %s and %d bytes".formatted(said.sha256(), said.size()),
                "The plain file has SHA-256 %s and %d bytes, and not those of the manifest"
                        .formatted(found.plain().sha256(), found.plain().size()));
    }

    /** What else lies beside the headers was put there; it opens nothing of this item by right. */
    private void others() throws IOException {
        var folder = root.resolve(HEADERS);
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) return;
        var known = all.stream()
                .flatMap(it -> it.all().stream())
                .map(Check::subject)
                .collect(Collectors.toSet());
        try (var files = Files.list(folder)) {
            files.map(it -> HEADERS + "/" + it.getFileName())
                    .filter(it -> !known.contains(it))
                    .sorted()
                    .limit(ItemManifest.MOST_RECIPIENTS)
                    .forEach(it -> about(it)
                            .add("item-header", Outcome.FAILED, "No recipient in the manifest has this header"));
        }
    }

    private byte[] small(String name, int largest) throws IOException {
        var file = root.resolve(name);
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new Malformed("item-file", "%s is no plain file".formatted(name));
        }
        try (var in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(largest + 1);
            if (bytes.length > largest) throw new Malformed("item-file", "%s is too large".formatted(name));
            return bytes;
        }
    }

    private static String whom(Recipient recipient) {
        return recipient.participant() + " as " + recipient.purpose().name().toLowerCase(Locale.ROOT);
    }
}
