package org.comity.proof.register;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.TreeMap;
import org.comity.proof.act.JointThread;
import org.comity.proof.form.CanonicalJson;
import org.comity.proof.form.Digests;

/**
 * One line of a thread's register: the receipt of one act.
 *
 * @param n 1, 2, 3 …
 * @param previous hash of entry n-1; 64 zeros for the first
 * @param act the act's id
 * @param container SHA-256 of the sealed container's bytes
 * @param time when registered, by the keeper's clock, whole milliseconds
 * @param effect {@code effective}, or a code saying why it is without effect
 * @param state SHA-256 of the canonical form of the state after this entry
 */
public record Entry(
        String network,
        String thread,
        long n,
        String previous,
        String act,
        String container,
        Instant time,
        String effect,
        String state) {

    public static final String EFFECTIVE = "effective";
    public static final String NOTHING_BEFORE = "0".repeat(64);

    public Entry {
        time = time.truncatedTo(ChronoUnit.MILLIS);
    }

    public byte[] json() {
        var json = new TreeMap<String, Object>();
        json.put("network", network);
        json.put("thread", thread);
        json.put("n", n);
        json.put("previous", previous);
        json.put("act", act);
        json.put("container", container);
        json.put("time", time.toString());
        json.put("effect", effect);
        json.put("state", state);
        return CanonicalJson.write(json);
    }

    public String hash() {
        return Digests.sha256(json());
    }

    /** As the author of a later act says that it saw this entry. */
    public JointThread.Seen seen() {
        return new JointThread.Seen(n, hash());
    }

    public boolean effective() {
        return EFFECTIVE.equals(effect);
    }
}
