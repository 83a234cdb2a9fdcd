package org.comity.casework.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.comity.casework.OrderFiled;
import org.comity.casework.orders.TypedOrder.Decision;
import org.comity.database.PracticeDatabase;
import org.comity.directory.Directory;
import org.comity.directory.Participant;
import org.comity.procedure.RequestRow;
import org.comity.procedure.Requests;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An order that is written into the domestic file counts once, from the day on which it was given. */
class FollowingFiledOrdersTest {

    private static final Instant NOW = Instant.parse("2027-06-01T10:00:00Z");
    private static final LocalDate TODAY = LocalDate.parse("2027-06-01");
    private static final int LONGEST = 90;

    private OrderRows rows;
    private FollowingFiledOrders following;

    @BeforeEach
    void a_law_that_bounds_an_order() throws Exception {
        rows = new OrderRows(JdbcClient.create(PracticeDatabase.emptied("cooperation", 3)));
        var requests = mock(Requests.class);
        when(requests.ofThread("t")).thenReturn(Optional.of(mock(RequestRow.class)));
        var lengths = mock(OrderLengths.class);
        when(lengths.lastDay(any(), any(), any()))
                .thenAnswer(it -> it.<LocalDate>getArgument(2).plusDays(LONGEST));
        var us = mock(Participant.class);
        when(us.zone()).thenReturn(ZoneOffset.UTC);
        var directory = mock(Directory.class);
        when(directory.self()).thenReturn(us);
        following = new FollowingFiledOrders(rows, lengths, requests, directory, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @Test
    void the_line_of_an_order_that_a_magistrate_granted_does_not_lengthen_it_however_late_it_is_written() {
        var named = TODAY.plusDays(20);
        var order = new TypedOrder("7/27", "", "", "", named.toString(), false, "");
        rows.put("t", order, Decision.GRANTED, named, "judge", NOW.minus(Duration.ofHours(2)));

        following.on(new OrderFiled("t", "7/27", NOW, "lawyer"));

        assertThat(ends()).isEqualTo(named);
        following.on(new OrderFiled("t", "8/27", NOW, "lawyer"));
        assertThat(ends()).isEqualTo(TODAY.plusDays(LONGEST));
    }

    @Test
    void it_lasts_from_the_day_that_its_line_names_and_not_from_a_day_to_come() {
        following.on(new OrderFiled("t", "9/27", NOW.minus(Duration.ofDays(60)), "lawyer"));
        assertThat(ends()).isEqualTo(TODAY.plusDays(LONGEST - 60));

        following.on(new OrderFiled("t", "10/27", NOW.plus(Duration.ofDays(60)), "lawyer"));
        assertThat(ends()).isEqualTo(TODAY.plusDays(LONGEST));
    }

    private LocalDate ends() {
        return rows.lastGranted("t").orElseThrow().ends();
    }
}
