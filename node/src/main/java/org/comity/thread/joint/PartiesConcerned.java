package org.comity.thread.joint;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.comity.proof.act.Envelope;
import org.comity.proof.form.StrictReading;
import org.comity.proof.register.SignedEntry;
import org.comity.thread.ShownAtUs;
import org.springframework.stereotype.Component;

/** Says who may learn that a joint thread is here: who is, was or is asked to be a party, as far as we know (R110, R130). */
@Component
class PartiesConcerned {

    private static final int MOST_PROOFS = 16;

    private final JointRows threads;
    private final JointActRows acts;
    private final PartyRows parties;
    private final RegisterKeys keys;

    PartiesConcerned(JointRows threads, JointActRows acts, PartyRows parties, RegisterKeys keys) {
        this.threads = threads;
        this.acts = acts;
        this.parties = parties;
        this.keys = keys;
    }

    boolean concerns(JointRow thread, String from) {
        var joint = thread.joint();
        return parties.stay(thread.id(), from).isPresent()
                || joint != null && joint.invited().containsKey(from)
                || from.equals(thread.opener())
                || threads.asked(thread.id())
                        .filter(it -> from.equals(it.sender()))
                        .isPresent();
    }

    /** What of a thread is shown to an authority for which we speak or spoke; nothing of one in which it has nothing to do. */
    Optional<ShownAtUs> shownAtUs(String thread, String authority) {
        var stay = parties.stay(thread, authority, keys.self());
        return stay.map(it -> new ShownAtUs(it.from(), it.until(), it.fromHere()))
                .or(() -> parties.wasAsked(thread, authority, keys.self())
                        ? Optional.of(ShownAtUs.ASKED)
                        : Optional.empty());
    }

    /** Whose own act lies here, and who comes by an invitation that it could have from this thread alone, may say so. */
    boolean brings(JointRow thread, Envelope act, String from) {
        if (concerns(thread, from)) return true;
        if (!from.equals(act.author())) return false;
        var invitation = act.facts().getOrDefault("invitation", "");
        return acts.find(act.id()).isPresent()
                || Optional.of(invitation)
                        .filter(it -> StrictReading.HASH.matcher(it).matches())
                        .flatMap(acts::find)
                        .filter(it -> it.envelope().thread().equals(thread.id()))
                        .filter(it -> it.envelope().type().equals("invite"))
                        .isPresent();
    }

    /** Of what the keeper itself signed it does not matter who brings it: it may have hidden from us whom it let in. */
    boolean shows(JointRow thread, SignedEntry entry, String from) {
        return concerns(thread, from)
                || keys.signed(keeper(thread, entry.entry().n()), entry);
    }

    /**
     * A party is shown what does not fit, and our own entry of the number of a head that a party signed; who is none any more,
     * that one up to where it left; and whoever is not in, only the two entries that differ (R122, R132).
     */
    List<SignedEntry> disputed(String id, List<SignedEntry> proofs, String to, SignedEntry head) {
        var thread = threads.find(id).orElseThrow();
        var stay = parties.stay(id, to);
        boolean in = stay.filter(it -> it.until() == null).isPresent();
        var shown = new LinkedHashSet<>(proofs.subList(0, Math.min(proofs.size(), in ? MOST_PROOFS : 1)));
        if (!in)
            proofs.stream().limit(1).flatMap(it -> ours(id, it.entry().n())).forEach(shown::add);
        var joint = thread.joint();
        if (joint != null && joint.parties().keySet().stream().anyMatch(it -> keys.signed(it, head))) {
            stay.map(it -> Math.min(head.entry().n(), it.limit(thread.lastN())))
                    .ifPresent(n -> ours(id, n).forEach(shown::add));
        }
        return List.copyOf(shown);
    }

    private Stream<SignedEntry> ours(String thread, long n) {
        return acts.at(thread, n).stream();
    }

    private String keeper(JointRow thread, long n) {
        if (thread.lastN() == 0) return n == 1 ? thread.opener() : thread.keeper();
        return n <= thread.lastN() ? acts.keeperAt(thread.id(), n) : thread.keeperOfNext();
    }
}
