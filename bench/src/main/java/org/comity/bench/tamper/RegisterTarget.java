package org.comity.bench.tamper;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.Set;
import org.comity.bench.tamper.RegisterForgery.Signer;
import org.comity.bench.tamper.RegisterForgery.Term;
import org.comity.proof.act.Envelope;
import org.comity.proof.form.CanonicalJson;
import org.comity.proof.register.Entry;
import org.comity.proof.register.SignedEntry;
import org.comity.proof.seal.Container;

/** A thread whose register was made anew, rightly, by whoever should not have; or of which only envelopes, or nothing, is left. */
final class RegisterTarget extends TamperTarget {

    private final ExportCopy thread;
    private final RegisterForgery forgery;
    private final Signer keeper;
    private final Signer later;
    private final Signer other;

    RegisterTarget(ExportCopy thread, ExportUnderTest export, Tamperer by, TamperResult found) {
        super(export, by, found);
        this.thread = thread;
        this.forgery = new RegisterForgery(export.keys());
        this.keeper = forgery.signer("XB-1", "xb-1-register");
        this.later = forgery.signer("XB-1", "xb-1-register-later");
        this.other = forgery.signer("XA-1", "xa-1-register");
    }

    /** Made anew by its keeper it holds, under one key and under two: so what is refused below is refused for who made it. */
    @Override
    void holds() {
        mustHold(made(List.of(new Term(keeper, 1))), export.trusting());
        mustHold(made(List.of(new Term(keeper, 1), new Term(later, 3))), export.trustingBothKeys());
        mustHold(thread.holding(thread.right()), export.trustingWithoutUse());
    }

    @Override
    void change() {
        switch (by.chance().nextInt(10)) {
            case 0 -> refused("another-partys-register", "keeper-party", List.of(new Term(other, 1)));
            case 1 -> refused("another-partys-register-in-the-keepers-name", "keeper", List.of(named("xa-1-register")));
            case 2 -> refused("another-partys-seal-in-the-keepers-name", "keeper", List.of(named("xa-1-seal")));
            case 3 -> sealKey();
            case 4 -> handedOver();
            case 5 -> movedFrom();
            case 6 -> withoutAnAct();
            case 7, 8 -> envelopes();
            default -> empty();
        }
    }

    private Term named(String key) {
        return new Term(forgery.signer("XB-1", key), 1);
    }

    private void sealKey() {
        var path = made(List.of(named("xb-1-seal")));
        var trusting = by.chance().nextBoolean() ? export.trusting() : export.trustingWithoutUse();
        var judgement = VerifierAnswer.of(path, trusting);
        found.judge("seal-as-register-key", judgement, judgement.refuses() && judgement.names("keeper-key"));
    }

    /** From some entry on somebody else keeps it, and nobody handed it over. */
    private void handedOver() {
        int from = 2 + by.chance().nextInt(entries().size() - 1);
        boolean own = by.chance().nextBoolean();
        var successor = new Term(own ? other : forgery.signer("XB-1", "xa-1-register"), from);
        refused(
                "from-an-entry-on-by-another",
                own ? "keeper-party" : "keeper",
                List.of(new Term(keeper, 1), successor));
    }

    private void movedFrom() {
        int last = entries().size();
        int right = 2 + by.chance().nextInt(last - 1);
        int moved = 2 + by.chance().nextInt(last);
        if (moved == right) return;
        var files = thread.right();
        RegisterForgery.put(files, entries(), List.of(new Term(keeper, 1), new Term(later, right)));
        var head = CanonicalJson.read(Objects.requireNonNull(files.get(RegisterForgery.HEAD)));
        files.put(
                RegisterForgery.HEAD,
                RegisterForgery.head(
                        Objects.requireNonNull(head.get("network")).toString(),
                        Objects.requireNonNull(head.get("thread")).toString(),
                        List.of(new Term(keeper, 1), new Term(later, moved))));
        var judgement = VerifierAnswer.of(thread.holding(files), export.trustingBothKeys());
        found.judge("from-moved", judgement, judgement.refuses() && judgement.names("entry-signature"));
    }

    /** By the true keeper: the act stays in the bundle or goes with its entry; who had seen it names it. */
    private void withoutAnAct() {
        var files = thread.right();
        var left = new ArrayList<>(entries());
        // The last one nobody had seen (R37), the first one opens the thread.
        var out = left.remove(1 + by.chance().nextInt(left.size() - 2));
        RegisterForgery.put(files, left, List.of(new Term(keeper, 1)));
        files.remove("acts/" + out.act() + ".asice");
        boolean seen = left.stream().anyMatch(it -> envelope(files, it).after().contains(out.act()));
        if (!seen) return;
        var judgement = VerifierAnswer.of(thread.holding(files), export.trusting());
        boolean named = judgement.open().stream().anyMatch(it -> it.contains("had seen act " + out.act()));
        found.judge("without-an-act-that-was-seen", judgement, named);
    }

    private void envelopes() {
        var files = thread.right();
        var some = by.one(entries());
        var name = "acts/" + some.act();
        files.put(name + ".json", CanonicalJson.write(envelope(files, some).json()));
        files.remove(name + ".asice");
        boolean planted = by.chance().nextInt(4) == 0;
        if (planted && some.n() == entries().size()) {
            // Without its entry nobody vouches for the words.
            files.remove(ThreadTarget.lastEntry(files));
            judge("envelope-without-entry", thread.holding(files), export.trusting(), Set.of(name + ".json"));
            return;
        }
        var judgement = VerifierAnswer.of(thread.holding(files), export.trusting());
        found.judge("envelope-only", judgement, judgement.saysDeleted() && judgement.names(Set.of(name + ".json")));
    }

    private void empty() {
        var files = thread.right();
        boolean acts = by.chance().nextBoolean();
        files.keySet().removeIf(it -> it.startsWith("register/") || !acts && it.startsWith("acts/"));
        var judgement = VerifierAnswer.of(thread.holding(files), export.trusting());
        found.judge("empty-thread", judgement, judgement.refuses() && judgement.names("nothing-registered"));
    }

    private void refused(String kind, String code, List<Term> terms) {
        var judgement = VerifierAnswer.of(
                made(terms), by.chance().nextBoolean() ? export.trusting() : export.trustingWithoutUse());
        found.judge(kind, judgement, judgement.refuses() && judgement.names(code));
    }

    private Path made(List<Term> terms) {
        var files = thread.right();
        RegisterForgery.put(files, entries(), terms);
        return thread.holding(files);
    }

    private List<Entry> entries() {
        return RegisterForgery.entries(thread.right()).stream()
                .map(SignedEntry::entry)
                .toList();
    }

    private static Envelope envelope(SequencedMap<String, byte[]> files, Entry entry) {
        return Container.read(Objects.requireNonNull(files.get("acts/" + entry.act() + ".asice")))
                .act()
                .envelope();
    }
}
