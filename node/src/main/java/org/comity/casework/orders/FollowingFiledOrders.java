package org.comity.casework.orders;

import java.time.Clock;
import java.time.LocalDate;
import org.comity.casework.OrderFiled;
import org.comity.directory.Directory;
import org.comity.procedure.Requests;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Counts an order that was recorded in the domestic file alone, without a magistrate's page: it lasts as long as the law of
 * its thread allows, from the day on which it was given.
 */
@Component
class FollowingFiledOrders {

    private final OrderRows rows;
    private final OrderLengths lengths;
    private final Requests requests;
    private final Directory directory;
    private final Clock clock;

    FollowingFiledOrders(OrderRows rows, OrderLengths lengths, Requests requests, Directory directory, Clock clock) {
        this.rows = rows;
        this.lengths = lengths;
        this.requests = requests;
        this.directory = directory;
        this.clock = clock;
    }

    @EventListener
    void on(OrderFiled filed) {
        var now = clock.instant();
        // A line can be written weeks after the order was given; a day that is still to come lengthens nothing.
        var given = filed.happened().isBefore(now) ? filed.happened() : now;
        var day = LocalDate.ofInstant(given, directory.self().zone());
        requests.ofThread(filed.thread())
                .map(row -> lengths.lastDay(row, null, day))
                .ifPresent(ends -> rows.filed(filed, ends, now));
    }
}
