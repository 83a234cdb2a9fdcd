package org.comity.treaty.acts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of what States told by acts and was acknowledged, newest first.
 *
 * @param next where the next page goes on; null: this is the last
 */
public record NotificationActsView(
        List<NotificationAct> all, @Nullable String next) {

    public NotificationActsView {
        all = List.copyOf(all);
    }
}
