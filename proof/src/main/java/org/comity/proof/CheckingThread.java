package org.comity.proof;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.comity.proof.Verdict.Check;
import org.comity.proof.Verdict.Checks;
import org.jspecify.annotations.Nullable;

/** Checks an exported thread: head, register, each act, and that they belong together. */
final class CheckingThread {

    private static final Set<String> FIELDS = Set.of("format", "network", "thread", "keeper", "certificate");

    private final BundleFiles files;
    private final Checking checking;
    private final Trust trust;
    private final List<Check> all = new ArrayList<>();
    private final Set<String> named = new TreeSet<>();
    private final Map<String, Envelope> envelopes = new HashMap<>();

    CheckingThread(BundleFiles files, Checking checking, Trust trust) {
        this.files = files;
        this.checking = checking;
        this.trust = trust;
    }

    Verdict check() throws IOException {
        try {
            var unread = new TreeSet<>(files.names());
            unread.remove(ThreadBundle.HEAD);
            var head = head(files.read(ThreadBundle.HEAD));
            var signed = entries(head, unread);
            acts(head, signed.stream().map(SignedEntry::entry).toList(), unread);
            var key = head.certificate().getPublicKey();
            all.addAll(Register.verify(head.network(), head.thread(), signed, envelopes, key)
                    .checks());
            for (String each : unread) {
                all.add(new Check(each, "file", Verdict.Outcome.NOT_CHECKED, "Nothing vouches for this file."));
            }
        } catch (Malformed e) {
            all.addAll(Checking.refused(ThreadBundle.HEAD, e).checks());
        }
        return new Verdict(all, null, null, null);
    }

    /** Hashes that effective acts of this thread name in their body or carry as an attachment; after {@link #check}. */
    Set<String> named() {
        return named;
    }

    private static ThreadBundle.Head head(byte[] json) {
        var head = CanonicalJson.read(json);
        Reading.only(head, FIELDS);
        if (!ThreadBundle.FORMAT.equals(head.get("format"))) {
            throw new Malformed("field", "format");
        }
        return new ThreadBundle.Head(
                Reading.text(head, "network", Reading.HASH),
                Reading.text(head, "thread", Reading.THREAD),
                Reading.text(head, "keeper", Reading.PARTICIPANT),
                Encoded.certificate("certificate", head.get("certificate")));
    }

    private List<SignedEntry> entries(ThreadBundle.Head head, Set<String> unread) throws IOException {
        var signed = new ArrayList<SignedEntry>();
        for (String name : matching(unread, ThreadBundle.REGISTER + "[0-9]{6}\\.json")) {
            try {
                var entry = SignedEntry.read(files.read(name));
                signed.add(entry);
                if (!ThreadBundle.register(entry.entry().n()).equals(name)) {
                    all.add(Checking.failed(name, "entry-number", "The file's name is not its entry's number."));
                }
            } catch (Malformed e) {
                all.addAll(Checking.refused(name, e).checks());
            }
        }
        keeper(head, signed);
        return signed;
    }

    private void keeper(ThreadBundle.Head head, List<SignedEntry> entries) {
        var checks = new Checks(ThreadBundle.HEAD);
        String print = Anchor.fingerprint(head.certificate());
        var chain = Chain.from(head.certificate(), List.of(), trust.of(head.keeper()));
        if (checks.want(
                "keeper",
                chain.isPresent(),
                "The register is kept by %s with certificate %s; it leads to a given anchor."
                        .formatted(head.keeper(), print),
                "The register is kept by %s with certificate %s; it leads to no given anchor."
                        .formatted(head.keeper(), print))) {
            if (!entries.isEmpty()) {
                // Its times are the keeper's own words, signed by the key that was revoked.
                checking.revocations().check(checks, head.network(), head.keeper(), head.certificate(), null);
            }
            for (SignedEntry each : entries) {
                if (!chain.get().validAt(each.entry().time())) {
                    checks.want(
                            "keeper-validity",
                            false,
                            "",
                            "The keeper's certificate was not valid at %s (entry %d)."
                                    .formatted(each.entry().time(), each.entry().n()));
                }
            }
        }
        all.addAll(checks.all());
    }

