package org.comity.exchange;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.comity.proof.act.Act;
import org.comity.proof.act.Envelope;
import org.comity.proof.form.CanonicalJson;
import org.comity.proof.form.SaltedHash;

/** Acts of the practice procedure, right or wrong as a test wants. */
public record PracticeActs(Map<String, Object> envelope, Map<String, Object> body) {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    public static PracticeActs request(String from, String to) {
        var template = new Envelope(
                PracticeWorld.NETWORK,
                UUID.randomUUID().toString(),
                "practice/1",
                "uncc/1",
                "request",
                from,
                to,
                "requesting",
                Instant.parse("2027-03-01T12:00:00Z"),
                List.of(),
                false,
                Map.of("reference", "%s-2027-%06d".formatted(from.substring(0, 2), NUMBER.incrementAndGet())),
                new SaltedHash("0".repeat(32), "0".repeat(64)),
                List.of());
        return new PracticeActs(template.json(), Map.of("text", "please"));
    }

    /** An act that follows in the same thread. */
    public static PracticeActs following(Act opening, String type, String from, String to, String role) {
        return request(from, to)
                .with("thread", opening.envelope().thread())
                .with("type", type)
                .with("role", role)
                .with("facts", Map.of());
    }

    public PracticeActs with(String field, Object value) {
        var changed = new TreeMap<>(envelope);
        changed.put(field, value);
        return new PracticeActs(changed, body);
    }

    public PracticeActs saying(Map<String, Object> body) {
        return new PracticeActs(envelope, body);
    }

    public Act act() {
        var commitment = SaltedHash.of(CanonicalJson.write(body));
        var committed = with("body", Map.of("salt", commitment.salt(), "sha256", commitment.sha256()));
        return new Act(Envelope.read(CanonicalJson.write(committed.envelope)), body);
    }
}
