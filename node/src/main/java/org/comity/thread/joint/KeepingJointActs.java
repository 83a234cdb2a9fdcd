package org.comity.thread.joint;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.comity.thread.JointThreads.OurPart;
import org.comity.thread.JointThreads.ToLookAt;
import org.comity.thread.JointThreads.Unheard;
import org.comity.thread.SealedAct;
import org.comity.thread.Threads.Kept;
import org.comity.thread.Threads.Refused;
import org.comity.vocabulary.RuleBroken;
import org.springframework.stereotype.Component;

/** Keeps acts of joint threads, each once: the keeper registers them, with others they wait for its entry. */
@Component
class KeepingJointActs {

    /** Acts of one author that we keep beside the register, and bring to the keeper (R135). */
    private static final int MOST_WAITING = 16;

    /** After that the desk is told that an act has no entry. */
    private static final Duration UNHEARD = Duration.ofMinutes(10);

    private final AdmittingJointAct door;
    private final JointRows threads;
    private final JointActRows acts;
    private final PartyRows parties;
    private final JointActCounts counts;
    private final PartiesConcerned concerned;
    private final AppendingJointEntries appending;
    private final RegisterKeys keys;
    private final ClosedSinceRestore closed;
    private final Clock clock;

    // More than eight: an act is bounded, admitted, kept, registered and handed on in one transaction.
    KeepingJointActs(
            AdmittingJointAct door,
            JointRows threads,
            JointActRows acts,
            PartyRows parties,
            JointActCounts counts,
            PartiesConcerned concerned,
            AppendingJointEntries appending,
            RegisterKeys keys,
            ClosedSinceRestore closed,
            Clock clock) {
        this.door = door;
        this.threads = threads;
        this.acts = acts;
        this.parties = parties;
        this.counts = counts;
        this.concerned = concerned;
        this.appending = appending;
        this.keys = keys;
        this.closed = closed;
        this.clock = clock;
    }

    Kept own(SealedAct sealed) {
        var envelope = sealed.act().envelope();
        AdmittingJointAct.require(envelope.author().equals(keys.self()), "not-the-author", envelope.author());
        var unheard = closed.unheard(envelope.thread());
        var locked = threads.lock(envelope.thread());
        var known = acts.find(sealed.act().id());
        if (known.isPresent()) return again(sealed, known.get());
        if (locked.isEmpty()) {
            door.opens(sealed);
            var opened = JointRow.opened(envelope, OurPart.PARTY, keys.self());
            AdmittingJointAct.require(threads.open(opened, clock.instant()), "already-opened", opened.id());
            acts.add(sealed, clock.instant());
            appending.register(threads.lock(opened.id()).orElseThrow(), sealed);
            return kept(sealed, true);
        }
        var thread = locked.get();
        AdmittingJointAct.require(thread.disputed() == null, "disputed", thread.id());
        if (keeps(thread)) {
            mustBeOpen(unheard);
            door.registers(thread, sealed, keys.self());
            acts.add(sealed, clock.instant());
            appending.register(thread, sealed);
        } else {
            door.follows(thread, sealed);
            acts.add(sealed, clock.instant());
            threads.answering(thread.id(), envelope.facts().getOrDefault("invitation", ""));
        }
        return kept(sealed, true);
    }

