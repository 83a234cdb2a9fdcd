package org.comity.ui.live;

import java.time.Instant;

/**
 * Names one change, numbered within the life of this process.
 *
 * @param at when it was so: a page that was asked for later shows it already
 * @param ours an act of ours was entered, and nothing else
 */
record LiveChange(String boot, long number, String topic, String id, Instant at, boolean ours) {

    String eventId() {
        return boot + "-" + number;
    }

    String json() {
        return "{\"topic\":\"%s\",\"id\":\"%s\",\"at\":\"%s\"%s}"
                .formatted(topic, id, at, ours ? ",\"ours\":true" : "");
    }
}
