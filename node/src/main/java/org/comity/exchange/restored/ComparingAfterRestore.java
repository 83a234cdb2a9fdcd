package org.comity.exchange.restored;

import org.comity.thread.Restoration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Every second on a node that was restored, as long as it is closed to somebody; nothing on any other. */
@Component
class ComparingAfterRestore {

    private static final Logger log = LoggerFactory.getLogger(ComparingAfterRestore.class);

    private final Restoration restoration;
    private final ComparingRegisters comparing;

    ComparingAfterRestore(Restoration restoration, ComparingRegisters comparing) {
        this.restoration = restoration;
        this.comparing = comparing;
    }

    @Scheduled(fixedDelayString = "${node.exchange.tick:1s}")
    void compare() {
        var restored = restoration.last();
        if (restored.isEmpty()) {
            return;
        }
        comparing.begin(restored.get());
        for (var closed : comparing.closed()) {
            try {
                comparing.compare(closed.counterpart());
            } catch (RuntimeException e) {
                log.warn("registers with {} could not be compared: {}", closed.counterpart(), e.toString());
            }
        }
    }
}