    /** From whoever brings it; its seal was checked. */
    Kept received(SealedAct sealed, String from) {
        var envelope = sealed.act().envelope();
        var unheard = closed.unheard(envelope.thread());
        // To who has nothing to do with it the thread is not here, and nothing else about its act is said.
        var thread = threads.lock(envelope.thread())
                .filter(it -> unheard.isPresent() || concerned.brings(it, envelope, from))
                .orElseThrow(() -> new Refused("unknown-thread", "no such thread"));
        var known = acts.find(sealed.act().id());
        if (known.isPresent()) {
            var n = known.get().n();
            if (n != null && keeps(thread)) back(thread, from, n - 1);
            // Of what was registered before we were shown anything only the envelope is here, and stays.
            return known.get().sealed() == null ? kept(sealed, false) : again(sealed, known.get());
        }
        AdmittingJointAct.require(thread.disputed() == null, "disputed", thread.id());
        if (keeps(thread)) {
            mustBeOpen(unheard);
            door.registers(thread, sealed, from);
            counts.mustHaveRoom(
                    thread.id(),
                    envelope.author(),
                    sealed.container().length,
                    Objects.requireNonNull(thread.joint()).parties().size());
            acts.add(sealed, clock.instant());
            appending.register(thread, sealed);
            return kept(sealed, true);
        }
        door.follows(thread, sealed);
        var joint = thread.joint();
        boolean party = joint != null
                && (joint.parties().containsKey(envelope.author())
                        || joint.invited().containsKey(envelope.author()));
        AdmittingJointAct.require(party, "not-a-party", envelope.author());
        AdmittingJointAct.require(
                acts.waitingOf(thread.id(), envelope.author()) < MOST_WAITING, "too-many-open", envelope.author());
        acts.add(sealed, clock.instant());
        return kept(sealed, true);
    }

    /** What others have of this register and we have lost would get another number: a fork by an honest keeper (R145). */
    private static void mustBeOpen(Optional<String> unheard) {
        unheard.ifPresent(it -> {
            throw new Refused("closed-after-restore", it);
        });
    }

    /** With its first entries a new keeper registers what waits with it (R142). */
    void takenOver(JointRow before, JointRow after) {
        if (!keeps(before) && keeps(after) && after.disputed() == null) registerWaiting(after);
    }

    /** Open again since a restore: what came meanwhile gets its entries, where nobody is missing any more. */
    void resume() {
        for (var id : acts.threadsWaiting()) {
            if (closed.unheard(id).isPresent()) continue;
            threads.lock(id).filter(it -> keeps(it) && it.disputed() == null).ifPresent(this::registerWaiting);
        }
    }

    private void registerWaiting(JointRow taken) {
        var thread = taken;
        for (var each : acts.waiting(taken.id())) {
            try {
                door.registers(thread, each, each.act().envelope().author());
            } catch (Refused | RuleBroken no) {
                // Its author hears of it when it brings the act again.
                continue;
            }
            thread = appending.register(thread, each);
        }
    }

    /** Of threads that another keeps: who else may bring them to the keeper (R135). */
    List<Unheard> unheard(Instant before) {
        return acts.unregistered(keys.self(), before).stream()
                .map(it -> new Unheard(
                        it.envelope().thread(),
                        it.envelope().id(),
                        others(it.envelope().thread())))
                .filter(it -> !it.parties().isEmpty())
                .toList();
    }

    List<ToLookAt> toLookAt() {
        return threads.toLookAt(keys.self(), clock.instant().minus(UNHEARD));
    }

    boolean waits(String thread, Instant before) {
        return acts.unregistered(thread, keys.self(), before);
    }

    private List<String> others(String id) {
        var thread = threads.find(id).orElseThrow();
        var joint = thread.joint();
        if (joint == null || keeps(thread)) return List.of();
        return joint.parties().entrySet().stream()
                .filter(it -> it.getValue().at() == null && keys.hasNode(it.getKey()))
                .map(Map.Entry::getKey)
                .filter(it -> !it.equals(keys.self()) && !it.equals(thread.keeperOfNext()))
                .sorted()
                .toList();
    }

    private boolean keeps(JointRow thread) {
        return thread.lastN() > 0 && thread.keeperOfNext().equals(keys.self());
    }

    /** It was sent again, so its entry did not arrive. */
    private void back(JointRow thread, String from, long n) {
        var cursor = parties.cursor(thread.id(), from);
        if (cursor.sent() > n) parties.set(thread.id(), from, new PartyRows.Cursor(n, cursor.whole()));
    }

    private Kept again(SealedAct sealed, JointActRows.Kept known) {
        AdmittingJointAct.require(
                sealed.containerHash().equals(known.containerHash()),
                "second-container",
                sealed.act().id());
        return kept(sealed, false);
    }

    private Kept kept(SealedAct sealed, boolean isNew) {
        var id = sealed.act().id();
        return new Kept(id, isNew, acts.of(id).orElse(null));
    }
}
