package org.comity.casework.acts;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.comity.casework.BeforeSending;
import org.comity.casework.DraftDropped;
import org.comity.casework.Drafts;
import org.comity.casework.TextDeleted;
import org.comity.identity.Approvals;
import org.comity.identity.TwoOfficers;
import org.comity.ledger.Ledger;
import org.comity.procedure.Draft;
import org.comity.proof.act.Attachment;
import org.comity.proof.form.FileNames;
import org.comity.proof.form.NormalForm;
import org.comity.thread.Threads;
import org.comity.ui.TypedText;
import org.comity.vocabulary.Channel;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.Role;
import org.comity.vocabulary.RuleBroken;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Starts, saves and discards drafts, and attaches files; hands submitting and approving on to who does that. */
@Component
class WritingDrafts implements Drafts {

    private static final int LARGEST_FILE = 2 << 20;
    private static final int MOST_FILES = 10;

    private final DraftRows rows;
    private final Threads threads;
    private final SubmittingAct submitting;
    private final ApprovingAct approving;
    private final WhoApproves who;
    private final List<BeforeSending> before;
    private final Ledger ledger;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    // More than eight: it is the face of all drafts; each step of a draft has a class of its own here.
    WritingDrafts(
            DraftRows rows,
            Threads threads,
            SubmittingAct submitting,
            ApprovingAct approving,
            WhoApproves who,
            List<BeforeSending> before,
            Ledger ledger,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.threads = threads;
        this.submitting = submitting;
        this.approving = approving;
        this.who = who;
        this.before = List.copyOf(before);
        this.ledger = ledger;
        this.events = events;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Draft start(
            String procedure,
            String type,
            Role role,
            String counterpart,
            @Nullable String thread,
            Map<String, Object> body,
            Official by) {
        var reference = thread == null
                ? null
                : threads.find(thread)
                        .orElseThrow(() -> DraftRefused.noSuchThread(thread))
                        .reference();
        var id = "d" + UUID.randomUUID().toString().substring(24);
        var draft = new Draft(
                id,
                procedure,
                type,
                role,
                counterpart,
                thread,
                reference,
                body,
                Map.of(),
                List.of(),
                Draft.Status.WRITING,
                1,
                by.id(),
                clock.instant(),
                null,
                null,
                null,
                null,
                null,
                null,
                thread == null ? submitting.edition(body) : null,
                thread != null && threads.drill(thread));
        rows.add(draft);
        ledger.record(by, "draft.started", id, Map.of("type", type));
        return get(id);
    }

    @Override
    @Transactional
    public Draft save(String id, long version, Map<String, Object> body, Map<String, String> facts, Official by) {
        beingWritten(id);
        return saved(id, version, body, facts);
    }

    @Override
    @Transactional
    public Draft attach(String id, String name, String mediaType, byte[] content, Official by) {
        var draft = beingWritten(id);
        if (content.length == 0 || content.length > LARGEST_FILE) {
            throw DraftRefused.file("size");
        }
        var plain = NormalForm.composed(name);
        boolean replaced = draft.files().stream().anyMatch(it -> it.name().equals(plain));
        if (!replaced && draft.files().size() >= MOST_FILES) throw DraftRefused.file("count");
        if (!Attachment.allowedName(plain) || !Attachment.allowedMediaType(mediaType)) {
            throw DraftRefused.file("name");
        }
        boolean twin = draft.files().stream()
                .anyMatch(it -> !it.name().equals(plain) && FileNames.twins(List.of(it.name(), plain)));
        if (twin) {
            throw DraftRefused.file("twin");
        }
        rows.putFile(id, plain, mediaType, content);
        ledger.record(by, "draft.file-attached", id, Map.of());
        return get(id);
    }

    @Override
    @Transactional
    public Draft detach(String id, String name, Official by) {
        beingWritten(id);
        rows.removeFile(id, name);
        return get(id);
    }

    @Override
    @Transactional
    public void discard(String id, Official by) {
        var draft = beingWritten(id);
        rows.status(id, Draft.Status.DISCARDED, null);
        ledger.record(by, "draft.discarded", id, Map.of());
        events.publishEvent(new DraftDropped(draft));
    }

    @Override
    @Transactional(readOnly = true)
    public Draft get(String id) {
        return rows.find(id).orElseThrow(() -> DraftRefused.unknown(id));
    }

    @Override
    @Transactional(readOnly = true)
    public List<Draft> writing(String thread) {
        return rows.writing(thread);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Draft> waiting() {
        return rows.waiting();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Draft> alive(String thread, String type) {
        return rows.alive(thread, type);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Draft> ofAct(String act) {
        return rows.ofAct(act);
    }

    @Override
    @Transactional
    public Draft submit(String id, long version, Official by) {
        var draft = beingWritten(id);
        before.forEach(it -> it.check(draft));
        submitting.submit(draft, version, by);
        return get(id);
    }

    @Override
    @Transactional
    public Draft goesBy(String id, long version, Channel channel, Official by) {
        var draft = beingWritten(id);
        var facts = new TreeMap<>(draft.facts());
        facts.put("channel", channel.name().toLowerCase(Locale.ROOT));
        return saved(id, version, draft.body(), facts);
    }

    @Override
    @Transactional(readOnly = true)
    public byte[] pdf(String id) {
        return made(id, "pdf");
    }

    @Override
    @Transactional(readOnly = true)
    public byte[] json(String id) {
        return made(id, "json");
    }

    @Override
    @Transactional
    public Draft giveBack(String id, String why, Official by) {
        var draft = locked(id);
        DraftRefused.unlessSubmitted(draft);
        boolean own = who.takesBack(draft, by);
        if (!own) {
            who.mustApprove(draft, by);
            DraftRefused.unlessExplained(why);
        }
        var thread = Objects.requireNonNull(draft.thread());
        boolean opens = threads.find(thread).isEmpty();
        if (opens) submitting.forgetPapers(thread);
        rows.givenBack(draft, own ? null : why, own ? null : by.id(), clock.instant(), opens);
        ledger.record(by, own ? "draft.taken-back" : "draft.given-back", id, Map.of());
        return get(id);
    }

    @Override
    @Transactional
    public Draft approve(String id, Approvals.Proof proof, @Nullable Instant notBefore, Official by) {
        var draft = locked(id);
        // The same press twice: the act has left once, and that is what both presses wanted.
        if (draft.status() == Draft.Status.SENT) return draft;
        DraftRefused.unlessSubmitted(draft);
        approving.mustLeaveWithinAYear(notBefore);
        var leaves = notBefore == null ? clock.instant() : notBefore;
        before.forEach(it -> it.check(draft, leaves));
        approving.approve(draft, proof, notBefore, by);
        return get(id);
    }

    @Override
    public boolean needsSecondOfficer(Draft draft) {
        return who.rule(draft) == TwoOfficers.TWO;
    }

    @Override
    @Transactional
    public Draft recall(String id, String why, Official by) {
        var draft = locked(id);
        approving.recall(draft, TypedText.clean(why), by);
        events.publishEvent(new DraftDropped(draft));
        return get(id);
    }

    private byte[] made(String id, String which) {
        var act = get(id).act();
        if (act == null) throw DraftRefused.notSubmitted();
        return rows.bytes(id, which).orElseThrow(() -> deleted(id, act));
    }

    private RuleBroken deleted(String id, String act) {
        return threads.act(act)
                .filter(it -> it.forgottenAt() != null)
                .<RuleBroken>map(TextDeleted::new)
                .orElseGet(() -> DraftRefused.unknown(id));
    }

    private Draft saved(String id, long version, Map<String, Object> body, Map<String, String> facts) {
        if (!rows.save(id, version, body, facts, clock.instant())) throw DraftRefused.changedMeanwhile();
        return get(id);
    }

    private Draft locked(String id) {
        return rows.lock(id).orElseThrow(() -> DraftRefused.unknown(id));
    }

    private Draft beingWritten(String id) {
        var draft = locked(id);
        if (draft.status() != Draft.Status.WRITING) throw DraftRefused.notBeingWritten();
        return draft;
    }
}
