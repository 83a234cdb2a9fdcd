package org.comity.directory;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import org.comity.proof.form.Digests;
import org.comity.vocabulary.Official;

/**
 * Carries out what an officer decides about participants once the officer has proved that this press is theirs: a session alone
 * may be a browser that was left open. The proof is kept for this node's oversight.
 */
public interface ProvenDecisions {

    /**
     * Both or neither: what is decided and the proof of it are one transaction.
     *
     * @param act of what is decided
     * @param posted the fields of {@code identity/approve.jte}
     * @throws org.comity.vocabulary.RuleBroken if the proof does not count under our profile
     */
    void decide(Official by, String act, Map<String, String> posted, Runnable decision);

    /** What a passkey signs for it: the hash of all that is decided. */
    static String act(String... decided) {
        return Digests.sha256(String.join("\n", decided).getBytes(UTF_8));
    }
}