    private void acts(ThreadBundle.Head head, List<Entry> entries, Set<String> unread) throws IOException {
        var registered = new HashMap<String, Entry>();
        entries.forEach(it -> registered.putIfAbsent(it.act(), it));
        var here = new TreeSet<String>();
        for (String name : matching(unread, ThreadBundle.ACTS + "[0-9a-f]{64}\\.(asice|json)")) {
            String id = name.substring(ThreadBundle.ACTS.length(), ThreadBundle.ACTS.length() + 64);
            here.add(id);
            act(head, name, id, registered.get(id));
        }
        for (Entry each : entries) {
            if (!here.contains(each.act())) {
                all.add(Checking.failed(
                        ThreadBundle.act(each.act()),
                        "act-missing",
                        "Entry %d registers an act that is not here.".formatted(each.n())));
            }
        }
    }

    private void act(ThreadBundle.Head head, String name, String id, @Nullable Entry entry) throws IOException {
        try {
            if (name.equals(ThreadBundle.envelope(id))) {
                remaining(head, name, id, Envelope.read(files.read(name)), entry);
                return;
            }
            var container = Container.read(files.read(name));
            var registered = entry == null ? null : entry.time();
            boolean byTheKeeper = container.act().envelope().author().equals(head.keeper());
            all.addAll(checking.act(name, container, registered, byTheKeeper ? null : registered)
                    .checks());
            belongs(head, name, id, container.act().envelope(), entry);
            registered(name, container, entry);
            if (entry != null && entry.effect().equals(Entry.EFFECTIVE)) names(container);
        } catch (Malformed e) {
            all.addAll(Checking.refused(name, e).checks());
        }
    }

    private void names(Container container) {
        hashes(container.act().body());
        for (var each : container.files().entrySet()) {
            if (each.getKey().startsWith("attachments/")) named.add(Digests.sha256(each.getValue()));
        }
    }

    private void hashes(Object value) {
        switch (value) {
            case String text when Reading.HASH.matcher(text).matches() -> named.add(text);
            case Map<?, ?> map -> map.values().forEach(this::hashes);
            case List<?> list -> list.forEach(this::hashes);
            default -> {}
        }
    }

    private void registered(String name, Container container, @Nullable Entry entry) {
        var checks = new Checks(name);
        if (entry == null) {
            checks.notChecked("registered", "The act has no entry here: sent, not registered; it changes nothing.");
        } else {
            checks.want(
                    "registered",
                    entry.container().equals(container.sha256()),
                    "Entry %d registers exactly this container.".formatted(entry.n()),
                    "Entry %d registers another container for this act.".formatted(entry.n()));
        }
        all.addAll(checks.all());
    }

    private void remaining(ThreadBundle.Head head, String name, String id, Envelope envelope, @Nullable Entry entry) {
        belongs(head, name, id, envelope, entry);
        var checks = new Checks(name);
        checks.notChecked(
                "seal",
                "Only the envelope is left, so the author's seal cannot be checked; "
                        + (entry == null
                                ? "nothing vouches for it."
                                : "entry %d names this act.".formatted(entry.n())));
        all.addAll(checks.all());
    }

    private void belongs(ThreadBundle.Head head, String name, String id, Envelope envelope, @Nullable Entry entry) {
        var checks = new Checks(name);
        if (checks.want(
                "act-id",
                envelope.id().equals(id),
                "The act is the one that the file's name says.",
                "The act is another than the file's name says.")) {
            envelopes.put(id, envelope);
        }
        checks.want(
                "act-thread",
                envelope.network().equals(head.network()) && envelope.thread().equals(head.thread()),
                "The act belongs to this thread.",
                "The act belongs to another thread or network.");
        if (entry != null && entry.n() == 1) {
            checks.want(
                    "keeper-party",
                    Set.of(envelope.author(), envelope.addressee()).contains(head.keeper()),
                    "The keeper of the register is a party of the opening act.",
                    "The keeper of the register is no party of the opening act.");
        }
        all.addAll(checks.all());
    }

    private static List<String> matching(Set<String> unread, String pattern) {
        var found = unread.stream().filter(it -> it.matches(pattern)).sorted().toList();
        found.forEach(unread::remove);
        return found;
    }
}
