package org.comity.exchange.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.comity.directory.Directory;
import org.comity.directory.Participant;
import org.comity.exchange.OutgoingPages;
import org.comity.exchange.Parcel.Action;
import org.comity.proof.act.Envelope;
import org.comity.proof.register.SignedEntry;
import org.comity.proof.table.Membership;
import org.comity.thread.JointActRegistered;
import org.comity.thread.JointThreads;
import org.comity.thread.JointThreads.Page;
import org.comity.thread.SealedAct;
import org.comity.thread.Threads;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Queues what leaves of joint threads: one page at a time to each party, invitations, heads to neighbours. */
@Component
class PagesLeaving implements OutgoingPages {

    /** Heads leave within that time, each at one by lot: not all at once after each act. */
    private static final Duration HEADS = Duration.ofHours(1);

    private static final String CLOSED = "closed-after-restore";

    private final JointThreads threads;
    private final QueueingOutgoing queue;
    private final Outbox outbox;
    private final Directory directory;
    private final Clock clock;
    private final RandomGenerator chance = RandomGenerator.getDefault();

    PagesLeaving(JointThreads threads, QueueingOutgoing queue, Outbox outbox, Directory directory, Clock clock) {
        this.threads = threads;
        this.queue = queue;
        this.outbox = outbox;
        this.directory = directory;
        this.clock = clock;
    }

    @Override
    public void wake(String thread) {
        for (var party : threads.behind(thread)) {
            if (reachable(party)) {
                threads.page(thread, party).ifPresent(it -> add(party, it));
            }
        }
    }

    @Override
    public void answered(String thread, Envelope answer, SignedEntry entry) {
        var author = answer.author();
        if (!Membership.ANSWERS.contains(answer.type()) || !reachable(author)) return;
        threads.find(thread)
                .filter(JointThreads.Joint::weKeep)
                .filter(it -> it.state() == null || !it.state().parties().containsKey(author))
                .ifPresent(_ -> queue.entry(author, entry));
    }

    @Override
    public void answer(String to, Page page) {
        add(to, page);
    }

    @Override
    public void bring(String thread, String act) {
        threads.find(thread)
                .filter(it -> !it.weKeep() && reachable(it.keeper()))
                .ifPresent(it -> queue.act(it.keeper(), thread, act, true, clock.instant()));
    }

    /** Our act: it gets its entry here, or goes to the keeper. */
    Threads.Kept send(SealedAct sealed, @Nullable Instant notBefore) {
        if (notBefore != null && notBefore.isAfter(clock.instant())) {
            throw new IllegalArgumentException("Acts of joint threads are not held: each says what it saw last");
        }
        Threads.Kept kept;
        try {
            kept = threads.say(sealed);
        } catch (Threads.Refused refused) {
            if (!refused.code().equals(CLOSED)) throw refused;
            throw new CannotSend("exchange.closed-after-restore", Map.of("to", party(refused)));
        }
        if (kept.entry() == null) bring(sealed.act().envelope().thread(), kept.act());
        return kept;
    }

    /** Who has not answered yet. */
    private static String party(Threads.Refused closed) {
        return String.valueOf(closed.getMessage()).substring(CLOSED.length() + 2);
    }

    /** An entry of our register leaves, or another's says that an act arrived: ours, or one that we brought for its author. */
    @EventListener
    void on(JointActRegistered registered) {
        var thread = registered.thread();
        var joint = threads.find(thread).orElseThrow();
        outbox.registered(registered.act().id(), !joint.weKeep(), clock.instant());
        wake(thread);
        answered(thread, registered.act(), registered.entry());
        if (!joint.weKeep()) heads(thread);
        if (!registered.entry().entry().effective()) return;
        switch (registered.act().type()) {
            case "invite" -> invite(registered, joint);
            // Who knocks already is heard from and comes again at once; who has not answered sees it once more.
            case "consent" -> invited(registered.act().facts().getOrDefault("invitation", ""), joint);
            case "take-over" ->
                threads.waiting(thread).forEach(it -> bring(thread, it.act().id()));
            default -> {}
        }
    }

    private void invite(JointActRegistered registered, JointThreads.Joint joint) {
        var party = registered.act().facts().getOrDefault("party", "");
        if (!joint.weKeep() || registered.act().facts().containsKey("at") || !reachable(party)) return;
        queue.add(party, Action.INVITATION, joint.id(), registered.act().id(), null, clock.instant());
    }

    private void invited(String invitation, JointThreads.Joint joint) {
        if (!joint.weKeep() || joint.state() == null) return;
        joint.state().invited().forEach((party, asked) -> {
            boolean here = asked.at() == null && asked.act().equals(invitation) && reachable(party);
            if (here) queue.add(party, Action.INVITATION, joint.id(), invitation, null, clock.instant());
        });
    }

    /** The row says only that a head is due: which entry is the newest is read when it leaves. */
    private void heads(String thread) {
        for (var party : threads.neighbours(thread, chance)) {
            var when = clock.instant().plusMillis(chance.nextLong(HEADS.toMillis()));
            if (reachable(party)) queue.add(party, Action.ENTRY, thread, "head " + thread, null, when);
        }
    }

    /** Takes the thread's lock: before the row is settled, so that nobody waits for the other. */
    void delivered(OutboxRow row) {
        var range = JointPayloads.range(row);
        threads.delivered(row.thread(), row.destination(), range.after(), range.to());
    }

    /** It does not follow what they hold: the next one is whole. Takes the thread's lock. */
    void refused(OutboxRow row) {
        threads.refused(row.thread(), row.destination());
    }

    /** From where they said in their fetch, if it came already. */
    void again(OutboxRow row) {
        threads.page(row.thread(), row.destination())
                .filter(it -> it.after() != JointPayloads.range(row).after())
                .ifPresent(it -> add(row.destination(), it));
    }

    private void add(String to, Page page) {
        queue.add(to, Action.PAGE, page.thread(), page.thread(), JointPayloads.range(page), clock.instant());
    }

    private boolean reachable(String party) {
        return !party.equals(directory.self().id())
                && directory.find(party).filter(Participant::hasNode).isPresent();
    }
}
