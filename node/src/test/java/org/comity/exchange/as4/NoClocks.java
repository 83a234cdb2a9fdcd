package org.comity.exchange.as4;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import org.comity.exchange.PeerClocks;
import org.jspecify.annotations.Nullable;

/** Nobody's clock is looked at. */
final class NoClocks implements PeerClocks {

    @Override
    public void heard(String peer, @Nullable X509Certificate as4, Instant theirs) {}

    @Override
    public List<Difference> differences() {
        return List.of();
    }
}
