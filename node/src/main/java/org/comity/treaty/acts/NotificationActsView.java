package org.comity.treaty.acts;

import java.util.List;

/** What States told by acts, newest first, at most two hundred. */
public record NotificationActsView(List<NotificationAct> all) {

    public NotificationActsView {
        all = List.copyOf(all);
    }
}
