package org.comity.casework;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.comity.procedure.RequestRow;
import org.jspecify.annotations.Nullable;

/** Warns of domestic orders that end before what we promised another State, so that they are renewed in time. */
public interface OrderAlarms {

    /** Of one page. */
    int MOST = 50;

    /**
     * Those that have ended or end within two weeks, the first to end first: at most so many.
     *
     * @param after {@link OrderAlarm#place()} of the last of the page before; empty for the first
     */
    List<OrderAlarm> soon(String after, int most);

    /** Each of those, however many they are. */
    void each(Consumer<OrderAlarm> told);

    /** Of one request, however far its order's end is; nothing if the order lasts as long as the promise. */
    Optional<OrderAlarm> of(RequestRow request);

    /** How our order would stand if we promised until then; nothing if it lasts as long, or none was granted. */
    Optional<OrderAlarm> promising(RequestRow request, Instant until);

    /**
     * @param number of the order
     * @param ends its last day
     * @param promised until when the data are to stay preserved; null if until the request for assistance is decided
     * @param daysLeft to its last day; less than nothing once that has passed
     */
    record OrderAlarm(
            RequestRow request,
            String number,
            LocalDate ends,
            @Nullable Instant promised,
            long daysLeft) {

        /** Where it stands among all; an address holds it. */
        public String place() {
            return ends + "_" + request.thread();
        }

        /**
         * Days without an order, a part of one counted whole; 0 where no end was promised.
         *
         * @param zone in which the order's last day ends
         */
        public long daysWithout(ZoneId zone) {
            return promised == null
                    ? 0
                    : 1
                            + Duration.between(ends.plusDays(1).atStartOfDay(zone), promised.atZone(zone))
                                    .minusNanos(1)
                                    .toDays();
        }

        public boolean over() {
            return daysLeft < 0;
        }

        /** How near it is, for pages and mails: it rises twice before the last day. */
        public Nearness nearness() {
            return daysLeft <= Nearness.LAST_DAYS.days
                    ? Nearness.LAST_DAYS
                    : daysLeft <= Nearness.WEEK.days ? Nearness.WEEK : Nearness.FORTNIGHT;
        }
    }

    /** How near the last day of an order is. */
    enum Nearness {
        FORTNIGHT(14),
        WEEK(7),
        LAST_DAYS(3);

        private final int days;

        Nearness(int days) {
            this.days = days;
        }

        /** From so many days before the last day on. */
        public int days() {
            return days;
        }
    }
}
