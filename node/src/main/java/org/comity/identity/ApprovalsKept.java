package org.comity.identity;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The approvals of this node, for its own oversight: with names and with what the passkey signed. Never exported. */
public interface ApprovalsKept {

    /** In order of time; at most 20. */
    List<Kept> of(String act);

    /** @param assertion the WebAuthn assertion as JSON, so that anyone can verify it again; null without a passkey */
    record Kept(
            String act, String official, String pseudonym, String method, Instant time, @Nullable String assertion) {}
}
