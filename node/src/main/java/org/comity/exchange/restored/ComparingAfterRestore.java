package org.comity.exchange.restored;

import java.time.Clock;
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
    private final HeadRows heads;
    private final Clock clock;

    ComparingAfterRestore(Restoration restoration, ComparingRegisters comparing, HeadRows heads, Clock clock) {
        this.restoration = restoration;
        this.comparing = comparing;
        this.heads = heads;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${node.exchange.tick:1s}")
    void compare() {
        var restored = restoration.last();
        if (restored.isEmpty()) {
            return;
        }
        if (restoration.told()) {
            heads.forgetBefore(restored.get().at());
            int recalled = heads.recallHeld(restored.get().at(), clock.instant());
            log.warn(
                    "this node was restored from a backup of {}; {} held sendings are taken back",
                    restored.get().backupAt(),
                    recalled);
        }
        for (var closed : comparing.closed()) {
            try {
                comparing.compare(closed.counterpart());
            } catch (RuntimeException e) {
                log.warn("registers with {} could not be compared: {}", closed.counterpart(), e.toString());
            }
        }
    }
}
