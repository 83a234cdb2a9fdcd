package org.comity.exchange.outbox;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.comity.directory.Directory;
import org.comity.directory.GoneParticipant;
import org.comity.exchange.Exchange;
import org.comity.exchange.ExchangeSettings;
import org.comity.exchange.OutgoingQueue;
import org.comity.ledger.Ledger;
import org.comity.proof.form.CanonicalJson;
import org.comity.proof.form.NormalForm;
import org.comity.thread.Restoration;
import org.comity.thread.SealedAct;
import org.comity.thread.ThreadKeeping;
import org.comity.thread.Threads;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What other modules ask of the exchange. */
@Component
class SendingActs implements Exchange {

    private final Threads threads;
    private final ThreadKeeping keeping;
    private final Outbox outbox;
    private final OutgoingQueue outgoing;
    private final PagesLeaving pages;
    private final UnsentMessages unsent;
    private final Directory directory;
    private final Ledger ledger;
    private final Restoration restoration;
    private final ExchangeSettings settings;
    private final Clock clock;

    // More than eight: it is all that leaves, and a request is held, sent and told of in one transaction.
    SendingActs(
            Threads threads,
            ThreadKeeping keeping,
            Outbox outbox,
            OutgoingQueue outgoing,
            PagesLeaving pages,
            UnsentMessages unsent,
            Directory directory,
            Ledger ledger,
            Restoration restoration,
            ExchangeSettings settings,
            Clock clock) {
        this.threads = threads;
        this.keeping = keeping;
        this.outbox = outbox;
        this.outgoing = outgoing;
        this.pages = pages;
        this.unsent = unsent;
        this.directory = directory;
        this.ledger = ledger;
        this.restoration = restoration;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Threads.Kept send(SealedAct sealed, @Nullable Instant notBefore) {
        var envelope = sealed.act().envelope();
        if (envelope.joint()) return pages.send(sealed, notBefore);
        var id = sealed.act().id();
        boolean byWire = envelope.author().equals(directory.self().id())
                && GoneParticipant.hasNode(directory, envelope.addressee())
                // A node that stands since then does not hold what began on paper.
                && threads.find(envelope.thread()).map(Threads.Thread::byWire).orElse(true)
                && !outbox.knows(id);
        if (byWire && restoration.closedTo(envelope.addressee())) {
            throw new CannotSend("exchange.closed-after-restore", Map.of("to", envelope.addressee()));
        }
        if (byWire) {
            directory.keysWithdrawn(envelope.addressee()).ifPresent(since -> {
                throw new CannotSend(
                        "exchange.keys-withdrawn",
                        Map.of(
                                "to",
                                envelope.addressee(),
                                "phone",
                                directory.get(envelope.addressee()).phone()));
            });
            var when = notBefore == null ? clock.instant() : notBefore;
            boolean alone = sealed.container().length > settings.smallAct().toBytes();
            outgoing.act(envelope.addressee(), envelope.thread(), id, alone, when);
            ledger.record(null, "act.queued", id, Map.of("to", envelope.addressee(), "not-before", when.toString()));
        }
        return notBefore != null && notBefore.isAfter(clock.instant())
                ? keeping.keepHeld(sealed, notBefore)
                : keeping.keepOwn(sealed);
    }

    @Override
    @Transactional
    public void recall(String act, String why) {
        try {
            keeping.recall(act, why);
        } catch (Threads.Refused registered) {
            throw new CannotSend("exchange.already-left", Map.of());
        }
        // What has no row goes by letter: held, it has not been printed for sending yet.
        if (outbox.knows(act) && !outbox.recalled(act, clock.instant())) {
            throw new CannotSend("exchange.already-left", Map.of());
        }
    }

    @Override
    @Transactional
    public void message(String thread, String to, String text) {
        var normal = NormalForm.composed(text).strip();
        if (normal.isEmpty()) {
            throw new CannotSend("exchange.message-empty", Map.of());
        }
        if (normal.length() > settings.largestMessage()) {
            throw new CannotSend(
                    "exchange.message-too-long", Map.of("largest", Integer.toString(settings.largestMessage())));
        }
        var party = threads.find(thread).filter(it -> it.counterpart().equals(to));
        if (party.isEmpty() || !GoneParticipant.hasNode(directory, to)) {
            throw new CannotSend("exchange.message-not-by-wire", Map.of("to", to));
        }
        var id = UUID.randomUUID().toString();
        byte[] json = CanonicalJson.write(Map.of(
                "id",
                id,
                "text",
                normal,
                "thread",
                thread,
                "time",
                clock.instant().toString()));
        outgoing.message(to, thread, id, json);
    }

    @Override
    @Transactional
    public void forgetMessages(String thread) {
        outbox.forgetMessages(thread);
    }

    @Override
    public List<Instant> unsentMessages(String to, String thread) {
        return unsent.of(to, thread);
    }

    @Override
    @Transactional(readOnly = true)
    public Sending sending(String act) {
        return outbox.sent(act)
                .map(it -> it.at(clock.instant()))
                .orElse(new Sending(Status.NOTHING_TO_SEND, 0, null, null, null, false));
    }
}
