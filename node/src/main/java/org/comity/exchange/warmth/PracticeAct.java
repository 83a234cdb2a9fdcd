package org.comity.exchange.warmth;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.comity.proof.act.Act;
import org.comity.proof.act.Approval;
import org.comity.proof.act.Envelope;
import org.comity.proof.form.CanonicalJson;
import org.comity.proof.form.SaltedHash;

/** An act that means nothing: of a network that cannot exist, in a thread that nobody opened. */
final class PracticeAct {

    private static final String NOWHERE = "0".repeat(64);
    private static final String NOBODY = "ZZ-0";
    private static final int LETTER = 20_000;

    private PracticeAct() {}

    static Map<String, byte[]> files(String self, Instant now) {
        Map<String, Object> body = Map.of("practice", true);
        var envelope = new Envelope(
                NOWHERE,
                "00000000-0000-0000-0000-000000000000",
                "practice/1",
                "practice/1",
                "warm",
                self,
                NOBODY,
                "requesting",
                now,
                List.of(),
                true,
                Map.of(),
                SaltedHash.of(CanonicalJson.write(body)),
                List.of());
        var files = new LinkedHashMap<String, byte[]>();
        files.put("act.json", new Act(envelope, body).json());
        files.put("act.pdf", ("%PDF-1.7 " + "practice ".repeat(LETTER / 9)).getBytes(US_ASCII));
        files.put("approvals.json", Approval.write(List.of(new Approval(self, "practice", now))));
        return files;
    }
}
