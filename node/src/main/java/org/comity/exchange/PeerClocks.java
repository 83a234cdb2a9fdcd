package org.comity.exchange;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How far the clocks of peers are from ours, by the times that they sign. */
public interface PeerClocks {

    /** Beyond this somebody should look. */
    Duration NOTABLE = Duration.ofMinutes(5);

    /** A peer says what time it is; counts only with the certificate that is pinned for it. */
    void heard(String peer, @Nullable X509Certificate as4, Instant theirs);

    /** Of each peer that was heard within seven days of running; the largest difference first. */
    List<Difference> differences();

    /** @param ahead of ours; negative: behind */
    record Difference(String peer, Duration ahead) {}
}
