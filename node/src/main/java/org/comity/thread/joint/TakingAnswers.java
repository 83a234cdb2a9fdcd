package org.comity.thread.joint;

import java.time.Clock;
import org.comity.proof.act.Envelope;
import org.comity.proof.register.Entry;
import org.comity.proof.register.SignedEntry;
import org.comity.proof.table.Membership;
import org.comity.thread.JointActRegistered;
import org.comity.thread.JointThreads.OurPart;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Takes the one entry of our answer where we are no party by it: declined, or not let in. The register stays there (R121). */
@Component
class TakingAnswers {

    private final JointRows threads;
    private final JointActRows acts;
    private final RegisterKeys keys;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    TakingAnswers(
            JointRows threads, JointActRows acts, RegisterKeys keys, ApplicationEventPublisher events, Clock clock) {
        this.threads = threads;
        this.acts = acts;
        this.keys = keys;
        this.events = events;
        this.clock = clock;
    }

    /** @return whether it was one */
    boolean taken(JointRow thread, SignedEntry signed, String from) {
        var entry = signed.entry();
        if (thread.standing() == OurPart.PARTY || entry.n() <= thread.lastN()) return false;
        var ours = acts.find(entry.act())
                .filter(it -> it.n() == null && entry.container().equals(it.containerHash()))
                .map(JointActRows.Kept::envelope)
                .filter(it -> it.author().equals(keys.self()) && keepsOut(it, entry));
        if (ours.isEmpty() || !registers(thread, ours.get(), entry, from) || !keys.signed(from, signed)) return false;
        acts.answered(signed);
        threads.notIn(thread.id(), ours.get().facts().getOrDefault("invitation", ""), clock.instant());
        events.publishEvent(new JointActRegistered(thread.id(), ours.get(), signed));
        return true;
    }

    private static boolean keepsOut(Envelope answer, Entry entry) {
        return Membership.ANSWERS.contains(answer.type())
                && (answer.type().equals(Membership.DECLINE) || !entry.effective());
    }

    /** Who opened the thread, or to whom the answer went; and behind the entry by which we were asked. */
    private boolean registers(JointRow thread, Envelope answer, Entry entry, String from) {
        var invitation = answer.facts().getOrDefault("invitation", "");
        var answered = threads.asking(thread.id()).stream()
                .filter(it -> it.act().equals(invitation) && it.sender().equals(thread.keeper()))
                .findFirst();
        long asked = answered.map(it -> it.seen().n()).orElse(1L);
        boolean right = from.equals(thread.opener())
                || answered.filter(it -> it.sender().equals(from)).isPresent();
        return right && entry.n() > Math.max(asked, 1);
    }
}
