package org.comity.casework.assurances;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.comity.casework.Assurances;
import org.comity.casework.Assurances.Standing;
import org.comity.casework.Compartments;
import org.comity.procedure.Assured;
import org.comity.procedure.RequestRow;
import org.comity.procedure.Requests;
import org.comity.proof.act.Act;
import org.comity.proof.act.Envelope;
import org.comity.proof.register.Entry;
import org.comity.proof.register.SignedEntry;
import org.comity.thread.ActRegistered;
import org.comity.thread.Threads.KeptAct;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.Role;
import org.junit.jupiter.api.Test;
import org.mockito.Answers;

/** What is asked is owed until it is given; what has a last day is told of before it. */
class StandingAssurancesTest {

    private static final LocalDate TODAY = LocalDate.parse("2027-06-10");

    @Test
    void what_is_asked_is_owed_by_the_other_until_it_is_given() {
        var asked = act("b", false, Assured.ASKED, Map.of("kind", "fair-trial"));
        var given = act("c", true, Assured.GIVEN, row("fair-trial", "2027-12-31"));

        assertThat(fold(asked))
                .extracting(it -> it.assured().kind(), Standing::ours, Standing::given)
                .containsExactly(tuple("fair-trial", true, false));
        assertThat(fold(asked, given))
                .extracting(it -> it.assured().by(), Standing::ours, Standing::given, Standing::act)
                .containsExactly(tuple("Minister of Justice", true, true, "c"));
    }

    /** It was not enough: it is owed again. */
    @Test
    void what_is_asked_after_it_was_given_is_owed_beside_it() {
        var given = act("a", true, Assured.GIVEN, row("use", ""));
        var again = act("b", false, Assured.ASKED, Map.of("kind", "use", "words", "In writing."));

        assertThat(fold(given, again)).extracting(Standing::given).containsExactly(true, false);
    }

    @Test
    void the_same_kind_of_one_state_settles_nothing_of_the_other() {
        var asked = act("a", true, Assured.ASKED, Map.of("kind", "use"));
        var ours = act("b", true, Assured.GIVEN, row("use", ""));

        assertThat(fold(asked, ours))
                .extracting(Standing::ours, Standing::given)
                .containsExactly(tuple(false, false), tuple(true, true));
    }

    @Test
    void it_holds_to_the_end_of_its_last_day() {
        var until = new Assured("use", "x", "y", "", TODAY);

        assertThat(until.holdsOn(TODAY)).isTrue();
        assertThat(until.holdsOn(TODAY.plusDays(1))).isFalse();
        assertThat(new Assured("use", "x", "y", "", null).holdsOn(TODAY)).isTrue();
        assertThat(new Standing(until, true, false, "a").holdsOn(TODAY)).isFalse();
    }

    @Test
    void only_what_had_effect_and_has_a_last_day_is_noted() {
        var rows = mock(AssuranceRows.class);
        var following = new FollowingAssurances(rows);
        following.registered(registered(row("use", "2027-06-12"), Entry.EFFECTIVE));
        following.registered(registered(row("use", "2027-06-13"), "already-decided"));
        following.registered(registered(row("use", ""), Entry.EFFECTIVE));

        verify(rows).add("a", "t", LocalDate.parse("2027-06-12"));
        verify(rows, never()).add("a", "t", LocalDate.parse("2027-06-13"));
    }

    @Test
    void two_weeks_before_and_after_its_last_day_the_desk_is_told() {
        var rows = mock(AssuranceRows.class);
        when(rows.between(any(), any(), anyInt())).thenReturn(List.of("t"));
        var compartments = mock(Compartments.class, Answers.RETURNS_DEFAULTS);
        when(compartments.seen(any(), any(), any())).thenAnswer(it -> it.getArgument(0));
        var row = mock(RequestRow.class);
        when(row.thread()).thenReturn("t");
        var requests = mock(Requests.class);
        when(requests.ofThreads(any())).thenReturn(List.of(row));
        var assurances = mock(Assurances.class);
        when(assurances.today()).thenReturn(TODAY);
        when(assurances.of("t")).thenReturn(List.of(until(-15), until(-14), until(-1), until(0), until(14), until(15)));

        var seen = new AssurancesEnding(rows, assurances, requests, compartments).seen(mock(Official.class));

        verify(rows).between(TODAY.minusDays(14), TODAY.plusDays(14), 50);
        assertThat(seen).extracting(AssuranceEnding::over).containsExactly(true, true, false, false);
    }

    private static List<Standing> fold(KeptAct... acts) {
        return StandingAssurances.fold(List.of(acts), Role.REQUESTING);
    }

    private static Standing until(int days) {
        return new Standing(new Assured("use", "x", "y", "", TODAY.plusDays(days)), false, true, "a");
    }

    private static Map<String, Object> row(String kind, String until) {
        return Map.of("kind", kind, "words", "So it is.", "by", "Minister of Justice", "until", until);
    }

    private static ActRegistered registered(Map<String, Object> row, String effect) {
        var event = mock(ActRegistered.class);
        var entry = mock(SignedEntry.class);
        var said = mock(Entry.class);
        var act = mock(Act.class);
        var envelope = mock(Envelope.class);
        when(envelope.thread()).thenReturn("t");
        when(act.id()).thenReturn("a");
        when(act.envelope()).thenReturn(envelope);
        when(act.body()).thenReturn(Map.of(Assured.GIVEN, List.of(row)));
        when(event.act()).thenReturn(act);
        when(event.entry()).thenReturn(entry);
        when(entry.entry()).thenReturn(said);
        when(said.effect()).thenReturn(effect);
        return event;
    }

    private static KeptAct act(String id, boolean ours, String key, Map<String, Object> row) {
        var act = mock(KeptAct.class);
        var envelope = mock(Envelope.class);
        when(act.id()).thenReturn(id);
        // Written down by us, whoever said it.
        when(act.ours()).thenReturn(true);
        when(act.envelope()).thenReturn(envelope);
        when(envelope.role()).thenReturn(ours ? "requesting" : "requested");
        when(act.body()).thenReturn(Map.of(key, List.of(row)));
        return act;
    }
}
