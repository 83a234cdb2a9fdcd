package org.comity.casework.assurances;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyMap;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.contains;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.comity.casework.Assurances;
import org.comity.casework.Assurances.StandingAssurance;
import org.comity.casework.BeforeForgetting;
import org.comity.casework.Compartments;
import org.comity.procedure.ActWriting;
import org.comity.procedure.Assured;
import org.comity.procedure.KnownProcedure;
import org.comity.procedure.Procedures;
import org.comity.procedure.RequestRow;
import org.comity.procedure.Requests;
import org.comity.proof.act.Act;
import org.comity.proof.act.Envelope;
import org.comity.proof.register.Entry;
import org.comity.proof.register.SignedEntry;
import org.comity.thread.ActRegistered;
import org.comity.thread.Threads;
import org.comity.thread.Threads.KeptAct;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.Answers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** What is asked is owed until it is given; what has a last day is told of before it. */
class StandingAssurancesTest {

    private static final LocalDate TODAY = LocalDate.parse("2027-06-10");
    private static final String REFUSES = "refuses";

    private final AssuranceRows rows = mock();
    private final Assurances assurances = mock();

    @BeforeEach
    void each_act_gives_one_for_each_day() {
        when(assurances.given(any(), any()))
                .thenReturn(IntStream.rangeClosed(-15, 15)
                        .mapToObj(StandingAssurancesTest::until)
                        .toList());
    }

    @Test
    void what_is_asked_is_owed_by_the_other_until_it_is_given() {
        var asked = act("b", false, Assured.ASKED, Map.of("kind", "fair-trial"));
        var given = act("c", true, Assured.GIVEN, row("fair-trial", "2027-12-31"));

        assertThat(fold(asked))
                .extracting(it -> it.assured().kind(), StandingAssurance::ours, StandingAssurance::given)
                .containsExactly(tuple("fair-trial", true, false));
        assertThat(fold(asked, given))
                .extracting(
                        it -> it.assured().by(),
                        StandingAssurance::ours,
                        StandingAssurance::given,
                        StandingAssurance::act)
                .containsExactly(tuple("Minister of Justice", true, true, "c"));
    }

    /** It was not enough: it is owed again. */
    @Test
    void what_is_asked_after_it_was_given_is_owed_beside_it() {
        var given = act("a", true, Assured.GIVEN, row("use", ""));
        var again = act("b", false, Assured.ASKED, Map.of("kind", "use", "words", "In writing."));

        assertThat(fold(given, again)).extracting(StandingAssurance::given).containsExactly(true, false);
    }

    @Test
    void the_same_kind_of_one_state_settles_nothing_of_the_other() {
        var asked = act("a", true, Assured.ASKED, Map.of("kind", "use"));
        var ours = act("b", true, Assured.GIVEN, row("use", ""));

        assertThat(fold(asked, ours))
                .extracting(StandingAssurance::ours, StandingAssurance::given)
                .containsExactly(tuple(false, false), tuple(true, true));
    }

    @Test
    void it_holds_to_the_end_of_its_last_day() {
        var until = new Assured("use", "x", "y", "", TODAY);

        assertThat(until.holdsOn(TODAY)).isTrue();
        assertThat(until.holdsOn(TODAY.plusDays(1))).isFalse();
        assertThat(new Assured("use", "x", "y", "", null).holdsOn(TODAY)).isTrue();
        assertThat(new StandingAssurance(until, true, false, "a").holdsOn(TODAY))
                .isFalse();
    }

    @Test
    void only_what_had_effect_and_has_a_last_day_is_noted() {
        var following = new FollowingAssurances(rows, procedures());
        following.registered(registered("assure", row("use", "2027-06-12"), Entry.EFFECTIVE));
        following.registered(registered("assure", row("use", "2027-06-13"), "already-decided"));
        following.registered(registered("assure", row("use", ""), Entry.EFFECTIVE));
        following.registered(registered(REFUSES, row("use", "2027-06-14"), Entry.EFFECTIVE));

        verify(rows).add("a", "t", LocalDate.parse("2027-06-12"));
        verify(rows, never()).add("a", "t", LocalDate.parse("2027-06-13"));
        verify(rows, never()).add("a", "t", LocalDate.parse("2027-06-14"));
    }

