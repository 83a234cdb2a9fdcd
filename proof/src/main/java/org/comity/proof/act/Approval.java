package org.comity.proof.act;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.comity.proof.Malformed;
import org.comity.proof.form.CanonicalJson;
import org.comity.proof.form.StrictReading;

/**
 * One officer's approval of an act, as its author declares it in {@code approvals.json}.
 *
 * @param pseudonym stable within the author's authority
 * @param method e.g. {@code passkey}
 * @param time whole milliseconds
 */
public record Approval(String pseudonym, String method, Instant time) {

    public static final int LARGEST = 8;

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9/._-]{0,63}");

    public Approval {
        time = time.truncatedTo(ChronoUnit.MILLIS);
    }

    /** The bytes of {@code approvals.json}: a canonical list. */
    public static byte[] write(List<Approval> approvals) {
        return CanonicalJson.write(approvals.stream().map(Approval::json).toList());
    }

    /** Reads {@code approvals.json}: 1 to 8 approvals, no pseudonym twice. */
    public static List<Approval> read(byte[] json) {
        var approvals = new ArrayList<Approval>();
        for (Object each : CanonicalJson.readList(json)) {
            approvals.add(approval(each));
        }
        if (approvals.isEmpty() || approvals.size() > LARGEST) {
            throw new Malformed("too-many", "approvals");
        }
        if (approvals.stream().map(Approval::pseudonym).distinct().count() < approvals.size()) {
            throw new Malformed("field", "pseudonym");
        }
        return List.copyOf(approvals);
    }

    private static Approval approval(Object value) {
        var json = StrictReading.object("approvals", value);
        StrictReading.only(json, Set.of("pseudonym", "method", "time"));
        return new Approval(
                StrictReading.text(json, "pseudonym", NAME),
                StrictReading.text(json, "method", NAME),
                StrictReading.instant(json, "time"));
    }

    private Map<String, Object> json() {
        return Map.of("pseudonym", pseudonym, "method", method, "time", time.toString());
    }
}
