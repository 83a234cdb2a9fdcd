package org.comity.casework.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.IntStream;
import org.comity.casework.OrderAlarms;
import org.comity.casework.OrderAlarms.OrderAlarm;
import org.comity.casework.OrderFiled;
import org.comity.database.PracticeDatabase;
import org.comity.directory.Directory;
import org.comity.directory.Participant;
import org.comity.procedure.KnownProcedure;
import org.comity.procedure.Procedures;
import org.comity.procedure.RequestRow;
import org.comity.procedure.Requests;
import org.comity.procedure.StepsOnOffer;
import org.comity.thread.Procedure;
import org.comity.thread.Threads;
import org.comity.vocabulary.Role;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Orders that end too early are found among many that last as long as they must. */
class OrdersEndingTest {

    private static final LocalDate TODAY = LocalDate.parse("2027-06-01");
    private static final Instant NOW = TODAY.atStartOfDay(ZoneOffset.UTC).toInstant();
    private static final int FINE = 60;
    private static final int EARLY = 55;

    @Test
    void those_that_are_fine_do_not_hide_those_that_are_not_and_pages_tell_all() {
        var ending = ending(rows(2_010, EARLY));
        var soon = ending.soon("", OrderAlarms.MOST + 1);

        assertThat(soon).as("a page, and the one that says there are more").hasSize(51);
        assertThat(soon).extracting(OrderAlarm::over).containsOnly(false);
        var next = ending.soon(soon.get(49).place(), OrderAlarms.MOST + 1);
        assertThat(next).hasSize(5);
        assertThat(next.getFirst().place()).isEqualTo(soon.getLast().place());
        assertThat(ending.soon(next.getLast().place(), OrderAlarms.MOST + 1)).isEmpty();
        assertThat(ending.soon("no place", OrderAlarms.MOST + 1).getFirst().place())
                .isEqualTo(soon.getFirst().place());
    }

    /** A mail is written of each, and none waits until those before it have ended. */
    @Test
    void a_job_hears_of_all_however_many_end_before() {
        var heard = new ArrayList<OrderAlarm>();

        ending(rows(2_010, EARLY)).each(heard::add);

        assertThat(heard).hasSize(EARLY);
    }

    @Test
    void pages_of_orders_follow_each_other_by_day_and_thread() throws Exception {
        var db = JdbcClient.create(PracticeDatabase.emptied("cooperation", 3));
        var rows = new OrderRows(db);
        var given = Map.of("a", 0, "b", 0, "c", 0, "d", -1, "e", 1);
        given.forEach((thread, day) -> granted(db, rows, thread, TODAY.plusDays(day)));

        var first = rows.endingBy(TODAY, OrderRows.Granted.FIRST, 2);
        assertThat(first).extracting(OrderRows.Granted::thread).containsExactly("d", "a");
        var second = rows.endingBy(TODAY, first.getLast(), 2);
        assertThat(second).extracting(OrderRows.Granted::thread).containsExactly("b", "c");
        assertThat(rows.endingBy(TODAY, second.getLast(), 2)).isEmpty();
    }

    private static void granted(JdbcClient db, OrderRows rows, String thread, LocalDate ends) {
        db.sql("""
                insert into cooperation.request
                       (thread, reference, author, procedure, counterpart, our_role, subject, state, turn, opened_at,
                        changed_at, until, emergency, confidential, channel)
                values (:thread, :thread, 'XB-1', 'preservation/1', 'XB-1', 'requested', 'mail', 'Preserved', 'THEIRS',
                        :at, :at, :at, false, false, 'NODE')
                """)
                .param("thread", thread)
                .param("at", NOW.atOffset(ZoneOffset.UTC))
                .update();
        rows.filed(new OrderFiled(thread, "7/27", NOW, "lawyer"), ends, NOW);
    }

    private static OrderRows rows(int fine, int early) {
        var rows = mock(OrderRows.class);
        when(rows.endingBy(any(), any(), anyInt()))
                .thenAnswer(it -> IntStream.range(0, fine + early)
                        .mapToObj(n -> new OrderRows.Granted(
                                "%s-%04d".formatted(n < fine ? "fine" : "late", n), "7/27", TODAY.plusDays(n / fine)))
                        .filter(order -> follows(order, it.getArgument(1)))
                        .limit(it.<Integer>getArgument(2))
                        .toList());
        return rows;
    }

    private static boolean follows(OrderRows.Granted order, OrderRows.Granted other) {
        return Comparator.comparing(OrderRows.Granted::ends)
                        .thenComparing(OrderRows.Granted::thread)
                        .compare(order, other)
                > 0;
    }

    /** The data of threads that are fine are promised until today, of the others a week more. */
    private static OrdersEnding ending(OrderRows rows) {
        var requests = mock(Requests.class);
        when(requests.ofThreads(anyCollection()))
                .thenAnswer(it -> it.<Collection<String>>getArgument(0).stream()
                        .map(OrdersEndingTest::request)
                        .toList());
        var fine = mock(Procedure.State.class);
        var early = mock(Procedure.State.class);
        var threads = mock(Threads.class);
        when(threads.find(anyCollection()))
                .thenAnswer(it -> it.<Collection<String>>getArgument(0).stream()
                        .map(id -> thread(id, id.startsWith("fine") ? fine : early))
                        .toList());
        var steps = mock(StepsOnOffer.class);
        when(steps.until(fine)).thenReturn(NOW);
        when(steps.until(early)).thenReturn(NOW.plusSeconds(7 * 86_400));
        var procedure = mock(KnownProcedure.class);
        when(procedure.steps()).thenReturn(steps);
        var procedures = mock(Procedures.class);
        when(procedures.of("any/1")).thenReturn(procedure);
        var us = mock(Participant.class);
        when(us.zone()).thenReturn(ZoneOffset.UTC);
        var directory = mock(Directory.class);
        when(directory.self()).thenReturn(us);
        return new OrdersEnding(rows, requests, threads, procedures, directory, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static RequestRow request(String thread) {
        var row = mock(RequestRow.class);
        when(row.thread()).thenReturn(thread);
        when(row.ourRole()).thenReturn(Role.REQUESTED);
        when(row.procedure()).thenReturn("any/1");
        return row;
    }

    private static Threads.Thread thread(String id, Procedure.State state) {
        var thread = mock(Threads.Thread.class);
        when(thread.id()).thenReturn(id);
        when(thread.state()).thenReturn(state);
        return thread;
    }
}
