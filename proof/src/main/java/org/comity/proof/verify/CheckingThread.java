package org.comity.proof.verify;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.comity.proof.Malformed;
import org.comity.proof.Verdict;
import org.comity.proof.Verdict.Check;
import org.comity.proof.Verdict.Checks;
import org.comity.proof.Verdict.MissingPiece;
import org.comity.proof.act.Envelope;
import org.comity.proof.act.JointThread;
import org.comity.proof.form.Digests;
import org.comity.proof.form.StrictReading;
import org.comity.proof.register.CheckingJoint;
import org.comity.proof.register.Entry;
import org.comity.proof.register.Register;
import org.comity.proof.register.SignedEntry;
import org.comity.proof.register.ThreadBundle;
import org.comity.proof.seal.Container;
import org.comity.proof.seat.SeatThread;
import org.jspecify.annotations.Nullable;

/** Checks an exported thread: head, register, each act, and that they belong together. */
final class CheckingThread {

    /** Of what was sent and not registered yet, e.g. in a bag where no line is. */
    static final String NOTHING_REGISTERED = "nothing-registered";

    /** Whether anybody else says that the register goes no further. */
    static final String END = "register-end";

    /** Of a file that nothing vouches for. */
    static final String UNKNOWN = "file";

    private final boolean beside;
    private final BundleFiles files;
    private final Checking checking;
    private final GivenTrust trust;
    private final CheckingSeats seats;
    private final List<Check> all = new ArrayList<>();
    private final Set<String> named = new TreeSet<>();
    private final Map<String, Envelope> envelopes = new TreeMap<>();
    private final List<X509Certificate> signers = new ArrayList<>();
    private final Set<String> authors = new TreeSet<>();
    private final Map<String, Entry> left = new TreeMap<>();
    private Read read = new Read(null, List.of());

    private record Read(ThreadBundle.@Nullable Head head, List<SignedEntry> register) {}

    CheckingThread(BundleFiles files, Checking checking, GivenTrust trust) {
        this(files, checking, trust, false);
    }

    /** @param beside whether it lies beside the acts of another; then nothing lies beside its own */
    CheckingThread(BundleFiles files, Checking checking, GivenTrust trust, boolean beside) {
        this.beside = beside;
        this.files = files;
        this.checking = checking;
        this.trust = trust;
        this.seats = new CheckingSeats(checking, trust);
    }

    Verdict check() throws IOException {
        try {
            var unread = new TreeSet<>(files.names());
            unread.remove(ThreadBundle.HEAD);
            var head = ThreadBundle.Head.read(files.read(ThreadBundle.HEAD));
            var signed = entries(unread);
            read = new Read(head, signed);
            if (!beside) seats.beside(unread, files);
            var entries = signed.stream().map(SignedEntry::entry).toList();
            acts(head, entries, unread);
            if (!beside) {
                var opened = opening(entries);
                all.add(Checking.which(
                        ThreadBundle.HEAD,
                        head.network(),
                        head.thread(),
                        opened == null ? null : opened.facts().get("reference")));
            }
            if (entries.isEmpty()) {
                all.add(
                        Check.failed(
                                ThreadBundle.HEAD,
                                NOTHING_REGISTERED,
                                "No entry is here: nothing of this thread was registered, so there is nothing that could hold. Acts can be checked one by one."));
            }
            seen();
            versions(entries);
            all.addAll(seats.ended(head.thread(), signed, envelopes));
            var joint = JointThread.isNameOf(head.thread()) ? CheckingJoint.of(entries, envelopes, authors) : null;
            if (joint != null) all.addAll(joint.checks(head.thread()));
            left.forEach((name, entry) -> withheld(head, joint, name, entry));
            all.addAll(new CheckingKeepers(ThreadBundle.HEAD, trust, signers)
                    .check(head, entries, opening(entries), joint, checking.revocations()));
            all.addAll(Register.verify(
                            head.network(),
                            head.thread(),
                            signed,
                            envelopes,
                            n -> head.at(n).certificate().getPublicKey())
                    .checks());
            if (!beside) {
                all.addAll(checking.copies().against(head, signed));
                end(entries);
            }
            for (String each : unread) {
                all.add(new Check(each, UNKNOWN, Verdict.Outcome.NOT_CHECKED, "Nothing vouches for this file."));
            }
        } catch (Malformed e) {
            all.addAll(Verdict.refused(ThreadBundle.HEAD, e).checks());
        }
        return new Verdict(all, null, null, null);
    }

    /** Each link names the one before it, and none names the one behind it (R37). */
    private void end(List<Entry> entries) {
        if (entries.isEmpty()) return;
        long last = entries.getLast().n();
        var checks = new Checks("register");
        if (checking.copies().goOn()) {
            checks.notChecked(
                    END,
                    "The other copy goes on behind entry %d; what is said there was not checked here.".formatted(last));
        } else if (checking.copies().reaches(last)) {
            checks.want(
                    END,
                    true,
                    "It ends with entry %d, and what was brought from elsewhere goes no further.".formatted(last),
                    "");
        } else {
            checks.notChecked(
                    END,
                    "Whether the register goes on behind entry %d was not checked: whoever made this copy may have left out its end."
                            .formatted(last),
                    MissingPiece.of(MissingPiece.Kind.NEWEST_ENTRY));
        }
        all.addAll(checks.all());
    }

    /** Whether this is said of a file, by its name, and not of an entry or of the thread. */
    static boolean ofFile(Check said) {
        return said.subject().contains("/")
                || said.subject().endsWith(".json")
                || said.code().equals(UNKNOWN);
    }

    /** Hashes that effective acts of this thread name in their body or carry as an attachment; after {@link #check}. */
    Set<String> named() {
        return named;
    }

