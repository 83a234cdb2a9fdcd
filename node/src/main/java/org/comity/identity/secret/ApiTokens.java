package org.comity.identity.secret;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tokens with which an official's programs use the API, under that official's duties. */
public interface ApiTokens {

    int MOST_PER_PERSON = 20;

    /** @return the token, which is never shown again; nothing if the person has {@link #MOST_PER_PERSON} */
    Optional<String> create(String person, String name);

    /** Whose it is, while it has not expired; the use is noted to the minute. */
    Optional<String> person(String token);

    /** The oldest first. */
    List<ApiToken> of(String person);

    /** Changes nothing if it is another person's. */
    void revoke(String person, String id);

    void revokeAll(String person);

    /** @param id the hash, by which it is revoked */
    record ApiToken(
            String id,
            String name,
            Instant expires,
            @Nullable Instant lastUsed) {}
}
