package org.comity.casework.requests;

import java.security.PublicKey;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongFunction;
import org.comity.directory.Directory;
import org.comity.directory.GoneParticipant;
import org.comity.directory.Participant;
import org.comity.ledger.Ledger;
import org.comity.procedure.RequestRow;
import org.comity.proof.Malformed;
import org.comity.proof.Verdict;
import org.comity.proof.act.Envelope;
import org.comity.proof.register.Register;
import org.comity.proof.register.SignedEntry;
import org.comity.proof.register.ThreadBundle;
import org.comity.proof.seal.Anchor;
import org.comity.proof.seal.Container;
import org.comity.proof.seat.SeatProof;
import org.comity.thread.Threads;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.Role;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Verifies a request's register and seals with the same code that a court uses, anchored in our pinned directory. */
@Component
class CheckingRecord {

    private static final Logger LOG = LoggerFactory.getLogger(CheckingRecord.class);
    private static final Checked NOTHING_LEFT = new Checked(null, List.of());

    private final Threads threads;
    private final Directory directory;
    private final Ledger ledger;
    private final FailedSealRows seals;
    private final Clock clock;

    CheckingRecord(Threads threads, Directory directory, Ledger ledger, FailedSealRows seals, Clock clock) {
        this.seals = seals;
        this.clock = clock;
        this.threads = threads;
        this.directory = directory;
        this.ledger = ledger;
    }

    /** @param from position of the first act to be checked; 0 is the one that opened the request */
    @Transactional
    FullRecordView check(RequestRow row, int from, Official by) {
        var thread = threads.find(row.thread()).orElseThrow();
        var other = GoneParticipant.shown(directory, row.counterpart());
        var keeper = thread.weKeep() ? directory.self() : other;
        var stretch = ActRange.from(from, threads.countActs(row.thread()));
        var entries = threads.entries(row.thread(), stretch.from()).stream()
                .limit(ActRange.MOST)
                .toList();
        Map<String, SignedEntry> byAct = new HashMap<>();
        entries.forEach(it -> byAct.put(it.entry().act(), it));
        var lines = new ArrayList<FullRecordView.Line>();
        Map<String, Envelope> envelopes = new HashMap<>();
        for (var act : threads.acts(row.thread(), stretch.from(), ActRange.MOST)) {
            envelopes.put(act.id(), act.envelope());
            lines.add(line(act, byAct.get(act.id()), other, row.ourRole()));
        }
        ledger.record(by, "record.checked", row.thread(), Map.of());
        seals.checked(
                row.thread(),
                lines.stream().map(FullRecordView.Line::act).toList(),
                lines.stream()
                        .filter(FullRecordView.Line::broken)
                        .map(FullRecordView.Line::act)
                        .toList(),
                clock.instant());
        try {
            var keepers = threads.keepers(row.thread());
            var keys = keys(keepers);
            var register = register(row.thread(), stretch, entries, envelopes, keys);
            return new FullRecordView(
                    row,
                    keeper,
                    other,
                    register,
                    alone(row.thread()),
                    threads.foldsAgain(row.thread()),
                    anchors(keepers, other),
                    stretch,
                    lines,
                    threads.head(row.thread()).orElse(null));
        } catch (DataAccessException e) {
            throw e;
        } catch (RuntimeException e) {
            // A fault of ours says nothing of the record, and must not hide the rest of the page.
            LOG.error("The record of {} could not be checked", row.reference(), e);
            return new FullRecordView(row, keeper, other, null, false, false, List.of(), stretch, lines, null);
        }
    }

    /** Those of these acts whose signature did not hold when the record was last checked. */
    Set<String> failed(String thread, List<String> acts) {
        return seals.of(thread, acts);
    }

    /** What was not carried by nodes is kept by its author: its entries are that one's word. */
    private boolean alone(String thread) {
        return threads.acts(thread, 0, 1).stream()
                .map(Threads.KeptAct::envelope)
                .anyMatch(it -> it.keeper().equals(it.author()));
    }

    /** The seals that either party's entry ever named, and the keys under which this register was kept. */
    private List<String> anchors(List<ThreadBundle.Keeper> keepers, Participant other) {
        var anchors = new LinkedHashSet<String>();
        for (var party : List.of(directory.self().id(), other.id())) {
            directory.terms(party).forEach(it -> anchors.add(party + "/seal=" + Anchor.fingerprint(it.seal())));
        }
        keepers.forEach(it -> anchors.add(it.participant() + "/register=" + Anchor.fingerprint(it.certificate())));
        return List.copyOf(anchors);
    }

    private static LongFunction<PublicKey> keys(List<ThreadBundle.Keeper> keepers) {
        return n -> keepers.stream()
                .filter(it -> it.from() <= n)
                .reduce(keepers.getFirst(), (_, later) -> later)
                .certificate()
                .getPublicKey();
    }

    /** Behind the first stretch the chain goes on from the entry before; the fold of all is checked beside it. */
    private Verdict register(
            String thread,
            ActRange stretch,
            List<SignedEntry> entries,
            Map<String, Envelope> acts,
            LongFunction<PublicKey> key) {
        if (stretch.from() == 0) {
            return Register.verify(directory.network(), thread, entries, acts, key);
        }
        return threads.entries(thread, stretch.from() - 1L).stream()
                .findFirst()
                .map(before -> Register.verify(directory.network(), thread, before.entry(), entries, key))
                .orElse(new Verdict(List.of(), null, null, null));
    }

    private FullRecordView.Line line(
            Threads.KeptAct act, @Nullable SignedEntry entry, Participant other, Role ourRole) {
        var checked = threads.container(act.id())
                .map(bytes -> checked(bytes, act.ours(), other))
                .orElse(NOTHING_LEFT);
        var channel = act.envelope().facts().get("recorded");
        boolean recorded = channel != null;
        return new FullRecordView.Line(
                act.n(),
                act.id(),
                act.envelope().type(),
                act.ours() ? directory.self().id() : other.id(),
                act.envelope().time(),
                act.registeredAt(),
                recorded,
                recorded
                        && !SeatProof.SEAT.equals(channel)
                        && Role.of(act.envelope().role()) != ourRole,
                act.effect(),
                act.recalled(),
                entry == null ? null : entry.entry().hash(),
                act.forgottenAt(),
                checked.verdict(),
                checked.verdict() == null ? null : checked.verdict().signer(),
                checked.approvals());
    }

    private Checked checked(byte[] bytes, boolean ours, Participant other) {
        var author = ours || other.node() == null ? directory.self() : other;
        var anchor = directory.terms(author.id()).stream()
                .map(it -> Anchor.of(it.seal()))
                .reduce(Anchor.NONE, Anchor::and);
        try {
            var container = Container.read(bytes);
            return new Checked(
                    container.verify(anchor),
                    container.approvals().stream()
                            .map(it -> it.pseudonym() + ", " + it.method())
                            .toList());
        } catch (Malformed e) {
            var failed = new Verdict.Check("container", e.code(), Verdict.Outcome.FAILED, e.getMessage());
            return new Checked(new Verdict(List.of(failed), null, null, null), List.of());
        }
    }

    private record Checked(@Nullable Verdict verdict, List<String> approvals) {}
}
