package org.comity.api;

import java.time.Instant;
import java.util.List;
import org.comity.casework.CaseAccess;
import org.comity.casework.Confirmations;
import org.comity.casework.Confirmations.Confirmation;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What left in an emergency with one officer, and the second officer's word on it afterwards. */
@RestController
@RequestMapping("/api/v1/confirmations")
class ConfirmationsApi {

    private static final String ACT = "/{act:[0-9a-f]{64}}";

    private final Confirmations confirmations;
    private final CaseAccess access;
    private final ReadingApproval approval;
    private final AnsweringIdempotently answering;

    ConfirmationsApi(
            Confirmations confirmations, CaseAccess access, ReadingApproval approval, AnsweringIdempotently answering) {
        this.confirmations = confirmations;
        this.access = access;
        this.approval = approval;
        this.answering = answering;
    }

    @GetMapping
    Listed awaited(@RequestParam(required = false) @Nullable String after, Official by) {
        access.mustRead(by);
        var page = confirmations.awaited(after, by.id());
        return new Listed(page.confirmations().stream().map(it -> json(it, by)).toList(), page.cursor());
    }

    @GetMapping(ACT)
    Json one(@PathVariable String act, Official by) {
        access.mustRead(by);
        return json(confirmations.get(act), by);
    }

    @PostMapping(ACT + "/confirmation")
    ResponseEntity<byte[]> confirm(@PathVariable String act, IdempotentRequest wish) {
        var proof = approval.of(wish.only("method", "act", "assertion", "password", "code"));
        return answering.once(wish, HttpStatus.OK, () -> json(confirmations.confirm(act, proof, wish.by()), wish.by()));
    }

    /** The act stands; oversight sees the words. */
    @PostMapping(ACT + "/refusal")
    ResponseEntity<byte[]> refuse(@PathVariable String act, IdempotentRequest wish) {
        var words = wish.only("words").text("words").strip();
        return answering.once(
                wish, HttpStatus.OK, () -> json(confirmations.doNotConfirm(act, words, wish.by()), wish.by()));
    }

    private Json json(Confirmation it, Official by) {
        return new Json(
                it.act(),
                it.draft(),
                it.reference(),
                it.procedure(),
                it.type(),
                it.submittedBy(),
                it.goneAhead(),
                it.at(),
                RequestJson.word(it.outcome()),
                confirmations.mayDecide(it, by),
                it.second(),
                it.decidedAt(),
                it.words());
    }

    /**
     * Oldest first, at most 50.
     *
     * @param cursor give it as {@code after} for the next; null at the end
     */
    record Listed(List<Json> confirmations, @Nullable String cursor) {}

    /**
     * @param draft its {@code act.pdf}, {@code act.json} and {@code approval-options} are those of the act
     * @param mayDecide this official may be the second
     */
    // More than twelve: each is a member of the documented answer.
    record Json(
            String act,
            String draft,
            String reference,
            String procedure,
            String type,
            String submittedBy,
            String goneAhead,
            Instant at,
            String outcome,
            boolean mayDecide,
            @Nullable String second,
            @Nullable Instant decidedAt,
            String words) {}
}
