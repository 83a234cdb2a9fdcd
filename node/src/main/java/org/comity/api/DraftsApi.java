package org.comity.api;

import org.comity.casework.CaseAccess;
import org.comity.casework.Drafts;
import org.comity.casework.UnsentDrafts;
import org.comity.identity.Approvals;
import org.comity.procedure.Draft;
import org.comity.vocabulary.AddressedRequest;
import org.comity.vocabulary.Channel;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.RequestAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Writing, submitting, approving and recalling acts. */
@RestController
@RequestMapping("/api/v1")
class DraftsApi {

    private final WritingByProgram writing;
    private final Drafts drafts;
    private final CaseAccess access;
    private final UnsentDrafts unsent;
    private final Approvals approvals;
    private final AnsweringIdempotently answering;
    private final ReadingApproval approval;

    DraftsApi(
            WritingByProgram writing,
            Drafts drafts,
            CaseAccess access,
            UnsentDrafts unsent,
            Approvals approvals,
            AnsweringIdempotently answering,
            ReadingApproval approval) {
        this.writing = writing;
        this.drafts = drafts;
        this.access = access;
        this.unsent = unsent;
        this.approvals = approvals;
        this.answering = answering;
        this.approval = approval;
    }

    /** Being written, or waiting for a second officer; longest first, at most 50 of them at once. */
    @GetMapping("/drafts")
    DraftJson.Listed list(
            @RequestParam(defaultValue = "writing") String status,
            @RequestParam(required = false) @Nullable String after,
            Official by) {
        access.mustRead(by);
        boolean waiting = status.equals("waiting");
        if (!waiting && !status.equals("writing")) throw new IdempotentRequestRefused.Field("status");
        var page = unsent.page(waiting, after, by.id());
        return new DraftJson.Listed(page.drafts().stream().map(this::json).toList(), page.cursor());
    }

    @PostMapping("/drafts")
    ResponseEntity<byte[]> open(IdempotentRequest wish) {
        wish.only("procedure", "counterpart", "body", "facts");
        return answering.once(
                wish,
                HttpStatus.CREATED,
                () -> json(writing.open(
                        wish.text("procedure"),
                        wish.text("counterpart"),
                        wish.object("body"),
                        wish.object("facts"),
                        wish.by())));
    }

    @PostMapping({"/requests" + RequestAddress.SHORT + "/drafts", "/requests" + RequestAddress.WHOLE + "/drafts"})
    ResponseEntity<byte[]> step(@AddressedRequest String reference, IdempotentRequest wish) {
        wish.only("type", "body", "facts");
        return answering.once(
                wish,
                HttpStatus.CREATED,
                () -> json(writing.step(
                        reference, wish.text("type"), wish.object("body"), wish.object("facts"), wish.by())));
    }

    @GetMapping("/drafts/{id}")
    DraftJson read(@PathVariable String id, Official by) {
        access.mustRead(by);
        return json(drafts.get(id));
    }

    /** The version says whether it is the same wish again; no key is needed. */
    @PutMapping("/drafts/{id}")
    DraftJson save(@PathVariable String id, IdempotentRequest wish) {
        wish.only("version", "body", "facts");
        return json(writing.save(id, wish.number("version"), wish.object("body"), wish.object("facts"), wish.by()));
    }

    /** What is thrown away stays on record; only what is being written can be. */
    @DeleteMapping("/drafts/{id}")
    DraftJson discard(@PathVariable String id, Official by) {
        access.mustWrite(by);
        drafts.discard(id, by);
        return json(drafts.get(id));
    }

    /** {@code channel}: how the letter goes to a State without a node. */
    @PostMapping("/drafts/{id}/submission")
    ResponseEntity<byte[]> submit(@PathVariable String id, IdempotentRequest wish) {
        access.mustWrite(wish.by());
        long version = wish.only("version", "channel").number("version");
        var channel = wish.json().get("channel") == null ? null : wish.word("channel", Channel.class);
        if (channel == Channel.SEAT) throw new IdempotentRequestRefused.Field("channel");
        return answering.once(wish, HttpStatus.OK, () -> json(writing.submit(id, version, channel, wish.by())));
    }

    @PostMapping("/drafts/{id}/return")
    ResponseEntity<byte[]> giveBack(@PathVariable String id, IdempotentRequest wish) {
        access.mustRead(wish.by());
        var why = wish.only("why").text("why").strip();
        return answering.once(wish, HttpStatus.OK, () -> json(drafts.giveBack(id, why, wish.by())));
    }

    /** WebAuthn options for the passkey that approves this act: the challenge is the act's id. */
    @GetMapping(path = "/drafts/{id}/approval-options", produces = MediaType.APPLICATION_JSON_VALUE)
    String options(@PathVariable String id, Official by) {
        access.mustRead(by);
        var act = drafts.get(id).act();
        if (act == null) {
            throw new IdempotentRequestRefused.NotSubmitted();
        }
        return approvals.options(by, act);
    }

    @PostMapping("/drafts/{id}/approval")
    ResponseEntity<byte[]> approve(@PathVariable String id, IdempotentRequest wish) {
        // First: an act that has left answers everybody the same, before it asks who approves.
        access.mustRead(wish.by());
        var proof = approval.of(wish.only("method", "act", "assertion", "password", "code", "notBefore"));
        var notBefore = wish.instant("notBefore");
        return answering.once(wish, HttpStatus.OK, () -> json(drafts.approve(id, proof, notBefore, wish.by())));
    }

    @PostMapping("/drafts/{id}/recall")
    ResponseEntity<byte[]> recall(@PathVariable String id, IdempotentRequest wish) {
        var why = wish.only("why").text("why");
        access.mustRecall(wish.by());
        return answering.once(wish, HttpStatus.OK, () -> json(drafts.recall(id, why, wish.by())));
    }

    /** Exactly what the second officer approves. */
    @GetMapping("/drafts/{id}/act.pdf")
    ResponseEntity<byte[]> pdf(@PathVariable String id, Official by) {
        access.mustRead(by);
        return DownloadsApi.file(drafts.pdf(id), MediaType.APPLICATION_PDF, "act.pdf");
    }

    @GetMapping("/drafts/{id}/act.json")
    ResponseEntity<byte[]> document(@PathVariable String id, Official by) {
        access.mustRead(by);
        return DownloadsApi.file(drafts.json(id), MediaType.APPLICATION_JSON, "act.json");
    }

    private DraftJson json(Draft draft) {
        return DraftJson.of(draft, drafts.needsSecondOfficer(draft));
    }
}