    /** A thread may have thousands of acts, and hardly any of them speaks of assurances. */
    @Test
    void no_act_is_read_but_those_in_which_an_assurance_can_stand() {
        var threads = mock(Threads.class);
        var procedures = procedures();
        var thread = mock(Threads.Thread.class);
        when(thread.id()).thenReturn("t");
        when(thread.procedure()).thenReturn("practice/1");
        when(thread.ourRole()).thenReturn(Role.REQUESTING);
        when(threads.find("t")).thenReturn(Optional.of(thread));
        var standing = new StandingAssurances(threads, mock(), procedures, mock());

        assertThat(standing.of("t")).isEmpty();
        verify(threads, never()).effective(any(), any());

        when(procedures.of("practice/1").writing().assuring()).thenReturn(Set.of("assure"));
        var given = act("c", true, Assured.GIVEN, row("use", ""));
        when(threads.effective("t", Set.of("assure"))).thenAnswer(_ -> Stream.of(given));
        assertThat(standing.of("t")).extracting(StandingAssurance::act).containsExactly("c");
        verify(threads, never()).effective(any());
        verify(threads, never()).everyAct(any());
    }

    @Test
    void two_weeks_before_and_after_its_last_day_the_desk_is_told() {
        var seen = ending(List.of(end("a", -14), end("a", -1), end("b", 0), end("b", 14)));

        verify(rows).between(TODAY.minusDays(14), TODAY.plusDays(14), Set.of("closed"), AssurancesEnding.MOST + 1);
        assertThat(seen.ending()).extracting(AssuranceEnding::over).containsExactly(true, true, false, false);
        assertThat(seen.more()).isFalse();
    }

    @Test
    void of_an_act_all_that_ends_on_a_day_is_told_and_nothing_that_ends_on_another() {
        when(assurances.given(any(), any())).thenReturn(List.of(until(0), until(0), until(1)));

        assertThat(ending(List.of(end("a", 0))).ending())
                .extracting(it -> it.standing().assured().until())
                .containsExactly(TODAY, TODAY);
    }

    @Test
    void more_than_are_listed_is_said() {
        var ends = IntStream.range(0, AssurancesEnding.MOST + 1)
                .mapToObj(it -> end("a" + it, 0))
                .toList();

        assertThat(ending(ends.subList(1, ends.size())))
                .satisfies(it -> assertThat(it.ending()).hasSize(AssurancesEnding.MOST))
                .satisfies(it -> assertThat(it.more()).isFalse());
        assertThat(ending(ends))
                .satisfies(it -> assertThat(it.ending()).hasSize(AssurancesEnding.MOST))
                .satisfies(it -> assertThat(it.more()).isTrue());
    }

    /** The desk asks at each load. */
    @Test
    void no_thread_is_read_for_what_ends_in_it() {
        ending(List.of(end("a", 0)));

        verify(assurances, never()).of(any());
    }

    private AssurancesEnding.Seen ending(List<AssuranceRows.End> ends) {
        when(rows.between(any(), any(), any(), anyInt())).thenReturn(ends);
        var compartments = mock(Compartments.class);
        when(compartments.hiddenFrom(any())).thenReturn(Set.of("closed"));
        var requests = mock(Requests.class);
        when(requests.ofThreads(any()))
                .thenAnswer(it -> it.<Collection<String>>getArgument(0).stream()
                        .map(StandingAssurancesTest::request)
                        .toList());
        var threads = mock(Threads.class);
        when(threads.acts(any()))
                .thenAnswer(it -> it.<Collection<String>>getArgument(0).stream()
                        .map(id -> act(id, true, Assured.GIVEN, Map.of()))
                        .toList());
        when(assurances.today()).thenReturn(TODAY);
        var by = mock(Official.class);
        when(by.id()).thenReturn("o");
        return new AssurancesEnding(rows, assurances, requests, threads, compartments).seen(by);
    }

