package org.comity.ui.live;

/** Names one change, numbered within the life of this process. */
record LiveChange(String boot, long number, String topic, String id) {

    String eventId() {
        return boot + "-" + number;
    }

    String json() {
        return "{\"topic\":\"%s\",\"id\":\"%s\"}".formatted(topic, id);
    }
}
