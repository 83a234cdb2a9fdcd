package org.comity.ui.live;

/** One change, numbered within the life of this process. */
record Change(String boot, long number, String topic, String id) {

    String eventId() {
        return boot + "-" + number;
    }

    String json() {
        return "{\"topic\":\"%s\",\"id\":\"%s\"}".formatted(topic, id);
    }
}
