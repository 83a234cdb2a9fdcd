package org.comity.casework.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.comity.directory.Directory;
import org.comity.directory.Participant;
import org.comity.procedure.ActRole;
import org.comity.procedure.KnownProcedure;
import org.comity.procedure.Procedures;
import org.comity.procedure.RequestRow;
import org.comity.procedure.Requests;
import org.comity.proof.act.Envelope;
import org.comity.thread.Threads;
import org.comity.thread.Threads.KeptAct;
import org.comity.vocabulary.Duty;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Both directions of a drill stand beside one another, and what is to be mended is only ever our own. */
class ReadingDrillTest {

    private static final Instant NOON = Instant.parse("2026-11-18T12:00:00Z");
    private static final Official MAREN = new Official("maren", "A. Maren", "XA-1/o-1", Set.of(Duty.DUTY_OFFICER));

    private final Requests requests = mock();
    private final Threads threads = mock();
    private final Procedures procedures = mock();
    private final Directory directory = mock();
    private final KnownProcedure procedure = mock();
    private final List<RequestRow> listed = new ArrayList<>();
    private final List<String> asked = new ArrayList<>();
    private final ReadingDrill reading = new ReadingDrill(requests, threads, procedures, directory);

    @BeforeEach
    void a_procedure() {
        when(procedure.opener()).thenReturn(Role.REQUESTING);
        when(procedure.is(ActRole.ACKNOWLEDGES, "acknowledge")).thenReturn(true);
        when(procedure.is(ActRole.ASKS_BACK, "ask")).thenReturn(true);
        when(procedures.of(any())).thenReturn(procedure);
        var other = mock(Participant.class);
        when(directory.get("XB-1")).thenReturn(other);
        when(requests.list(any(), any(), any(), anyInt())).thenAnswer(it -> page(it.getArgument(2), it.getArgument(3)));
    }

    @Test
    void each_direction_says_what_came_when_and_only_ours_is_to_be_mended() {
        var ours = row("t1", Role.REQUESTING, NOON, true);
        row("t2", Role.REQUESTED, NOON.plus(Duration.ofMinutes(30)), true);
        acts(
                "t1",
                act("acknowledge", "requested", 60, Map.of()),
                act("ask", "requested", 90, Map.of()),
                act("report", "requested", 120, Map.of()),
                act(
                        "matched",
                        "requesting",
                        180,
                        Map.of("found", List.of(Map.of("result", "matched"), Map.of("result", "matched")))));
        acts("t2", act("acknowledge", "requested", 60, Map.of()));

        var drill = reading.of(ours, true, MAREN).orElseThrow();

        assertThat(drill.weAsked().request().thread()).isEqualTo("t1");
        assertThat(drill.weAsked().acknowledged()).isEqualTo(NOON.plusSeconds(60));
        assertThat(drill.weAsked().answered()).isEqualTo(NOON.plusSeconds(120));
        assertThat(drill.weAsked().whole()).isTrue();
        assertThat(drill.theyAsked().request().thread()).isEqualTo("t2");
        assertThat(drill.theyAsked().answered()).isNull();
        assertThat(drill.theyAsked().whole()).isNull();
        assertThat(drill.toMend()).containsExactly("unanswered");
        assertThat(drill.own().far()).isEqualTo("answered");
    }

    @Test
    void what_they_did_not_do_is_not_named_and_an_altered_file_is() {
        var ours = row("t1", Role.REQUESTING, NOON, true);
        acts("t1", act("not-matched", "requesting", 180, Map.of("found", List.of(Map.of("result", "altered")))));

        var drill = reading.of(ours, true, MAREN).orElseThrow();
        assertThat(drill.theyAsked()).isNull();
        assertThat(drill.toMend()).containsExactly("file");
    }

    @Test
    void a_real_request_has_no_such_page_and_is_no_other_direction_of_one() {
        var real = row("t1", Role.REQUESTED, NOON, false);
        assertThat(reading.of(real, true, MAREN)).isEmpty();

        row("t3", Role.REQUESTED, NOON.plus(Duration.ofDays(8)), true);
        var ours = row("t2", Role.REQUESTING, NOON, true);
        assertThat(reading.of(ours, true, MAREN).orElseThrow().theyAsked()).isNull();
    }

    @Test
    void a_drill_is_found_however_many_requests_came_since_or_between() {
        row("t2", Role.REQUESTED, NOON.minus(Duration.ofDays(1)), true);
        for (int i = 0; i < 60; i++) row("between" + i, Role.REQUESTED, NOON.minusSeconds(60), false);
        var ours = row("t1", Role.REQUESTING, NOON, true);
        for (int i = 0; i < 60; i++) row("since" + i, Role.REQUESTED, NOON.plus(Duration.ofDays(8)), false);

        assertThat(reading.of(ours, true, MAREN).orElseThrow().theyAsked()).isNotNull();
        assertThat(asked)
                .as("from the days about it on, and no further than they go")
                .hasSizeBetween(1, 3);
    }

    /** Newest first, behind a cursor, as the list has them. */
    private Requests.Page page(String after, int limit) {
        asked.add(String.valueOf(after));
        var cursor = ListCursor.read(after);
        var rows = listed.stream()
                .sorted(Comparator.comparing(RequestRow::openedAt)
                        .thenComparing(RequestRow::thread)
                        .reversed())
                .filter(it -> cursor == null
                        || it.openedAt().isBefore(cursor.opened())
                        || it.openedAt().equals(cursor.opened()) && it.thread().compareTo(cursor.thread()) < 0)
                .limit(limit + 1L)
                .toList();
        return ListCursor.page(rows, limit, Requests.Order.NEWEST);
    }

    private RequestRow row(String thread, Role role, Instant opened, boolean drill) {
        var row = mock(RequestRow.class);
        when(row.thread()).thenReturn(thread);
        when(row.procedure()).thenReturn("preservation/1");
        when(row.counterpart()).thenReturn("XB-1");
        when(row.ourRole()).thenReturn(role);
        when(row.openedAt()).thenReturn(opened);
        when(row.drill()).thenReturn(drill);
        when(threads.opening(thread)).thenReturn(Optional.empty());
        listed.add(row);
        return row;
    }

    private void acts(String thread, KeptAct... acts) {
        when(threads.effective(List.of(thread))).thenReturn(List.of(acts));
    }

    private static KeptAct act(String type, String role, int after, Map<String, Object> body) {
        var act = mock(KeptAct.class);
        var envelope = mock(Envelope.class);
        when(envelope.type()).thenReturn(type);
        when(envelope.role()).thenReturn(role);
        when(act.envelope()).thenReturn(envelope);
        when(act.registeredAt()).thenReturn(NOON.plusSeconds(after));
        when(act.body()).thenReturn(body);
        return act;
    }
}
