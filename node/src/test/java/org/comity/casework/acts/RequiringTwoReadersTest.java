package org.comity.casework.acts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.Map;
import org.comity.casework.DomesticFile;
import org.comity.casework.acts.RequiringTwoReaders.NotRead;
import org.comity.casework.acts.SafeguardSettings.SecondReader;
import org.comity.identity.TwoOfficers;
import org.comity.procedure.ActWriting.Pointed;
import org.comity.procedure.Draft;
import org.comity.procedure.KnownProcedure;
import org.comity.procedure.Procedures;
import org.comity.ui.words.WordsForTests;
import org.comity.vocabulary.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two officers have considered discrimination before the State that is asked says anything that two sign. */
class RequiringTwoReadersTest {

    private final DomesticFile file = mock();
    private final WhoApproves who = mock();
    private final Draft draft = mock();
    private final Procedures procedures = mock();
    private final KnownProcedure procedure = mock();
    private final RequiringTwoReaders asked = reading(SecondReader.REQUIRE);

    @BeforeEach
    void an_answer_of_ours_that_two_sign() {
        when(draft.role()).thenReturn(Role.REQUESTED);
        when(draft.thread()).thenReturn("t");
        when(draft.status()).thenReturn(Draft.Status.WRITING);
        when(who.rule(any())).thenReturn(TwoOfficers.TWO);
        when(procedures.of(any())).thenReturn(procedure);
        when(procedure.statesAlone()).thenReturn(true);
    }

    private RequiringTwoReaders reading(SecondReader setting) {
        return new RequiringTwoReaders(file, who, procedures, new SafeguardSettings(setting, Map.of()));
    }

    private void read(int officers) {
        when(file.officers("t", DomesticFile.Kind.CONSIDERED_DISCRIMINATION)).thenReturn(officers);
    }

    @ParameterizedTest
    @CsvSource({
        "0, WRITING, safeguards.first-reader",
        "0, SUBMITTED, safeguards.first-reader",
        "1, SUBMITTED, safeguards.second-reader"
    })
    void until_then_it_is_held(int officers, Draft.Status status, String code) {
        read(officers);
        when(draft.status()).thenReturn(status);

        assertThatExceptionOfType(NotRead.class)
                .isThrownBy(() -> asked.check(draft))
                .satisfies(it -> assertThat(it.code()).isEqualTo(code));
    }

    /** Whoever approves is the second reader. */
    @Test
    void one_is_enough_to_submit_and_two_to_send() {
        read(1);
        assertThatCode(() -> asked.check(draft)).doesNotThrowAnyException();
        read(2);
        when(draft.status()).thenReturn(Draft.Status.SUBMITTED);
        assertThatCode(() -> asked.check(draft)).doesNotThrowAnyException();
    }

    @Test
    void where_our_state_asks_for_nothing_it_is_told_and_not_held() {
        var told = reading(SecondReader.POINT_OUT);
        when(draft.status()).thenReturn(Draft.Status.SUBMITTED);

        assertThatCode(() -> told.check(draft)).doesNotThrowAnyException();
        assertThat(told.pointed(draft)).map(Pointed::message).hasValue("safeguards.nobody-read");
        read(1);
        assertThat(told.pointed(draft)).map(Pointed::message).hasValue("safeguards.one-read");
        read(2);
        assertThat(told.pointed(draft)).isEmpty();
    }

    /** Where it will be held, the page does not say that the officer decides. */
    @Test
    void where_our_state_asks_for_it_the_page_says_that_it_will_be_held() {
        assertThat(asked.pointed(draft)).map(Pointed::message).hasValue("safeguards.nobody-read-held");
        read(1);
        assertThat(asked.pointed(draft)).map(Pointed::message).hasValue("safeguards.one-read-held");
        read(2);
        assertThat(asked.pointed(draft)).isEmpty();
    }

    /** A need, an offer or a review: the Secretariat stands on one side of it. */
    @Test
    void what_is_not_between_two_states_is_not_asked() {
        when(procedure.statesAlone()).thenReturn(false);
        nothing();
    }

    @Test
    void our_own_request_an_opening_and_what_one_officer_signs_are_not_asked() {
        when(who.rule(any())).thenReturn(TwoOfficers.ONE);
        nothing();
        when(who.rule(any())).thenReturn(TwoOfficers.TWO);
        when(draft.opens()).thenReturn(true);
        nothing();
        when(draft.opens()).thenReturn(false);
        when(draft.role()).thenReturn(Role.REQUESTING);
        nothing();
    }

    private void nothing() {
        assertThatCode(() -> asked.check(draft)).doesNotThrowAnyException();
        assertThat(asked.pointed(draft)).isEmpty();
    }

    @Test
    void each_has_its_words() {
        var words = WordsForTests.load();
        for (var key : new String[] {
            "safeguards.nobody-read",
            "safeguards.one-read",
            "safeguards.nobody-read-held",
            "safeguards.one-read-held",
            "error.safeguards.first-reader",
            "error.safeguards.second-reader"
        }) {
            words.languages()
                    .forEach(it -> assertThat(words.has(it.tag(), key) && words.has(it.tag(), key + ".do"))
                            .as("%s in %s", key, it.tag())
                            .isTrue());
        }
    }
}
