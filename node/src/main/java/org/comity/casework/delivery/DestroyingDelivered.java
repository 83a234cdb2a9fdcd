package org.comity.casework.delivery;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.comity.casework.BeforeSending;
import org.comity.casework.Drafts;
import org.comity.evidence.Destruction;
import org.comity.identity.Officials;
import org.comity.procedure.CustodySteps;
import org.comity.procedure.Draft;
import org.comity.proof.act.Envelope;
import org.comity.proof.register.Entry;
import org.comity.thread.ActFollower;
import org.comity.thread.ActRegistered;
import org.comity.thread.Threads;
import org.comity.vocabulary.CutText;
import org.comity.vocabulary.Role;
import org.comity.vocabulary.RuleBroken;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What was delivered to us is destroyed here when our act that says so has its entry, and not before. */
@Component
class DestroyingDelivered implements BeforeSending, ActFollower {

    private static final Logger log = LoggerFactory.getLogger(DestroyingDelivered.class);

    private final Threads threads;
    private final Destruction destruction;
    private final CustodyRemains remains;
    private final ObjectProvider<Drafts> drafts;
    private final Officials officials;
    private final UndoneDestructionRows undone;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DestroyingDelivered(
            Threads threads,
            Destruction destruction,
            CustodyRemains remains,
            ObjectProvider<Drafts> drafts,
            Officials officials,
            UndoneDestructionRows undone,
            TransactionTemplate transaction,
            Clock clock) {
        this.threads = threads;
        this.destruction = destruction;
        this.remains = remains;
        this.drafts = drafts;
        this.officials = officials;
        this.undone = undone;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * @param code ends the code {@code evidence.destroy-…}
     * @param item its name, or the number of the delivery's act
     */
    record Obstacle(String code, String item) {}

    /** Why what this act delivered cannot be destroyed now; empty if it can. */
    Optional<Obstacle> obstacle(String thread, String delivery) {
        boolean open = threads.find(thread)
                .flatMap(it -> Delivered.in(it.state()))
                .filter(it -> it.unmatched().contains(delivery))
                .isPresent();
        if (open) {
            return Optional.of(new Obstacle("unmatched", number(delivery)));
        }
        var manifests = manifests(thread, delivery);
        if (manifests.isEmpty()) {
            return Optional.of(new Obstacle("no-list", number(delivery)));
        }
        return destruction
                .obstacle(thread, manifests)
                .map(it -> new Obstacle(it.why().name().toLowerCase(Locale.ROOT).replace('_', '-'), it.item()));
    }

    /** As the request lists it; by its identity while that is all there is. */
    private String number(String delivery) {
        return threads.act(delivery)
                .filter(it -> it.n() != null)
                .map(it -> String.valueOf(it.n()))
                .orElseGet(() -> CutText.to(delivery, 8));
    }

    @Override
    public void check(Draft draft) {
        var thread = draft.thread();
        boolean destroys = Delivered.possible(draft.procedure())
                && draft.type().equals(CustodySteps.DESTROYED)
                && draft.role() == Role.REQUESTING;
        if (!destroys || thread == null) {
            return;
        }
        obstacle(thread, draft.facts().getOrDefault(CustodySteps.DELIVERY, "")).ifPresent(it -> {
            throw new NotNow(it);
        });
    }

    @Override
    public String name() {
        return "destruction";
    }

    @Override
    public void registered(ActRegistered event) {
        var envelope = event.act().envelope();
        boolean destroys = event.ours()
                && Delivered.possible(event.thread().procedure())
                && envelope.type().equals(CustodySteps.DESTROYED)
                && event.entry().entry().effective();
        if (!destroys) {
            return;
        }
        carryOut(event.act().id(), envelope);
    }

    /** What could not be destroyed holds up no later act of its request: it is told, and tried again. */
    @Scheduled(initialDelayString = "PT5M", fixedDelayString = "PT1H")
    void again() {
        var last = "";
        for (var some = undone.after(last); !some.isEmpty(); some = undone.after(last)) {
            some.forEach(this::again);
            last = some.getLast().act();
        }
    }

    private void again(UndoneDestruction each) {
        try {
            transaction.executeWithoutResult(
                    _ -> threads.act(each.act()).ifPresent(it -> carryOut(it.id(), it.envelope())));
        } catch (RuntimeException fault) {
            log.warn("what act {} declares destroyed could not be destroyed: {}", each.act(), fault.toString());
        }
    }

    private void carryOut(String act, Envelope envelope) {
        var thread = envelope.thread();
        var manifests = manifests(thread, envelope.facts().getOrDefault(CustodySteps.DELIVERY, ""));
        // What we delivered ourselves may have had no items.
        if (manifests.isEmpty() && Role.of(envelope.role()) != Role.REQUESTING) return;
        var missing = manifests.isEmpty() ? Optional.of("") : destruction.unknown(thread, manifests);
        if (missing.isPresent()) {
            undone.put(new UndoneDestruction(act, thread, missing.get(), clock.instant()));
            return;
        }
        var by = drafts.stream()
                .flatMap(it -> it.ofAct(act).stream())
                .flatMap(it -> Optional.ofNullable(it.submittedBy()).flatMap(officials::find).stream())
                .findFirst()
                .orElse(null);
        destruction.destroy(thread, manifests, by);
        undone.done(act);
    }

    /** Also when the words of that act were deleted. */
    private List<String> manifests(String thread, String delivery) {
        return threads.act(delivery)
                .filter(it -> it.thread().equals(thread))
                .filter(it -> it.envelope().type().equals(CustodySteps.DELIVER))
                .filter(it -> Entry.EFFECTIVE.equals(it.effect()))
                .map(it -> remains.of(it).manifests())
                .orElse(List.of());
    }

    private static final class NotNow extends RuleBroken {
        NotNow(Obstacle obstacle) {
            super("evidence.destroy-" + obstacle.code(), Map.of("item", obstacle.item()));
        }
    }
}
