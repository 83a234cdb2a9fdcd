package org.comity.casework.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.comity.procedure.file.Particulars;
import org.comity.procedure.file.PracticeFiles;
import org.comity.vocabulary.Role;
import org.junit.jupiter.api.Test;

/** Extradition in sentences of the field; that every cell has its answer is {@link ProceduresTest}. */
class ExtraditionMovesTest {

    private static final String SOON = "2027-03-01T23:59:59Z";
    private static final String LATER = "2027-03-20T23:59:59Z";

    private final PlayedThread thread = PlayedThread.of("extradition/1");

    @Test
    void a_request_is_granted_appointed_and_carried_out() {
        requested().requested("grant", "terms", "none").requested("appoint");

        assertThat(thread.state()).isEqualTo("Appointed");
        assertThat(thread.requested("surrender", "manner", "final").state()).isEqualTo("Surrendered");
        assertThat(thread.requesting("close").state()).isEqualTo("Closed");
    }

    @Test
    void a_refusal_comes_after_a_consultation_and_what_the_other_said_to_it() {
        requested().requested("consult");
        assertThat(thread.state()).isEqualTo("Consulting");
        assertThat(thread.requested("ask").effect()).isEqualTo("answer-awaited");
        thread.requesting("answer");
        assertThat(thread.state()).isEqualTo("Received");

        assertThat(thread.requested("refuse").state()).isEqualTo("Refused");
        assertThat(thread.requesting("answer").effect()).isEqualTo("ended");
    }

    @Test
    void a_refusal_at_once_has_effect_too_since_consulting_is_for_the_State_to_judge() {
        assertThat(requested().requested("refuse").state()).isEqualTo("Refused");
    }

    /** Art. 37(17): whoever may refuse may consult before it, and the other may answer. */
    @Test
    void wherever_it_can_be_refused_they_can_consult_before_it() {
        thread.requesting("request", "asked", "arrest").requested("arrest", "until", SOON);
        consultedIn("Arrested");

        thread.requesting("submit").requested("ask-assurances");
        consultedIn("AssurancesAsked");
        thread.requesting("assure").requested("ask").requested("consult");
        assertThat(thread.state()).isEqualTo("FactsAsked");
        thread.requesting("answer").requested("grant", "terms", "asked");
        consultedIn("TermsOffered");
        thread.requesting("accept-terms").requested("appoint");
        consultedIn("Appointed");

        assertThat(thread.requested("refuse").state()).isEqualTo("Refused");
        assertThat(thread.requested("consult").effect()).isEqualTo("ended");
    }

    /** What they think is not turned away because something else was said first, by either side. */
    @Test
    void a_consultation_stays_open_until_it_is_answered_whatever_comes_between() {
        requested().requested("ask-assurances").requested("consult");
        assertThat(open()).isTrue();
        thread.requesting("assure");
        assertThat(thread.state()).isEqualTo("Received");
        assertThat(thread.requesting("answer").effect()).isEqualTo("effective");
        assertThat(open()).isFalse();

        thread.requested("ask").requested("consult").requesting("answer");
        assertThat(thread.state()).isEqualTo("Received");
        assertThat(open()).isTrue();
        assertThat(thread.requesting("answer").effect()).isEqualTo("effective");

        thread.requested("consult").requested("grant", "terms", "asked");
        assertThat(thread.requesting("answer").effect()).as("B went on").isEqualTo("effective");
        assertThat(thread.state()).isEqualTo("TermsOffered");
    }

    /** What nobody asked is taken if it comes, and stands on no page as the next step. */
    @Test
    void an_answer_is_offered_only_while_something_is_asked() {
        requested();
        assertThat(offered()).isNotEmpty().doesNotContain("answer");
        thread.requested("ask-assurances");
        assertThat(offered()).startsWith("assure").doesNotContain("answer");
        thread.requested("consult");
        assertThat(offered()).contains("answer");
        thread.requesting("answer").requesting("assure").requested("grant", "terms", "asked");
        assertThat(offered()).startsWith("accept-terms").doesNotContain("answer");
    }

    private List<String> offered() {
        var particulars = Particulars.none("extradition/1");
        return PracticeFiles.steps(particulars)
                .offered(
                        PracticeFiles.procedure(particulars).state(thread.json()),
                        Role.REQUESTING,
                        Instant.parse("2026-01-01T00:00:00Z"));
    }

