package org.comity.identity;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The approvals of this node, for its own oversight: with names and with what the passkey signed. Never exported. */
public interface ApprovalsKept {

    /** In order of time; at most 20. */
    List<Kept> of(String act);

    /** Of all these acts in one look, each act's in order of time; of at most 200 acts, at most 1,000. */
    List<Kept> of(Collection<String> acts);

    /** @param assertion the WebAuthn assertion as JSON, so that anyone can verify it again; null without a passkey */
    record Kept(
            String act,
            String official,
            String method,
            Instant time,
            @Nullable String assertion) {}
}
