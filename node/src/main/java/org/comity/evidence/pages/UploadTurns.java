package org.comity.evidence.pages;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.comity.evidence.EvidenceRefused;
import org.comity.evidence.EvidenceSettings;
import org.comity.vocabulary.Official;
import org.springframework.stereotype.Component;

/** How many files one person, or one program, brings at a time: each takes memory as long as its bytes come. */
@Component
class UploadTurns {

    private final int ofOne;
    /** As many as there are people here. */
    private final Map<String, Semaphore> people = new ConcurrentHashMap<>();

    UploadTurns(EvidenceSettings settings) {
        this.ofOne = settings.addingOfOne();
    }

    /** Close it when the bytes have come. */
    interface Turn extends AutoCloseable {
        @Override
        void close();
    }

    Turn take(Official by) {
        var own = people.computeIfAbsent(by.id(), it -> new Semaphore(ofOne));
        if (!own.tryAcquire()) throw new EvidenceRefused("too-many-at-once", "%d at a time".formatted(ofOne));
        return own::release;
    }
}
