package org.comity.casework.orders;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import org.comity.casework.OrderAlarms;
import org.comity.directory.Directory;
import org.comity.procedure.Procedures;
import org.comity.procedure.RequestRow;
import org.comity.procedure.Requests;
import org.comity.thread.Threads;
import org.comity.vocabulary.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Compares the last day of each granted order with what we promised in its thread, by the clock of our capital. */
@Component
class OrdersEnding implements OrderAlarms {

    /** Most orders last as long as what we promised: so many are looked at, at a time, to find those that do not. */
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
    public List<OrderAlarm> soon(String after, int most) {
        var found = new ArrayList<OrderAlarm>();
        var page = rows.endingBy(fortnight(), OrderRows.Granted.at(after), READ);
        while (!page.isEmpty() && found.size() < most) {
            alarms(page).limit(most - found.size()).forEach(found::add);
            page = rows.endingBy(fortnight(), page.getLast(), READ);
        }
        return found;
    }

    @Override
    public void each(Consumer<OrderAlarm> told) {
        var page = rows.endingBy(fortnight(), OrderRows.Granted.FIRST, READ);
        while (!page.isEmpty()) {
            alarms(page).forEach(told);
            page = rows.endingBy(fortnight(), page.getLast(), READ);
        }
    }

    private LocalDate fortnight() {
        return today().plusDays(Nearness.FORTNIGHT.days());
    }

    private Stream<OrderAlarm> alarms(List<OrderRows.Granted> orders) {
        return orders.stream().gather(Gatherers.windowFixed(Threads.MOST)).flatMap(this::alarmsOfSome);
    }

    /** Of at most {@link Threads#MOST} orders, in two looks: the desk asks at each load. */
    private Stream<OrderAlarm> alarmsOfSome(List<OrderRows.Granted> orders) {
        var ids = orders.stream().map(OrderRows.Granted::thread).toList();
        var known = threads.find(ids).stream().collect(toMap(Threads.Thread::id, identity()));
        var listed = requests.ofThreads(ids).stream().collect(toMap(RequestRow::thread, identity()));
        return orders.stream().flatMap(it -> alarm(listed.get(it.thread()), known.get(it.thread()), it).stream());
    }

    @Override
    public Optional<OrderAlarm> of(RequestRow request) {
        return rows.lastGranted(request.thread())
                .flatMap(it -> alarm(request, threads.find(request.thread()).orElse(null), it));
    }

    @Override
    public Optional<OrderAlarm> promising(RequestRow request, Instant until) {
        return rows.lastGranted(request.thread())
                .filter(it -> outlived(it.ends(), until))
                .map(it -> alarm(request, it, until));
    }

    private Optional<OrderAlarm> alarm(
            @Nullable RequestRow request, Threads.@Nullable Thread thread, OrderRows.Granted order) {
        var state = thread == null ? null : thread.state();
        if (request == null || state == null || state.ended() || request.ourRole() != Role.REQUESTED) {
            return Optional.empty();
        }
        var steps = procedures.of(request.procedure()).steps();
        boolean untilDecided = steps.untilDecided(state);
        var promised = untilDecided ? null : steps.until(state);
        if (!untilDecided && (promised == null || !outlived(order.ends(), promised))) {
            return Optional.empty();
        }
        return Optional.of(alarm(request, order, promised));
    }

    private OrderAlarm alarm(RequestRow request, OrderRows.Granted order, @Nullable Instant promised) {
        return new OrderAlarm(
                request, order.number(), order.ends(), promised, ChronoUnit.DAYS.between(today(), order.ends()));
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
