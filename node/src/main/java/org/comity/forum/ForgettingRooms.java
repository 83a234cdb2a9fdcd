package org.comity.forum;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Lets go what was said in rooms whose day of deletion has come. */
@Component
class ForgettingRooms {

    private final AdministeringRooms rooms;

    ForgettingRooms(AdministeringRooms rooms) {
        this.rooms = rooms;
    }

    @Scheduled(
            initialDelayString = "${node.forum.forget-look:PT1H}",
            fixedDelayString = "${node.forum.forget-look:PT1H}")
    void look() {
        rooms.forgetDue();
    }
}
