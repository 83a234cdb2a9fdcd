package org.comity.casework.acts;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.comity.casework.SeatedAuthorities;
import org.comity.directory.Directory;
import org.comity.directory.GoneParticipant;
import org.comity.directory.Participant;
import org.comity.ledger.Ledger;
import org.comity.procedure.Draft;
import org.comity.procedure.Editions;
import org.comity.procedure.Procedures;
import org.comity.proof.act.Act;
import org.comity.proof.act.Attachment;
import org.comity.proof.act.Envelope;
import org.comity.proof.form.CanonicalJson;
import org.comity.proof.form.SaltedHash;
import org.comity.thread.Procedure;
import org.comity.thread.Threads;
import org.comity.vocabulary.Channel;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.RequestReference;
import org.springframework.stereotype.Component;

/** Makes the act and its PDF from a draft: from here the second officer approves exactly these bytes. */
@Component
class SubmittingAct {

    private static final String CHANNEL = "channel";
    private static final String SEAT = Channel.SEAT.name().toLowerCase(Locale.ROOT);

    private final DraftRows rows;
    private final Threads threads;
    private final Directory directory;
    private final ActDocument document;
    private final Editions editions;
    private final Procedures procedures;
    private final SeatedAuthorities seats;
    private final Ledger ledger;
    private final Clock clock;

    // More than eight: what is approved is made once, from all that an act says.
    SubmittingAct(
            DraftRows rows,
            Threads threads,
            Directory directory,
            ActDocument document,
            Editions editions,
            Procedures procedures,
            SeatedAuthorities seats,
            Ledger ledger,
            Clock clock) {
        this.rows = rows;
        this.threads = threads;
        this.directory = directory;
        this.document = document;
        this.editions = editions;
        this.procedures = procedures;
        this.seats = seats;
        this.ledger = ledger;
        this.clock = clock;
    }

    void submit(Draft draft, long version, Official by) {
        if (draft.version() != version) {
            throw DraftRefused.changedMeanwhile();
        }
        var thread =
                draft.thread() == null ? null : threads.find(draft.thread()).orElse(null);
        if (thread != null) mustReach(thread);
        var state = thread == null ? null : thread.state();
        var attachments = attachments(draft);
        var checked = act(draft, draft.reference() == null ? numberless() : draft.reference(), attachments);
        procedure(draft).check(state, checked);
        var reference = draft.reference() == null ? threads.nextReference().text() : draft.reference();
        submitted(draft, draft.reference() == null ? act(draft, reference, attachments) : checked, by);
    }

    /** An opening act is given back: its thread never begins, and the next has another number. */
    void forgetPapers(String thread) {
        document.forget(thread);
    }

    /** The act that a draft of a thread would be if it were submitted now. */
    Act shown(Draft draft) {
        return act(draft, Objects.requireNonNull(draft.reference()), attachments(draft));
    }

    /** Exactly this act, which was made of the draft as it still is. */
    void submit(Draft draft, Act shown, Official by) {
        var thread = threads.find(Objects.requireNonNull(draft.thread())).orElseThrow();
        mustReach(thread);
        procedure(draft).check(thread.state(), shown);
        submitted(draft, shown, by);
    }

    private void submitted(Draft draft, Act act, Official by) {
        var reference = Objects.requireNonNullElseGet(
                draft.reference(), () -> act.envelope().facts().get("reference"));
        byte[] pdf = document.pdf(act, draft.files(), reference);

        var submitted = new Draft(
                draft.id(),
                draft.procedure(),
                draft.type(),
                draft.role(),
                draft.counterpart(),
                act.envelope().thread(),
                reference,
                draft.body(),
                act.envelope().facts(),
                draft.files(),
                Draft.Status.SUBMITTED,
                draft.version() + 1,
                draft.writtenBy(),
                draft.savedAt(),
                by.id(),
                clock.instant(),
                act.id(),
                null,
                null,
                null,
                draft.edition(),
                draft.drill());
        rows.submitted(submitted, act.json(), pdf);
        ledger.record(by, "act.submitted", act.id(), Map.of("type", draft.type(), "reference", reference));
    }

    /** A counterpart may get a node, or give it up, while a thread goes on; who holds the thread does not change with it. */
    private void mustReach(Threads.Thread thread) {
        var other = thread.counterpart();
        boolean node = directory.find(other).filter(Participant::hasNode).isPresent();
        if (node && !thread.byWire()) throw DraftRefused.threadNotThere(other);
        if (!node && !thread.weKeep()) throw DraftRefused.keeperGone(other);
    }

    /** Under which a request that is begun now stands. */
    String edition(Map<String, Object> body) {
        return editions.of(null, body);
    }

    /** Stands in the act while it is checked: what is refused takes no number from the State's series. */
    private String numberless() {
        return RequestReference.of(directory.self().state(), 1, 1).text();
    }

    private List<Attachment> attachments(Draft draft) {
        return draft.files().stream()
                .map(file -> new Attachment(
                        file.name(), file.mediaType(), file.size(), SaltedHash.of(rows.file(draft.id(), file.name()))))
                .toList();
    }

    private Act act(Draft draft, String reference, List<Attachment> attachments) {
        var facts = new TreeMap<>(draft.facts());
        if (draft.opens()) {
            facts.put("reference", reference);
        }
        if (!GoneParticipant.hasNode(directory, draft.counterpart())) {
            var channel = facts.get(CHANNEL);
            boolean chosen = channel != null && !channel.equals(SEAT);
            facts.put(CHANNEL, seats.reads(draft.counterpart()) ? SEAT : chosen ? channel : "mail");
        } else if (draft.opens()) {
            facts.remove(CHANNEL);
        }
        var envelope = new Envelope(
                directory.network(),
                draft.thread() == null ? UUID.randomUUID().toString() : draft.thread(),
                draft.procedure(),
                editions.ofDraft(draft),
                draft.type(),
                directory.self().id(),
                draft.counterpart(),
                draft.role().word(),
                clock.instant(),
                seen(draft),
                draft.drill(),
                facts,
                SaltedHash.of(CanonicalJson.write(draft.body())),
                attachments);
        return new Act(envelope, draft.body());
    }

    private List<String> seen(Draft draft) {
        if (draft.thread() == null) {
            return List.of();
        }
        var acts = threads.newest(draft.thread()).stream()
                .filter(it -> it.recalled() == null)
                .toList();
        return acts.subList(Math.max(0, acts.size() - 1), acts.size()).stream()
                .map(Threads.KeptAct::id)
                .toList();
    }

    private Procedure procedure(Draft draft) {
        return procedures.of(draft.procedure()).table();
    }
}
