package org.comity.sealing.seal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.comity.proof.act.Act;
import org.comity.proof.act.Approval;
import org.comity.proof.act.Attachment;
import org.comity.proof.act.Envelope;
import org.comity.proof.form.CanonicalJson;
import org.comity.proof.form.SaltedHash;

/** The files of a real act, as a request for preservation has them. */
final class ActFiles {

    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    private static final String SALT = "01".repeat(16);
    private static final String ORDER = "أمر قضائي (1).pdf";

    private final byte[] order = "%PDF-1.7 an order".getBytes(UTF_8);
    private final Act act = request();

    Act act() {
        return act;
    }

    SequencedMap<String, byte[]> all() {
        var files = new LinkedHashMap<String, byte[]>();
        files.put("act.json", act.json());
        files.put("act.pdf", "%PDF-1.7 what the act says".getBytes(UTF_8));
        files.put("approvals.json", Approval.write(List.of(new Approval("XA-1/o-7f3a", "passkey", NOW))));
        files.put("attachments/" + ORDER, order);
        return files;
    }

    private Act request() {
        var body = Map.<String, Object>of("data", "حساب 4711", "days", 60);
        return new Act(
                new Envelope(
                        "ab".repeat(32),
                        "0b7e1c52-3f0e-4c53-9a55-000000000001",
                        "preservation/1",
                        "uncc/1",
                        "request",
                        "XA-1",
                        "XB-1",
                        "requesting",
                        NOW,
                        List.of(),
                        true,
                        Map.of(),
                        SaltedHash.of(SALT, CanonicalJson.write(body)),
                        List.of(new Attachment(ORDER, "application/pdf", order.length, SaltedHash.of(SALT, order)))),
                body);
    }
}
