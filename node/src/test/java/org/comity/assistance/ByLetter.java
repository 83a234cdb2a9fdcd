package org.comity.assistance;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.comity.casework.Correspondence;
import org.comity.casework.Correspondence.Arrived;
import org.comity.casework.Drafts;
import org.comity.evidence.Evidence;
import org.comity.identity.Approvals.Proof;
import org.comity.identity.Officials;
import org.comity.procedure.Requests;
import org.comity.thread.Threads;
import org.comity.vocabulary.Channel;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.Role;
import org.springframework.boot.test.context.TestComponent;

/** Assistance between us and a State without a node: what it writes is recorded by us. */
@TestComponent
public class ByLetter {

    private final Correspondence correspondence;
    private final Drafts drafts;
    private final Requests requests;
    private final Threads threads;
    private final Evidence evidence;
    private final Officials officials;
    private final Clock clock;

    ByLetter(
            Correspondence correspondence,
            Drafts drafts,
            Requests requests,
            Threads threads,
            Evidence evidence,
            Officials officials,
            Clock clock) {
        this.correspondence = correspondence;
        this.drafts = drafts;
        this.requests = requests;
        this.threads = threads;
        this.evidence = evidence;
        this.officials = officials;
        this.clock = clock;
    }

    /** It asks us; the reference. */
    public String asks(String state) {
        return correspondence.recordRequest(Assistance.ID, state, body(), arrived(), official("maren"));
    }

    /** It opens a thread of any procedure; the reference. */
    public String opens(String procedure, String state, Map<String, Object> body) {
        return correspondence.recordRequest(procedure, state, body, arrived(), official("maren"));
    }

    /** We ask it; the reference. */
    public String asked(String state) {
        var maren = official("maren");
        var draft = drafts.start(Assistance.ID, "request", Role.REQUESTING, state, null, body(), maren);
        var submitted = drafts.submit(draft.id(), draft.version(), maren);
        var sent = drafts.approve(submitted.id(), new Proof.Practice(), null, official("okell"));
        var reference = Objects.requireNonNull(sent.reference());
        posts(reference);
        return reference;
    }

    /** What is ready leaves by bag today. */
    public void posts(String reference) {
        while (requests.find(reference).orElseThrow().toPost()) {
            correspondence.left(
                    reference,
                    Correspondence.Paper.LETTER,
                    null,
                    Channel.BAG,
                    arrived().day(),
                    "118",
                    official("maren"));
        }
    }

    /** We asked it, and it has sent everything on a disk; the reference. */
    public String delivered(String state) throws IOException {
        var reference = asked(state);
        says(
                reference,
                "deliver",
                Map.of(
                        "items",
                        List.of(item(reference).toString()),
                        "executedBy",
                        "Court of Hesper",
                        "record",
                        "Copied.",
                        "certificate",
                        "none"),
                Map.of("part", "whole"));
        return reference;
    }

    /** What it said by letter, once ours had left; the act's id. */
    public String says(String reference, String type, Map<String, Object> body, Map<String, Object> facts) {
        posts(reference);
        correspondence.record(reference, type, body, facts, arrived(), official("maren"));
        return threads.newest(thread(reference)).stream()
                .filter(it -> it.envelope().type().equals(type))
                .map(Threads.KeptAct::id)
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    /** An item of the request that lies here whole. */
    public UUID item(String reference) throws IOException {
        var by = official("ferro");
        var id =
                evidence.begin(new Evidence.Beginning("mailbox.mbox", "application/mbox", thread(reference), null), by);
        evidence.add(id, 0, new ByteArrayInputStream("From nobody".getBytes(StandardCharsets.UTF_8)));
        evidence.finish(id, null, by);
        return id;
    }

    private String thread(String reference) {
        return requests.find(reference).orElseThrow().thread();
    }

    private Arrived arrived() {
        return new Arrived(Channel.BAG, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC), "MJ/17", "", null);
    }

    private Official official(String id) {
        return officials.find(id).orElseThrow();
    }

    private static Map<String, Object> body() {
        var body = PracticeAssistance.request();
        body.put("penaltyMonths", 60);
        body.put("formalities", List.of("Certificate of authenticity, sealed"));
        return body;
    }
}
