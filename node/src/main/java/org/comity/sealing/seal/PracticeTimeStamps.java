package org.comity.sealing.seal;

import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.spi.x509.tsp.KeyEntityTSPSource;
import java.security.KeyStore;
import java.time.Clock;
import java.util.Date;
import java.util.Optional;
import org.comity.sealing.TimeStamps;
import org.jspecify.annotations.Nullable;

/** Stamps by the practice authority's key in our own folder: right in form, proof of nothing. */
class PracticeTimeStamps implements TimeStamps {

    /** An identifier of our own for the policy (X.667): made from a UUID, registered with nobody. */
    private static final String POLICY = "2.25.54997754793843048730715914257325244954";

    private final KeyFolder keys;
    private final Clock clock;
    private volatile @Nullable Stamping stamping;

    PracticeTimeStamps(KeyFolder keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    @Override
    public Optional<byte[]> over(byte[] sha256) {
        var ready = stamping;
        if (ready == null) {
            var store = keys.practiceStamps();
            if (store.isEmpty()) {
                return Optional.empty();
            }
            ready = new Stamping(store.get(), keys.password(), clock);
            stamping = ready;
        }
        return Optional.of(
                ready.getTimeStampResponse(DigestAlgorithm.SHA256, sha256).getBytes());
    }

    @Override
    public Availability standing() {
        return stamping == null ? Availability.NOT_ASKED : Availability.ANSWERS;
    }

    private static final class Stamping extends KeyEntityTSPSource {

        private final transient Clock clock;

        Stamping(KeyStore store, char[] password, Clock clock) {
            super(store, "tsa", password);
            this.clock = clock;
            setTsaPolicy(POLICY);
        }

        @Override
        protected Date getProductionTime() {
            return Date.from(clock.instant());
        }
    }
}
