package org.comity.casework.onward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.comity.casework.Compartments;
import org.comity.casework.OnwardTransfers.Line;
import org.comity.procedure.ActRole;
import org.comity.procedure.Draft;
import org.comity.procedure.KnownProcedure;
import org.comity.procedure.Procedures;
import org.comity.procedure.RequestRow;
import org.comity.procedure.Requests;
import org.comity.proof.act.Envelope;
import org.comity.thread.ActRegistered;
import org.comity.thread.Threads;
import org.comity.thread.Threads.KeptAct;
import org.comity.vocabulary.Duty;
import org.comity.vocabulary.Official;
import org.junit.jupiter.api.Test;

/** The register of onward transfers says what the acts say, and nothing of a request that its reader may not see. */
class OnwardRegisterTest {

    private static final Official MAREN = new Official("maren", "A. Maren", "XA-1/o-1", Set.of(Duty.DUTY_OFFICER));
    private static final Instant NOON = Instant.parse("2027-03-01T12:00:00Z");

    private final OnwardRows rows = mock(OnwardRows.class);

    @Test
    void what_had_effect_is_taken_and_nothing_else() {
        var procedures = mock(Procedures.class);
        var passing = procedure(true);
        var other = procedure(false);
        when(procedures.find("passing/1")).thenReturn(Optional.of(passing));
        when(procedures.find("other/1")).thenReturn(Optional.of(other));
        var following = new FollowingOnward(rows, procedures);

        following.registered(registered("a1", "passing/1", "authorise-onward", "effective"));
        following.registered(registered("a2", "passing/1", "onward", "not-authorised"));
        following.registered(registered("a3", "passing/1", "acknowledge", "effective"));
        following.registered(registered("a4", "other/1", "offer-terms", "effective"));

        verify(rows).add("a1", "t", NOON);
        for (var not : List.of("a2", "a3", "a4")) {
            verify(rows, never()).add(not, "t", NOON);
        }
    }

    @Test
    void each_line_says_to_whom_what_when_and_under_which_conditions() {
        var lines = lines(Set.of());

        assertThat(lines).extracting(Line::type).containsExactly("ask-onward", "offer-terms", "onward", "onward");
        assertThat(lines).extracting(Line::recipient).containsExactly("Cyber Unit of XF", "", "Cyber Unit of XF", "XG");
        assertThat(lines).extracting(Line::what).containsExactly("delivery of 2 May", "", "two log files", "");
        assertThat(lines).extracting(Line::day).containsExactly("", "2027-06-30", "2027-05-09", "2027-05-10");
        assertThat(lines)
                .extracting(Line::words)
                .containsExactly("", "Not to be shown to third persons.", "", "Agreed.");
    }

    @Test
    void of_a_closed_request_nothing_is_told() {
        assertThat(lines(Set.of("closed")))
                .extracting(Line::type)
                .containsExactly("ask-onward", "offer-terms", "onward");
    }

    @Test
    void a_year_with_more_than_are_looked_at_says_so_also_where_some_are_closed() {
        var requests = mock(Requests.class);
        when(requests.ofThreads(anyCollection())).thenReturn(List.of());
        var reading = new ReadingOnward(rows, requests, mock(Threads.class), new Hiding(Set.of("closed")));
        var known = new OnwardRows.Known("a", "closed");

        when(rows.between(any(), any(), eq(2001))).thenReturn(Collections.nCopies(2001, known));
        assertThat(reading.ofYear(2027, MAREN).cut()).isTrue();

        when(rows.between(any(), any(), eq(2001))).thenReturn(Collections.nCopies(2000, known));
        assertThat(reading.ofYear(2027, MAREN).cut()).isFalse();
    }

    private List<Line> lines(Set<String> hidden) {
        when(rows.between(Instant.parse("2027-01-01T00:00:00Z"), Instant.parse("2028-01-01T00:00:00Z"), 2001))
                .thenReturn(List.of(
                        new OnwardRows.Known("a1", "t"),
                        new OnwardRows.Known("a2", "t"),
                        new OnwardRows.Known("a3", "t"),
                        new OnwardRows.Known("a4", "closed")));
        var requests = mock(Requests.class);
        when(requests.ofThreads(anyCollection())).thenAnswer(call -> {
            Collection<String> asked = call.getArgument(0);
            return asked.stream().map(OnwardRegisterTest::row).toList();
        });
        var threads = mock(Threads.class);
        keeps(threads, "a1", "ask-onward", Map.of("recipient", "Cyber Unit of XF", "given", "delivery of 2 May"));
        keeps(
                threads,
                "a2",
                "offer-terms",
                Map.of("terms", "Not to be shown to third persons.", "lasts", "2027-06-30"));
        keeps(
                threads,
                "a3",
                "onward",
                Map.of("passedTo", "Cyber Unit of XF", "passed", "two log files", "passedOn", "2027-05-09"));
        keeps(threads, "a4", "onward", Map.of("recipient", "XG", "doneOn", "2027-05-10", "text", "Agreed."));
        return new ReadingOnward(rows, requests, threads, new Hiding(hidden))
                .ofYear(2027, MAREN)
                .lines();
    }

    private static void keeps(Threads threads, String id, String type, Map<String, Object> body) {
        var act = mock(KeptAct.class, RETURNS_DEEP_STUBS);
        when(act.id()).thenReturn(id);
        when(act.thread()).thenReturn(id.equals("a4") ? "closed" : "t");
        when(act.body()).thenReturn(body);
        when(act.envelope().type()).thenReturn(type);
        when(act.envelope().time()).thenReturn(NOON);
        when(threads.act(id)).thenReturn(Optional.of(act));
    }

    private static KnownProcedure procedure(boolean passes) {
        var procedure = mock(KnownProcedure.class);
        for (var type : List.of("authorise-onward", "offer-terms", "onward")) {
            when(procedure.is(ActRole.PASSES_ON, type)).thenReturn(passes);
        }
        return procedure;
    }

    private static ActRegistered registered(String id, String procedure, String type, String effect) {
        var event = mock(ActRegistered.class, RETURNS_DEEP_STUBS);
        var envelope = mock(Envelope.class);
        when(envelope.type()).thenReturn(type);
        when(envelope.procedure()).thenReturn(procedure);
        when(envelope.thread()).thenReturn("t");
        when(envelope.time()).thenReturn(NOON);
        when(event.act().id()).thenReturn(id);
        when(event.act().envelope()).thenReturn(envelope);
        when(event.entry().entry().effect()).thenReturn(effect);
        return event;
    }

    private static RequestRow row(String thread) {
        var row = mock(RequestRow.class);
        when(row.thread()).thenReturn(thread);
        return row;
    }

    /** Hides these threads from everybody. */
    private record Hiding(Set<String> hidden) implements Compartments {

        @Override
        public Set<String> hiddenFrom(String reader) {
            return hidden;
        }

        @Override
        public Predicate<String> readers(Collection<String> threads) {
            return reader -> threads.stream().noneMatch(hiddenFrom(reader)::contains);
        }

        @Override
        public int closed() {
            return hidden.size();
        }

        @Override
        public boolean hides(Draft draft, Official by) {
            return hidden.contains(draft.thread());
        }

        @Override
        public void mustKnow(Draft draft, Official by) {}

        @Override
        public <T> List<T> written(Collection<T> all, Function<T, Draft> draft, String reader) {
            return List.copyOf(all);
        }
    }
}