    private boolean open() {
        return Boolean.TRUE.equals(thread.holds("opinionAsked"));
    }

    private void consultedIn(String state) {
        assertThat(thread.requested("consult").effect()).isEqualTo("effective");
        assertThat(thread.state()).isEqualTo(state);
        assertThat(thread.requesting("answer").effect()).isEqualTo("effective");
        assertThat(thread.state()).isEqualTo(state);
    }

    @Test
    void assurances_that_are_asked_are_awaited_and_can_be_given_unasked() {
        requested().requested("ask-assurances");
        assertThat(thread.state()).isEqualTo("AssurancesAsked");
        assertThat(thread.requesting("assure").state()).isEqualTo("Received");
        assertThat(thread.requesting("assure").effect()).isEqualTo("effective");
        thread.requested("grant", "terms", "none");
        assertThat(thread.requesting("assure").effect()).isEqualTo("not-pending");
    }

    @Test
    void terms_that_are_declined_bring_it_back_to_be_decided_anew() {
        requested().requested("grant", "terms", "asked");
        assertThat(thread.state()).isEqualTo("TermsOffered");
        assertThat(thread.requested("appoint").effect()).isEqualTo("nothing-appointed");
        assertThat(thread.requesting("decline-terms").state()).isEqualTo("Received");

        thread.requested("grant", "terms", "asked").requesting("accept-terms");
        assertThat(thread.state()).isEqualTo("Granted");
        assertThat(thread.requesting("accept-terms").effect()).isEqualTo("no-terms-open");
    }

    @Test
    void an_arrest_that_runs_out_says_so_and_the_request_can_still_come() {
        arrested().requested("lapse", "until", SOON);
        assertThat(thread.state()).isEqualTo("ArrestEnded");
        assertThat(thread.requested("lapse", "until", SOON).effect()).isEqualTo("no-arrest-open");

        assertThat(thread.requesting("submit").state()).isEqualTo("Requested");
    }

    @Test
    void an_arrest_runs_out_at_its_last_end_only() {
        arrested().requested("arrest", "until", SOON);
        assertThat(thread.effect()).isEqualTo("not-later");
        thread.requested("arrest", "until", LATER);
        assertThat(thread.effect()).isEqualTo("effective");

        assertThat(thread.requested("lapse", "until", SOON).effect()).isEqualTo("extended-meanwhile");
        assertThat(thread.requested("lapse", "until", LATER).state()).isEqualTo("ArrestEnded");
    }

    @Test
    void a_request_in_time_ends_the_clock_of_the_arrest() {
        arrested().requesting("submit");
        assertThat(thread.state()).isEqualTo("Requested");

        assertThat(thread.requested("lapse", "until", SOON).effect()).isEqualTo("request-there");
        assertThat(thread.requested("acknowledge").state()).isEqualTo("Received");
    }

    @Test
    void who_is_not_found_can_be_arrested_when_found() {
        asked().requested("acknowledge").requested("ask");
        assertThat(thread.state()).isEqualTo("ArrestQuestion");
        thread.requesting("answer").requested("no-arrest");
        assertThat(thread.state()).isEqualTo("RequestAwaited");

        assertThat(thread.requested("arrest", "until", SOON).state()).isEqualTo("Arrested");
        assertThat(thread.requested("no-arrest").effect()).isEqualTo("arrested-already");
    }

    @Test
    void who_consents_is_surrendered_without_the_whole_file() {
        arrested().requested("person-consents").requested("grant", "terms", "none");

        assertThat(thread.state()).isEqualTo("Granted");
        assertThat(thread.requesting("submit").effect()).isEqualTo("request-there");
    }

    @Test
    void nothing_is_granted_while_only_an_arrest_was_asked() {
        assertThat(asked().requested("grant", "terms", "none").effect()).isEqualTo("not-pending");
        assertThat(thread.requested("keep").effect()).isEqualTo("not-pending");
        assertThat(thread.requested("refuse").state()).isEqualTo("Refused");
    }

