package org.comity.cooperation.orders;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.comity.cooperation.OrderAlarms;
import org.comity.cooperation.Procedures;
import org.comity.cooperation.RequestRow;
import org.comity.cooperation.Requests;
import org.comity.directory.Directory;
import org.comity.thread.Threads;
import org.comity.vocabulary.Role;
import org.springframework.stereotype.Component;

/** Compares the last day of each granted order with what we promised in its thread, by the clock of our capital. */
@Component
class OrdersEnding implements OrderAlarms {

    private static final int SOON_DAYS = 14;
    private static final int MOST = 50;

    /** Most orders last as long as what we promised: so many are looked at to find those that do not. */
    private static final int READ = 1000;

    private final OrderRows rows;
    private final Requests requests;
    private final Threads threads;
    private final Procedures procedures;
    private final Directory directory;
    private final Clock clock;

    OrdersEnding(
            OrderRows rows,
            Requests requests,
            Threads threads,
            Procedures procedures,
            Directory directory,
            Clock clock) {
        this.rows = rows;
        this.requests = requests;
        this.threads = threads;
        this.procedures = procedures;
        this.directory = directory;
        this.clock = clock;
    }

    @Override
    public List<OrderAlarm> soon() {
        return rows.endingBy(today().plusDays(SOON_DAYS), READ).stream()
                .flatMap(it -> requests.ofThread(it.thread()).flatMap(row -> alarm(row, it)).stream())
                .limit(MOST)
                .toList();
    }

    @Override
    public Optional<OrderAlarm> of(RequestRow request) {
        return rows.lastGranted(request.thread()).flatMap(it -> alarm(request, it));
    }

    private Optional<OrderAlarm> alarm(RequestRow request, OrderRows.Granted order) {
        var state = threads.find(request.thread()).map(Threads.Thread::state).orElse(null);
        if (state == null || state.ended() || request.ourRole() != Role.REQUESTED) {
            return Optional.empty();
        }
        var steps = procedures.of(request.procedure()).steps();
        boolean untilDecided = steps.untilDecided(state);
        var promised = untilDecided ? null : steps.until(state);
        if (!untilDecided && (promised == null || !outlived(order.ends(), promised))) {
            return Optional.empty();
        }
        return Optional.of(new OrderAlarm(
                request, order.number(), order.ends(), promised, order.ends().isBefore(today())));
    }

    /** The order counts to the end of its last day. */
    private boolean outlived(LocalDate ends, Instant promised) {
        return ends.plusDays(1)
                .atStartOfDay(directory.self().zone())
                .toInstant()
                .isBefore(promised);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), directory.self().zone());
    }
}
