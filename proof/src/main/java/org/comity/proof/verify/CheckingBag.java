package org.comity.proof.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.comity.proof.Malformed;
import org.comity.proof.ReadingProgress;
import org.comity.proof.Verdict;
import org.comity.proof.Verdict.Check;
import org.comity.proof.Verdict.Checks;
import org.comity.proof.age.HybridIdentity;
import org.comity.proof.bag.Bag;
import org.comity.proof.bag.BagList;
import org.comity.proof.bag.ExportStatement;
import org.comity.proof.form.Digests;
import org.comity.proof.seal.Anchor;
import org.jspecify.annotations.Nullable;

/** Checks a bag of a thread, of items, or of both, and that they belong together (docs/protocol/bags.md). */
public final class CheckingBag {

    static final String THREAD = "data/thread";
    static final String ITEMS = "data/items/";
    static final String LOG = "data/log/";

    private static final Pattern ITEM = Pattern.compile("data/items/([0-9a-f]{64})/.*");

    private final Path root;
    private final GivenTrust trust;
    private final Checking checking;
    private final Set<String> brought;
    private final @Nullable HybridIdentity identity;
    private final ReadingProgress howFar;
    private final List<Check> all = new ArrayList<>();

    /**
     * @param brought SHA-256 of manifests that the user names; an act in the bag may name others
     * @param identity opens the items; null to check what needs no key
     */
    CheckingBag(
            Path root,
            GivenTrust trust,
            Checking checking,
            Set<String> brought,
            @Nullable HybridIdentity identity,
            ReadingProgress howFar) {
        this.root = root;
        this.trust = trust;
        this.checking = checking;
        this.brought = brought;
        this.identity = identity;
        this.howFar = howFar;
    }

    /** Whether the folder is a bag of more than one bare item: whatever else lies in it. */
    static boolean isExport(Path folder) {
        return Bag.isIn(folder)
                && Stream.of(THREAD, ITEMS, LOG, ExportStatement.FILE)
                        .anyMatch(it -> Files.exists(folder.resolve(it), LinkOption.NOFOLLOW_LINKS));
    }

    /**
     * All that {@code verify} checks of an exported bag.
     *
     * @param anchors of each participant, known from elsewhere
     * @param named SHA-256 of the manifests of items that an act outside the bag names
     */
    public static Verdict verify(Path root, Map<String, Anchor> anchors, Set<String> named) throws IOException {
        return verify(root, anchors, named, ReadingProgress.SILENT);
    }

    /** @param howFar is told each file of {@link Bag#files()}, then each item, whose payload is read once more */
    public static Verdict verify(Path root, Map<String, Anchor> anchors, Set<String> named, ReadingProgress howFar)
            throws IOException {
        var trust = new GivenTrust();
        anchors.forEach(trust::add);
        var checking = new Checking(trust, GivenRevocations.NOT_GIVEN);
        return new CheckingBag(root, trust, checking, named, null, howFar).check();
    }

    Verdict check() throws IOException {
        try {
            var bag = Bag.open(root, Bag.Limits.STANDARD);
            all.addAll(bag.check(howFar).checks());
            if (bag.payload().isEmpty()) {
                all.add(Check.failed(
                        Bag.DECLARATION, "bag-empty", "There is nothing in this bag, so nothing that could hold."));
            }
            var known = new HashSet<String>();
            var thread = thread(bag, known);
            exported(bag, thread == null ? List.of() : thread.signers(), thread == null ? "" : thread.lastKeeper());
            var named = thread == null ? Set.<String>of() : thread.named();
            items(bag, named, known);
            lines(bag, known);
            for (String each : bag.payload().keySet()) {
                if (!known.contains(each)) {
                    all.add(Check.failed(each, "bag-unknown", "No part of an export: nothing vouches for it."));
                }
            }
        } catch (Malformed e) {
            all.addAll(Verdict.refused(Bag.DECLARATION, e).checks());
        }
        return new Verdict(all, null, null, null);
    }