    @Test
    void a_national_is_prosecuted_at_home_and_the_end_is_told() {
        requested().requested("keep");
        assertThat(thread.state()).isEqualTo("KeptHere");
        thread.requesting("ask-case").requested("take-case");
        assertThat(thread.state()).isEqualTo("CaseTaken");
        assertThat(thread.requesting("ask-case").effect()).isEqualTo("no-such-case");

        assertThat(thread.requested("case-outcome").state()).isEqualTo("Concluded");
    }

    @Test
    void a_sentence_that_cannot_be_enforced_there_can_be_asked_otherwise_or_left() {
        requested().requested("keep").requesting("ask-case").requested("decline-case");
        assertThat(thread.state()).isEqualTo("KeptHere");

        assertThat(thread.requesting("withdraw").state()).isEqualTo("Withdrawn");
    }

    @Test
    void whoever_keeps_a_national_cannot_close_before_the_case_can_be_asked_for() {
        requested().requested("keep");
        assertThat(thread.requested("close").effect()).isEqualTo("not-now");

        assertThat(thread.requesting("ask-case").state()).isEqualTo("CaseAsked");
    }

    @Test
    void nobody_came_and_it_is_appointed_anew_or_closed() {
        requested().requested("grant", "terms", "none").requested("appoint").requested("not-taken");
        assertThat(thread.state()).isEqualTo("NotTakenOver");
        thread.requested("appoint").requested("not-taken");

        assertThat(thread.requested("close").state()).isEqualTo("Closed");
    }

    @Test
    void a_surrender_for_a_time_comes_back_before_the_final_one() {
        requested().requested("grant", "terms", "none").requested("postpone");
        assertThat(thread.state()).isEqualTo("Postponed");
        thread.requested("surrender", "manner", "temporary");
        assertThat(thread.requesting("ask-consent").effect()).isEqualTo("not-surrendered");

        assertThat(thread.requesting("return").state()).isEqualTo("Granted");
        assertThat(thread.requested("surrender", "manner", "final").state()).isEqualTo("Surrendered");
    }

    @Test
    void to_go_beyond_the_surrender_takes_consent_once_at_a_time() {
        requested().requested("grant", "terms", "none").requested("surrender", "manner", "final");
        assertThat(thread.requested("decide-consent").effect()).isEqualTo("no-consent-asked");
        thread.requesting("ask-consent");
        assertThat(thread.state()).isEqualTo("ConsentAsked");
        assertThat(thread.requesting("ask-consent").effect()).isEqualTo("answer-awaited");

        assertThat(thread.requested("decide-consent").state()).isEqualTo("Surrendered");
    }

    @Test
    void the_request_and_the_end_of_the_arrest_cross_and_the_request_counts_either_way() {
        assertThat(PlayedThread.crossing(
                        "extradition/1",
                        it -> it.requesting("request", "asked", "arrest").requested("arrest", "until", SOON),
                        it -> it.requesting("submit"),
                        it -> it.requested("lapse", "until", SOON)))
                .containsExactly("Requested", "Requested");
    }

    @Test
    void a_longer_arrest_and_its_end_cross_and_the_first_one_registered_counts() {
        assertThat(PlayedThread.crossing(
                        "extradition/1",
                        it -> it.requesting("request", "asked", "arrest").requested("arrest", "until", SOON),
                        it -> it.requested("arrest", "until", LATER),
                        it -> it.requested("lapse", "until", SOON)))
                .containsExactly("Arrested", "Arrested");
    }

    @Test
    void a_withdrawal_and_a_grant_that_cross_end_withdrawn_either_way() {
        assertThat(PlayedThread.crossing(
                        "extradition/1",
                        it -> it.requesting("request", "asked", "extradition"),
                        it -> it.requesting("withdraw"),
                        it -> it.requested("grant", "terms", "none")))
                .containsExactly("Withdrawn", "Withdrawn");
    }

    @Test
    void who_was_surrendered_is_not_withdrawn() {
        requested().requested("grant", "terms", "none").requested("surrender", "manner", "final");

        assertThat(thread.requesting("withdraw").effect()).isEqualTo("not-now");
    }

    private PlayedThread requested() {
        return thread.requesting("request", "asked", "extradition").requested("acknowledge");
    }

    private PlayedThread asked() {
        return thread.requesting("request", "asked", "arrest");
    }

    private PlayedThread arrested() {
        return asked().requested("arrest", "until", SOON);
    }
}
