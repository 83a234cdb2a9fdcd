package org.comity.proof.act;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.comity.proof.form.CanonicalJson;

/** An act: its envelope, and its body as canonical JSON values (maps, lists, text, whole numbers, booleans). */
public record Act(Envelope envelope, Map<String, Object> body) {

    public Act {
        body = Collections.unmodifiableMap(new TreeMap<>(body));
    }

    public String id() {
        return envelope.id();
    }

    /** The bytes of {@code act.json}: the canonical form of {@code {"body":…,"envelope":…}}. */
    public byte[] json() {
        return CanonicalJson.write(Map.of("envelope", envelope.json(), "body", body));
    }

    /** Reads and checks {@code act.json}: canonical, every field present, none unknown, body as committed. */
    public static Act read(byte[] json) {
        return ActReading.act(json);
    }
}