    /** Certificates that seal acts of this thread; after {@link #check}. */
    List<X509Certificate> signers() {
        return signers;
    }

    /** Its id; empty if its head could not be read. After {@link #check}. */
    String id() {
        return read.head == null ? "" : read.head.thread();
    }

    /** Who kept its register; after {@link #check}. */
    List<ThreadBundle.Keeper> keepers() {
        return read.head == null ? List.of() : read.head.keepers();
    }

    /** Who signed its last entry; empty if it has none. After {@link #check}. */
    String lastKeeper() {
        return read.head == null || read.register.isEmpty()
                ? ""
                : read.head.at(read.register.getLast().entry().n()).participant();
    }

    /** What it says of seats, if it is a thread of them; after {@link #check}. */
    SeatThread seatThread() {
        return new SeatThread(read.register, envelopes);
    }

    private List<SignedEntry> entries(Set<String> unread) throws IOException {
        var signed = new ArrayList<SignedEntry>();
        for (String name : matching(unread, ThreadBundle.REGISTER + "[0-9]{6}\\.json")) {
            try {
                var entry = SignedEntry.read(files.read(name));
                signed.add(entry);
                if (!ThreadBundle.register(entry.entry().n()).equals(name)) {
                    all.add(Check.failed(name, "entry-number", "The file's name is not its entry's number."));
                }
            } catch (Malformed e) {
                all.addAll(Verdict.refused(name, e).checks());
            }
        }
        return signed;
    }

    /** What was recalled before it left is not here either, so this alone is no failure. */
    private void seen() {
        envelopes.forEach((id, envelope) -> {
            for (String each : envelope.after()) {
                if (!envelopes.containsKey(each)) {
                    all.add(new Check(
                            ThreadBundle.act(id),
                            "act-seen",
                            Verdict.Outcome.NOT_CHECKED,
                            "Its author had seen act %s, which is not here: recalled before it left, or left out. Ask its author."
                                    .formatted(each)));
                }
            }
        });
    }

    /** The fold reads the opening act's procedure alone: what else an author meant by an act, its effect does not show. */
    private void versions(List<Entry> entries) {
        var opening = opening(entries);
        if (opening == null) return;
        for (Entry each : entries) {
            var act = envelopes.get(each.act());
            if (act == null || act.speaksAs(opening)) continue;
            all.add(Check.failed(
                    ThreadBundle.act(each.act()),
                    "other-version",
                    "Entry %d registers an act that says %s; the act that opened the thread says %s, and a thread keeps to that."
                            .formatted(each.n(), version(act), version(opening))));
        }
    }

    private static String version(Envelope act) {
        return "%s under %s%s".formatted(act.procedure(), act.convention(), act.drill() ? ", a drill" : "");
    }

    private @Nullable Envelope opening(List<Entry> entries) {
        return entries.stream()
                .filter(it -> it.n() == 1)
                .findFirst()
                .map(it -> envelopes.get(it.act()))
                .orElse(null);
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
                all.add(Check.failed(
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
            boolean byTheKeeper = entry != null
                    && container
                            .act()
                            .envelope()
                            .author()
                            .equals(head.at(entry.n()).participant());
            signers.add(container.signer());
            authors.add(container.act().envelope().author());
            all.addAll(checking.act(
                            name, container, registered, byTheKeeper ? null : registered, seats.host(head, container))
                    .checks());
            seats.add(name, container, entry);
            belongs(head, name, id, container.act().envelope());
            registered(name, container, entry);
            if (entry != null && entry.effect().equals(Entry.EFFECTIVE)) names(container);
        } catch (Malformed e) {
            all.addAll(Verdict.refused(name, e).checks());
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
            case String text when StrictReading.HASH.matcher(text).matches() -> named.add(text);
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
        belongs(head, name, id, envelope);
        var checks = new Checks(name);
        if (entry == null) {
            checks.want("seal", false, "", "Only an envelope is here, without seal and entry: nothing vouches for it.");
        } else if (envelope.joint()) {
            left.put(name, entry);
        } else {
            checks.add("seal", Verdict.Outcome.DELETED, deleted(head, entry, envelope));
        }
        all.addAll(checks.all());
    }

    /** In a joint thread the body may be one that its holder was never shown. */
    private void withheld(ThreadBundle.Head head, @Nullable CheckingJoint joint, String name, Entry entry) {
        var envelope = envelopes.get(entry.act());
        if (envelope == null) return;
        var who = joint == null ? "" : joint.shownLater(entry.n());
        var back = joint == null ? "" : joint.cameBack(entry.n());
        var said = who.isEmpty()
                ? deleted(head, entry, envelope)
                : "Only the envelope of %s is here, without its seal: entry %d lies before the day from which %s is shown what is said, or the text was deleted. Another party's copy proves that %s said it."
                        .formatted(envelope.type(), entry.n(), who, envelope.author());
        if (!back.isEmpty()) {
            said += " A copy of %s, may have later texts alone: what was deleted meanwhile does not come back."
                    .formatted(back);
        }
        all.add(new Check(name, who.isEmpty() ? "seal" : "body-withheld", Verdict.Outcome.DELETED, said));
    }

    private static String deleted(ThreadBundle.Head head, Entry entry, Envelope envelope) {
        return "Only the envelope is left of %s; the seal was deleted with the text. Entry %d of %s names this act; nothing proves that %s said it."
                .formatted(envelope.type(), entry.n(), head.at(entry.n()).participant(), envelope.author());
    }

    private void belongs(ThreadBundle.Head head, String name, String id, Envelope envelope) {
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
        all.addAll(checks.all());
    }

    private static List<String> matching(Set<String> unread, String pattern) {
        var found = unread.stream().filter(it -> it.matches(pattern)).sorted().toList();
        found.forEach(unread::remove);
        return found;
    }
}
