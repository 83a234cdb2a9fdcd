package org.comity.thread.seat;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.comity.directory.Directory;
import org.comity.directory.Directory.Term;
import org.comity.proof.Malformed;
import org.comity.proof.act.Envelope;
import org.comity.proof.register.SignedEntry;
import org.comity.proof.seal.Container;
import org.comity.proof.seat.SeatProof;
import org.comity.proof.seat.SeatProof.Given;
import org.comity.proof.table.Membership;
import org.comity.thread.AdoptedAuthorities;
import org.comity.thread.JointThreads.Registered;
import org.comity.thread.Procedure;
import org.comity.thread.RecordedChannels;
import org.comity.thread.SealedAct;
import org.comity.thread.SeatActs;
import org.comity.thread.Threads;
import org.comity.thread.Threads.Refused;
import org.springframework.stereotype.Component;

/**
 * Refuses an act from a seat whose proof does not hold (R155), and on the host's node one whose key counts no more, and what is
 * written down for an authority that has a node of its own now (R158).
 */
@Component
class CheckingSeatActs implements SeatActs {

    private static final String ENDED = "seat-ended";
    private static final String FOREIGN = "foreign-signature";

    private final Directory directory;
    private final Threads threads;
    private final AdoptedAuthorities adopted;
    private final Clock clock;

    CheckingSeatActs(Directory directory, Threads threads, AdoptedAuthorities adopted, Clock clock) {
        this.directory = directory;
        this.threads = threads;
        this.adopted = adopted;
        this.clock = clock;
    }

    @Override
    public void check(SealedAct sealed) {
        var given = proved(sealed, clock.instant(), clock.instant());
        var envelope = sealed.act().envelope();
        if (!envelope.author().equals(directory.self().id())) return;
        given.forEach(it -> counts(envelope, it));
        ofItself(envelope);
    }

    /** It may still go from where we speak for it: nothing but our record can take it out. */
    private void ofItself(Envelope act) {
        boolean asks = act.joint() && act.facts().containsKey("at");
        if (asks) mustNotHaveAdopted(act.facts().getOrDefault("party", ""));
        if (!act.facts().containsKey(RecordedChannels.FACT) || act.joint() && Membership.LEAVES.contains(act.type()))
            return;
        var whom = act.joint()
                ? Membership.speaker(act.author(), act.facts())
                : act.facts().getOrDefault("speaker", act.addressee());
        if (!whom.equals(act.author())) mustNotHaveAdopted(whom);
    }

    private void mustNotHaveAdopted(String authority) {
        if (adopted.adopted(authority)) throw new Refused("counterpart-has-a-node", authority);
    }

    @Override
    public boolean holds(SealedAct sealed, Registered registered) {
        try {
            proved(
                    sealed,
                    registered.at(),
                    registered.asOf(clock.instant(), sealed.act().envelope()));
            return true;
        } catch (Refused wrong) {
            if (wrong.code().equals(FOREIGN)) throw wrong;
            return false;
        }
    }

    /**
     * What gave the keys by which it was approved; none of an act that was not given from a seat.
     *
     * @param asOf when the host's register keys must not have been revoked
     */
    private List<Given> proved(SealedAct sealed, Instant registered, Instant asOf) {
        var envelope = sealed.act().envelope();
        if (!SeatProof.asked(envelope)) return List.of();
        try {
            var read = Container.read(sealed.container());
            var proof = read.seat();
            if (proof == null || !read.act().id().equals(sealed.act().id())) {
                throw new Malformed(SeatProof.FORM, "an act from a seat without its proof");
            }
            // Asked last: what is wrong whoever signed the entry is said before.
            proof.require(read.act(), read.approvals(), registered, _ -> Optional.empty());
            if (!proof.given().stream().allMatch(it -> signed(envelope.author(), it.entry(), asOf))) {
                directory.lookAgain(envelope.author());
                throw new Refused(FOREIGN, "the key was given under no register key of its host that is known here");
            }
            return proof.given();
        } catch (Malformed wrong) {
            throw new Refused(wrong.code(), wrong.getMessage());
        }
    }

    /**
     * By any register key that was ever in force (R124). A key that nobody here knows may be one of a newer entry: it speaks
     * against nobody.
     */
    private boolean signed(String host, SignedEntry entry, Instant asOf) {
        return directory.terms(host).stream()
                .filter(it -> !it.revokedAt(asOf))
                .map(Term::register)
                .distinct()
                .anyMatch(it -> entry.signedBy(it.getPublicKey()));
    }

    /** Our own thread of seats says whether the person confirmed the key, and whether it was ended. */
    private void counts(Envelope act, Given given) {
        var give = given.envelope();
        var seats = threads.find(give.thread()).orElseThrow(() -> new Refused(ENDED, "no such thread of seats"));
        boolean ours = threads.entry(give.thread(), given.entry().entry().n())
                .filter(given.entry()::equals)
                .isPresent();
        if (!ours) throw new Refused(ENDED, "our register has another entry there");
        var state = seats.state();
        if (state == null || state.ended()) throw new Refused(ENDED, "the seat was closed");
        var kept = kept(state, give.id()).orElseThrow(() -> new Refused(ENDED, "the key was ended"));
        boolean confirms = act.type().equals("confirm")
                && act.thread().equals(give.thread())
                && give.id().equals(act.facts().get("about"));
        if (!confirms && !Boolean.TRUE.equals(kept.get("confirmed"))) {
            throw new Refused(ENDED, "the person has not confirmed the key");
        }
    }

    private static Optional<Map<?, ?>> kept(Procedure.State state, String give) {
        return state.json().get("keys") instanceof List<?> keys
                ? keys.stream()
                        .filter(it -> it instanceof Map<?, ?> key && give.equals(key.get("act")))
                        .<Map<?, ?>>map(it -> (Map<?, ?>) it)
                        .findFirst()
                : Optional.empty();
    }
}
