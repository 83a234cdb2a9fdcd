package org.comity.sealing.seal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.comity.sealing.Letters;
import org.comity.sealing.ceremony.CertificateSubject;
import org.comity.sealing.ceremony.Certificates;
import org.comity.sealing.ceremony.KeyPurpose;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Renders and seals once, with a key that is thrown away, so that the first act of the day does not wait for classes and
 * fonts to be loaded.
 */
@Component
class WarmUp {

    private static final Logger log = LoggerFactory.getLogger(WarmUp.class);

    private final Letters letters;
    private final Clock clock;
    private final boolean wanted;

    WarmUp(Letters letters, Clock clock, @Value("${node.sealing.warm-up:true}") boolean wanted) {
        this.letters = letters;
        this.clock = clock;
        this.wanted = wanted;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        if (!wanted) {
            return;
        }
        Thread.ofPlatform().daemon().name("warm-up").start(this::once);
    }

    /** True if both could be done. */
    boolean once() {
        try {
            var part = new Letters.Part(Locale.ENGLISH, "-", List.of());
            letters.pdf(new Letters.Letter(List.of("-"), "-", "-", List.of(part), null));
            var pair = Certificates.p256();
            var subject = new CertificateSubject("XX-0", KeyPurpose.SEAL, List.of());
            var itself = Certificates.leaf(subject, pair.getPublic(), subject.name(), pair, clock.instant());
            new SealingContainer(
                            Map.of("act.json", "{}".getBytes(UTF_8)),
                            SealingContainer.tokens(List.of(itself)),
                            clock.instant())
                    .seal(pair.getPrivate(), NoTimeStamps.NONE);
            return true;
        } catch (RuntimeException e) {
            log.warn("Warming up failed; the first act will show why: {}", e.toString());
            return false;
        }
    }
}
