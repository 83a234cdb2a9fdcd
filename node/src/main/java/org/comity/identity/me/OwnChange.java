package org.comity.identity.me;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HexFormat;
import java.util.Set;
import org.comity.proof.form.Digests;

/**
 * Names one thing that a person changes about how they sign in, so that a proof is for it alone.
 *
 * @param text {@code passkey}, {@code password}, {@code token}, or {@code remove:} and the passkey's id
 */
record OwnChange(String text) {

    static final OwnChange PASSKEY = new OwnChange("passkey");
    static final OwnChange PASSWORD = new OwnChange("password");
    static final OwnChange TOKEN = new OwnChange("token");

    private static final Set<OwnChange> WHOLE = Set.of(PASSKEY, PASSWORD, TOKEN);
    private static final String REMOVE = "remove:";

    static OwnChange removing(String passkey) {
        return new OwnChange(REMOVE + passkey);
    }

    boolean known() {
        return WHOLE.contains(this) || text.matches(REMOVE + "[A-Za-z0-9_-]{1,1400}");
    }

    /** Which words say it. */
    String kind() {
        return text.replaceFirst(":.*", "");
    }

    /** The challenge of a page, for this change. */
    byte[] over(byte[] challenge) {
        return HexFormat.of().parseHex(Digests.sha256(challenge, text.getBytes(UTF_8)));
    }
}
