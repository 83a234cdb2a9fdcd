package org.comity.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.comity.casework.JointWriting;
import org.comity.casework.JointWriting.JointWritten;
import org.comity.identity.Approvals;
import org.comity.vocabulary.Official;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Beginning joint threads, and every act in them: invite, join, decline, agree, leave, and what the procedure says. */
@RestController
@RequestMapping("/api/v1/joint")
class JointDraftsApi {

    private static final String DRAFT = "/drafts/{id:[0-9a-f]{8}}";
    private static final int MOST_STATES = 50;

    private final JointWriting writing;
    private final AnsweringIdempotently answering;
    private final ReadingApproval approval;
    private final Approvals approvals;

    JointDraftsApi(
            JointWriting writing, AnsweringIdempotently answering, ReadingApproval approval, Approvals approvals) {
        this.writing = writing;
        this.answering = answering;
        this.approval = approval;
        this.approvals = approvals;
    }

    @PostMapping
    ResponseEntity<byte[]> open(IdempotentRequest wish) {
        wish.only("procedure", "edition", "states", "body", "facts");
        return answering.once(
                wish,
                HttpStatus.CREATED,
                () -> writing.open(
                        wish.text("procedure"),
                        wish.text("edition"),
                        states(wish),
                        wish.object("body"),
                        facts(wish),
                        wish.by()));
    }

    @PostMapping("/{thread:[0-9a-f]{8}-[0-9a-f-]{27}}/drafts")
    ResponseEntity<byte[]> say(@PathVariable String thread, IdempotentRequest wish) {
        wish.only("type", "body", "facts");
        return answering.once(
                wish,
                HttpStatus.CREATED,
                () -> writing.say(thread, wish.text("type"), wish.object("body"), facts(wish), wish.by()));
    }

    @GetMapping("/{thread:[0-9a-f]{8}-[0-9a-f-]{27}}/drafts")
    Listed unsent(@PathVariable String thread, Official by) {
        return new Listed(writing.unsent(thread, by));
    }

    record Listed(List<JointWritten> drafts) {}

    @GetMapping(DRAFT)
    JointWritten read(@PathVariable String id, Official by) {
        return writing.get(id, by);
    }

    @DeleteMapping(DRAFT)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void discard(@PathVariable String id, Official by) {
        writing.discard(id, by);
    }

    @PostMapping(DRAFT + "/submission")
    ResponseEntity<byte[]> submit(@PathVariable String id, IdempotentRequest wish) {
        wish.only();
        return answering.once(wish, HttpStatus.OK, () -> writing.submit(id, wish.by()));
    }

    @PostMapping(DRAFT + "/return")
    ResponseEntity<byte[]> giveBack(@PathVariable String id, IdempotentRequest wish) {
        var why = wish.only("why").text("why").strip();
        return answering.once(wish, HttpStatus.OK, () -> writing.giveBack(id, why, wish.by()));
    }

    /** WebAuthn options for the passkey that approves this act: the challenge is the act's id. */
    @GetMapping(path = DRAFT + "/approval-options", produces = MediaType.APPLICATION_JSON_VALUE)
    String options(@PathVariable String id, Official by) {
        var act = writing.get(id, by).act();
        if (act == null) throw new IdempotentRequestRefused.NotSubmitted();
        return approvals.options(by, act);
    }

    @PostMapping(DRAFT + "/approval")
    ResponseEntity<byte[]> approve(@PathVariable String id, IdempotentRequest wish) {
        var proof = approval.of(wish.only("method", "act", "assertion", "password", "code"));
        return answering.once(wish, HttpStatus.OK, () -> writing.approve(id, proof, wish.by()));
    }

    private static List<String> states(IdempotentRequest wish) {
        if (!(wish.json().get("states") instanceof List<?> given) || given.size() > MOST_STATES) {
            throw new IdempotentRequestRefused.Field("states");
        }
        var states = new ArrayList<String>();
        for (var each : given) {
            if (!(each instanceof String id)) throw new IdempotentRequestRefused.Field("states");
            states.add(id);
        }
        return states;
    }

    private static Map<String, String> facts(IdempotentRequest wish) {
        var facts = new TreeMap<String, String>();
        wish.object("facts").forEach((name, value) -> {
            if (!(value instanceof String text)) throw new IdempotentRequestRefused.Field(name);
            facts.put(name, text);
        });
        return facts;
    }
}
