package org.comity.casework.acts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.comity.casework.Assurances;
import org.comity.casework.Assurances.StandingAssurance;
import org.comity.casework.acts.AwaitingAssurances.NotAssured;
import org.comity.casework.acts.SafeguardSettings.SecondReader;
import org.comity.procedure.ActField;
import org.comity.procedure.ActField.Need;
import org.comity.procedure.ActTable;
import org.comity.procedure.ActWriting;
import org.comity.procedure.ActWriting.Pointed;
import org.comity.procedure.Assured;
import org.comity.procedure.Draft;
import org.comity.procedure.KnownProcedure;
import org.comity.procedure.Procedures;
import org.comity.proof.act.Envelope;
import org.comity.thread.Threads;
import org.comity.thread.Threads.KeptAct;
import org.comity.ui.words.WordsForTests;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Before something or someone is given, it is looked at what the other State assured. */
class AwaitingAssurancesTest {

    private static final LocalDate TODAY = LocalDate.parse("2027-06-10");

    private final Assurances assurances = mock();
    private final Procedures procedures = mock();
    private final Threads threads = mock();
    private final ActWriting writing = mock();
    private final Draft draft = mock();

    @BeforeEach
    void an_act_that_gives() {
        var procedure = mock(KnownProcedure.class);
        var opening = mock(KeptAct.class);
        var envelope = mock(Envelope.class);
        when(procedures.all()).thenReturn(List.of(procedure));
        when(procedures.of(any())).thenReturn(procedure);
        when(procedure.law()).thenReturn("practice");
        when(procedure.writing()).thenReturn(writing);
        when(writing.table()).thenReturn(new ActTable("practice", Map.of("ask", List.of(asks()))));
        when(writing.gives(eq("grant"), any())).thenReturn(true);
        when(opening.envelope()).thenReturn(envelope);
        when(envelope.facts()).thenReturn(Map.of());
        when(threads.opening("t")).thenReturn(Optional.of(opening));
        when(assurances.today()).thenReturn(TODAY);
        when(draft.thread()).thenReturn("t");
        when(draft.type()).thenReturn("grant");
        when(draft.body()).thenReturn(Map.of());
    }

    private static ActField asks() {
        var kinds = List.of("death-penalty", "fair-trial");
        return ActField.rows(Assured.ASKED, Need.NO, ActField.choice(Assured.KIND, Need.WRITING, kinds));
    }

    private AwaitingAssurances where(String... kinds) {
        var required = kinds.length == 0 ? Map.<String, List<String>>of() : Map.of("practice", List.of(kinds));
        return new AwaitingAssurances(
                assurances, procedures, threads, new SafeguardSettings(SecondReader.POINT_OUT, required));
    }

    private void standing(StandingAssurance... standing) {
        when(assurances.of("t")).thenReturn(List.of(standing));
    }

    private static StandingAssurance given(String kind, boolean ours, int days) {
        return new StandingAssurance(
                new Assured(kind, "So it is.", "Minister", "", TODAY.plusDays(days)), ours, true, "a");
    }

    private static StandingAssurance owed(String kind, boolean ours) {
        return new StandingAssurance(new Assured(kind, "", "", "", null), ours, false, "a");
    }

    @Test
    void what_our_setting_asks_for_is_waited_for_and_named() {
        standing();
        assertThatExceptionOfType(NotAssured.class)
                .isThrownBy(() -> where("death-penalty", "fair-trial").check(draft))
                .satisfies(it -> assertThat(it.facts()).containsEntry("kinds", "death-penalty, fair-trial"));
        standing(given("death-penalty", false, 0));
        assertThatCode(() -> where("death-penalty").check(draft)).doesNotThrowAnyException();
        assertThat(where("death-penalty", "fair-trial").pointed(draft))
                .extracting(Pointed::message)
                .containsExactly("safeguards.not-assured-held", "acts.option.assurances.kind.fair-trial");
    }

    @Test
    void one_of_ours_and_one_that_ended_yesterday_do_not_count() {
        standing(given("death-penalty", true, 9));
        held("death-penalty");
        standing(given("death-penalty", false, -1));
        held("death-penalty");
    }

    /** The State sets it, and knows what an emergency is. */
    @Test
    void an_emergency_waits_too() {
        standing();
        when(draft.emergency()).thenReturn(true);
        held("death-penalty");
    }

    private void held(String kind) {
        assertThatExceptionOfType(NotAssured.class).isThrownBy(() -> where(kind).check(draft));
    }

    /** Terms offered on it are how one asks; what gives at once asks too late. */
    @Test
    void only_an_act_that_offers_may_ask_for_it_itself() {
        standing();
        when(draft.facts()).thenReturn(Map.of("terms", "none"));
        when(draft.body()).thenReturn(Map.of(Assured.ASKED, List.of(Map.of("kind", "death-penalty"))));
        held("death-penalty");

        when(draft.facts()).thenReturn(Map.of("terms", "asked"));
        when(writing.offers("grant", Map.of("terms", "asked"))).thenReturn(true);

        assertThatCode(() -> where("death-penalty").check(draft)).doesNotThrowAnyException();
        assertThat(where("death-penalty").pointed(draft)).isEmpty();
    }

    @Test
    void without_a_setting_what_is_owed_or_ended_is_told_and_not_held() {
        standing(owed("fair-trial", false), given("use", false, -1), owed("return", true));

        assertThatCode(() -> where().check(draft)).doesNotThrowAnyException();
        assertThat(where().pointed(draft))
                .extracting(Pointed::message)
                .containsExactly(
                        "safeguards.not-assured",
                        "acts.option.assurances.kind.fair-trial",
                        "acts.option.assurances.kind.use");
    }

    @Test
    void a_refusal_and_an_opening_wait_for_nothing() {
        standing();
        when(draft.type()).thenReturn("refuse");
        nothing();
        when(draft.type()).thenReturn("grant");
        when(draft.opens()).thenReturn(true);
        nothing();
    }

    private void nothing() {
        assertThatCode(() -> where("death-penalty").check(draft)).doesNotThrowAnyException();
        assertThat(where("death-penalty").pointed(draft)).isEmpty();
    }

    @Test
    void a_setting_that_would_hold_nothing_stops_the_start() {
        assertThatIllegalStateException()
                .isThrownBy(() -> where("deathpenalty"))
                .withMessageContaining("deathpenalty");
    }

    @Test
    void each_has_its_words() {
        var words = WordsForTests.load();
        for (var key :
                new String[] {"safeguards.not-assured", "safeguards.not-assured-held", "error.safeguards.not-assured"
                }) {
            words.languages()
                    .forEach(it -> assertThat(words.has(it.tag(), key) && words.has(it.tag(), key + ".do"))
                            .as("%s in %s", key, it.tag())
                            .isTrue());
        }
    }
}