    /** @param keeper of the register's end, if a thread is in the bag */
    private void exported(Bag bag, List<X509Certificate> signers, String keeper) throws IOException {
        var checks = new Checks(ExportStatement.FILE);
        try {
            var said = ExportStatement.read(bag.tag(ExportStatement.FILE));
            signed(checks, said, signers);
            var tags = new TreeMap<String, String>();
            for (String each : bag.names()) {
                if (!each.startsWith(Bag.DATA) && !each.equals(Bag.TAGS) && !each.equals(ExportStatement.FILE)) {
                    tags.put(each, Digests.sha256(bag.tag(each)));
                }
            }
            var other = new TreeSet<>(tags.keySet());
            other.addAll(said.files().keySet());
            other.removeIf(it -> Objects.equals(tags.get(it), said.files().get(it)));
            for (String each : other) {
                all.add(Check.failed(each, "export", "It is not the one of which the bag's maker signed the hash."));
            }
            checks.want(
                    "export",
                    other.isEmpty()
                            && bag.list(Bag.LIST).keySet().equals(bag.payload().keySet()),
                    "The lists are those of the statement.",
                    "The lists are not those of the statement.");
            checks.want(
                    "export-tags",
                    Arrays.equals(bag.tag(Bag.TAGS), BagList.write(bag.list(Bag.TAGS))),
                    "The list of tag files is written in the one way.",
                    "tagmanifest-sha256.txt is not written in the one way.");
            if (said.participant().equals(keeper)
                    && checks.all().stream().allMatch(it -> it.outcome() == Verdict.Outcome.HELD)) {
                keeperSaysAll(keeper, said.time());
            }
        } catch (Malformed e) {
            checks.want("export", false, "", "Nobody says that this bag is whole: " + e.getMessage());
        }
        all.addAll(checks.all());
    }

    /** Whose word there is that nothing came after: the keeper's, of a moment by its own clock; what came later it does not say. */
    private void keeperSaysAll(String keeper, Instant at) {
        all.replaceAll(it -> it.code().equals(CheckingThread.END) && it.outcome() == Verdict.Outcome.NOT_CHECKED
                ? new Check(
                        it.subject(),
                        it.code(),
                        Verdict.Outcome.NOT_CHECKED,
                        "%s keeps the register and made this bag: it said at %s, by its own clock, that these were all entries. Whether others came after, ask it, or a third."
                                .formatted(keeper, at))
                : it);
    }

    private void signed(Checks checks, ExportStatement said, List<X509Certificate> signers) {
        var words =
                "%s says, at %s by its own clock and with certificate %s, that this bag has these files and no others"
                        .formatted(said.participant(), said.time(), Anchor.fingerprint(said.certificate()));
        var chain = new CheckingKeepers(ExportStatement.FILE, trust, signers)
                .counts(checks, "export-signature", words, said.network(), said.participant(), said.certificate());
        if (!said.signed() || chain.isPresent() && !chain.get().validAt(said.time())) {
            checks.want(
                    "export-signature",
                    false,
                    "",
                    "What is said of this bag is not signed by a register key of %s that was valid then."
                            .formatted(said.participant()));
        }
    }

    /** @return what was checked, for what it names; null if the bag has no thread */
    private @Nullable CheckingThread thread(Bag bag, Set<String> known) throws IOException {
        var inside =
                bag.names().stream().filter(it -> it.startsWith(THREAD + "/")).toList();
        if (inside.isEmpty()) return null;
        known.addAll(inside);
        var found = new CheckingThread(new BundleFiles.InFolder(root.resolve(THREAD)), checking, trust);
        for (Check each : found.check().checks()) {
            boolean stray = each.code().equals(CheckingThread.UNKNOWN);
            all.add(new Check(
                    CheckingThread.ofFile(each) ? THREAD + "/" + each.subject() : each.subject(),
                    each.code(),
                    // In a bag nothing may lie that nobody vouches for.
                    stray ? Verdict.Outcome.FAILED : each.outcome(),
                    each.detail(),
                    each.missing()));
        }
        return found;
    }

    private void items(Bag bag, Set<String> named, Set<String> known) throws IOException {
        var items = new TreeSet<String>();
        for (String each : bag.payload().keySet()) {
            var matched = ITEM.matcher(each);
            if (matched.matches()) items.add(matched.group(1));
        }
        for (String hash : items) {
            var folder = ITEMS + hash;
            howFar.next(folder);
            var checks = new Checks(folder + "/" + CheckingItem.MANIFEST);
            checks.want(
                    "item-named",
                    named.contains(hash) || brought.contains(hash),
                    "The item is one that was named.",
                    "No registered act in this bag names this item, and no --manifest does.");
            all.addAll(checks.all());
            for (Check each : new CheckingItem(root.resolve(folder), hash, identity, howFar)
                    .check()
                    .checks()) {
                all.add(each.under(folder + "/" + each.subject()));
            }
            for (String each : bag.payload().keySet()) {
                if (each.matches(folder + "/(item\\.json|name\\.json|payload|headers/[0-9a-f]{64})")) known.add(each);
            }
        }
    }

    private void lines(Bag bag, Set<String> known) throws IOException {
        for (String each : bag.payload().keySet()) {
            if (!each.matches(LOG + "[0-9]{1,19}\\.tlog-proof")) continue;
            known.add(each);
            var file = root.resolve(each);
            if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                all.addAll(new CheckingLog(trust, null)
                        .check(each, CheckingLog.bytes(file))
                        .checks());
            }
        }
    }
}
