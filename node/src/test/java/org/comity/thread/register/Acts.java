package org.comity.thread.register;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.comity.proof.act.Act;
import org.comity.proof.act.Envelope;
import org.comity.proof.form.CanonicalJson;
import org.comity.proof.form.SaltedHash;
import org.comity.thread.SealedAct;

/** Makes acts of a parley: {@code Acts.in(thread).by("XA-1").to("XB-1").open()}. */
record Acts(Envelope template, Map<String, Object> body) {

    static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    static Acts in(String thread) {
        return new Acts(
                new Envelope(
                        PracticeParticipants.NETWORK,
                        thread,
                        "parley/1",
                        "uncc/1",
                        "open",
                        "XA-1",
                        "XB-1",
                        "requesting",
                        NOON,
                        List.of(),
                        false,
                        Map.of(),
                        new SaltedHash("0".repeat(32), "0".repeat(64)),
                        List.of()),
                Map.of("text", "good day"));
    }

    static String reference(String state, long number) {
        return "%s-2026-%06d".formatted(state, number);
    }

    Acts requesting() {
        return between("XA-1", "XB-1").with("role", "requesting");
    }

    Acts requested() {
        return between("XB-1", "XA-1").with("role", "requested");
    }

    /** At once, since nobody writes to oneself. */
    Acts between(String author, String addressee) {
        var json = new TreeMap<>(template.json());
        json.put("author", author);
        json.put("addressee", addressee);
        return new Acts(Envelope.read(CanonicalJson.write(json)), body);
    }

    SealedAct open(String reference) {
        return open(reference, "open");
    }

    SealedAct open(String reference, String type) {
        return fact("reference", reference).sealed(type);
    }

    Acts fact(String name, String value) {
        var facts = new TreeMap<String, Object>(template.facts());
        facts.put(name, value);
        return with("facts", facts);
    }

    /** The same act with one field of its envelope changed, be it nonsense that the strict reader would not read. */
    @SuppressWarnings("unchecked")
    Acts with(String field, Object value) {
        var it = new TreeMap<>(template.json());
        it.put(field, value);
        var body = (Map<String, String>) it.get("body");
        return new Acts(
                new Envelope(
                        (String) it.get("network"),
                        (String) it.get("thread"),
                        (String) it.get("procedure"),
                        (String) it.get("convention"),
                        (String) it.get("type"),
                        (String) it.get("author"),
                        (String) it.get("addressee"),
                        (String) it.get("role"),
                        template.time(),
                        (List<String>) it.get("after"),
                        (boolean) it.get("drill"),
                        (Map<String, String>) it.get("facts"),
                        new SaltedHash(body.get("salt"), body.get("sha256")),
                        template.attachments()),
                this.body);
    }

    Acts saying(String text) {
        return stating(Map.of("text", text));
    }

    Acts stating(Map<String, Object> body) {
        return new Acts(template, body);
    }

    SealedAct sealed(String type) {
        var commitment = SaltedHash.of("ab".repeat(16), CanonicalJson.write(body));
        var committed =
                with("type", type).with("body", Map.of("salt", commitment.salt(), "sha256", commitment.sha256()));
        var act = new Act(committed.template, body);
        return new SealedAct(act, ("container of " + act.id()).getBytes(UTF_8));
    }
}
