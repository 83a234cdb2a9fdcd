package org.comity.proof.act;

import java.util.List;
import java.util.Map;
import org.comity.proof.form.CanonicalJson;
import org.comity.proof.form.SaltedHash;
import org.comity.proof.seal.TestCertificates;

/** Acts of a made-up thread between XA and XB. */
public final class TestActs {

    public static final String NETWORK = "ab".repeat(32);
    public static final String THREAD = "0b7e1c52-3f0e-4c53-9a55-000000000001";

    private TestActs() {}

    public static Act request(Attachment... attachments) {
        return act("request", "XA-1", "XB-1", List.of(), Map.of("data", "حساب 4711", "days", 60), attachments);
    }

    public static Act acknowledge(Act request) {
        return act("acknowledge", "XB-1", "XA-1", List.of(request.id()), Map.of());
    }

    public static Act act(
            String type,
            String author,
            String addressee,
            List<String> after,
            Map<String, Object> body,
            Attachment... attachments) {
        return new Act(
                new Envelope(
                        NETWORK,
                        THREAD,
                        "preservation/1",
                        "uncc/1",
                        type,
                        author,
                        addressee,
                        author.equals("XA-1") ? "requesting" : "requested",
                        TestCertificates.NOON,
                        after,
                        false,
                        Map.of(),
                        SaltedHash.of("01".repeat(16), CanonicalJson.write(body)),
                        List.of(attachments)),
                body);
    }
}