    private static AssuranceRows.End end(String act, int days) {
        return new AssuranceRows.End(act, "t", TODAY.plusDays(days));
    }

    private static RequestRow request(String thread) {
        var row = mock(RequestRow.class);
        when(row.thread()).thenReturn(thread);
        when(row.ourRole()).thenReturn(Role.REQUESTING);
        return row;
    }

    @Test
    void its_days_go_with_the_words_of_the_request() {
        var db = mock(JdbcClient.class);
        var statement = mock(StatementSpec.class, Answers.RETURNS_SELF);
        when(db.sql(contains("delete from cooperation.assurance_end where thread = :thread")))
                .thenReturn(statement);
        BeforeForgetting remains = new AssuranceRows(db);

        remains.forgetting("t");

        verify(statement).param("thread", "t");
        verify(statement).update();
    }

    /** "Not given", with rows beside it. */
    @Test
    void what_an_answer_refuses_is_not_given_and_still_owed() {
        var asked = act("b", false, Assured.ASKED, Map.of("kind", "death-penalty"));
        var refused = act("c", true, Assured.GIVEN, row("death-penalty", ""));
        when(refused.envelope().type()).thenReturn(REFUSES);

        assertThat(fold(asked, refused)).extracting(StandingAssurance::given).containsExactly(false);
    }

    @Test
    void one_whose_last_day_cannot_be_read_does_not_hold() {
        var said = new LinkedHashMap<>(row("use", "1 June 2027"));
        assertThat(fold(act("a", true, Assured.GIVEN, said)))
                .allSatisfy(it -> assertThat(it.holdsOn(TODAY)).isFalse())
                .extracting(it -> it.assured().unread())
                .containsExactly(true);
        said.put("until", 20270601);
        assertThat(fold(act("a", true, Assured.GIVEN, said)))
                .extracting(it -> it.holdsOn(TODAY))
                .containsExactly(false);
        said.put("until", " ");
        assertThat(fold(act("a", true, Assured.GIVEN, said)))
                .extracting(it -> it.holdsOn(TODAY))
                .containsExactly(true);
    }

    /** Every act gives what stands in it, but one that refuses. */
    private static Procedures procedures() {
        var procedures = mock(Procedures.class);
        var procedure = mock(KnownProcedure.class);
        var writing = mock(ActWriting.class);
        when(procedures.of("practice/1")).thenReturn(procedure);
        when(procedure.writing()).thenReturn(writing);
        when(writing.assured(anyString(), anyMap()))
                .thenAnswer(it -> it.getArgument(0).equals(REFUSES) ? List.of() : Assured.given(it.getArgument(1)));
        return procedures;
    }

    private static List<StandingAssurance> fold(KeptAct... acts) {
        return StandingAssurances.fold(Stream.of(acts), Role.REQUESTING, procedures());
    }

    private static StandingAssurance until(int days) {
        return new StandingAssurance(new Assured("use", "x", "y", "", TODAY.plusDays(days)), false, true, "a");
    }

    private static Map<String, Object> row(String kind, String until) {
        return Map.of("kind", kind, "words", "So it is.", "by", "Minister of Justice", "until", until);
    }

    private static ActRegistered registered(String type, Map<String, Object> row, String effect) {
        var event = mock(ActRegistered.class);
        var entry = mock(SignedEntry.class);
        var said = mock(Entry.class);
        var act = mock(Act.class);
        var envelope = mock(Envelope.class);
        when(envelope.thread()).thenReturn("t");
        when(envelope.procedure()).thenReturn("practice/1");
        when(envelope.type()).thenReturn(type);
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
        when(envelope.procedure()).thenReturn("practice/1");
        when(envelope.type()).thenReturn("assure");
        when(envelope.role()).thenReturn(ours ? "requesting" : "requested");
        when(act.body()).thenReturn(Map.of(key, List.of(row)));
        return act;
    }
}
