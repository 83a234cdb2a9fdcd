package org.comity.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.comity.vocabulary.Duty;
import org.comity.vocabulary.Official;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TwoOfficersTest {

    @ParameterizedTest
    @CsvSource({
        // demanded, binds nobody, emergency, rule
        "true, false, false, TWO",
        "true, false, true, ONE_AND_AFTERWARDS",
        "true, true, false, ONE",
        "true, true, true, ONE",
        "false, false, false, ONE",
        "false, false, true, ONE",
        "false, true, true, ONE"
    })
    void what_an_act_needs(boolean demanded, boolean bindsNobody, boolean emergency, TwoOfficers rule) {
        assertThat(TwoOfficers.of(demanded, bindsNobody, emergency)).isEqualTo(rule);
    }

    @ParameterizedTest
    @CsvSource({
        // rule, approver, duties, verdict
        "TWO, tolva, SECOND_OFFICER, SECOND_OFFICER",
        "TWO, okell, LAWYER, SECOND_OFFICER",
        "TWO, maren, SECOND_OFFICER DUTY_OFFICER, OWN_ACT",
        "TWO, maren, LAWYER, OWN_ACT",
        "TWO, maren, DUTY_OFFICER, WRONG_DUTY",
        "TWO, venn, DUTY_OFFICER, WRONG_DUTY",
        "TWO, ferro, CUSTODIAN, WRONG_DUTY",
        "TWO, brandel, ADMINISTRATOR, WRONG_DUTY",
        "ONE_AND_AFTERWARDS, maren, DUTY_OFFICER, CONFIRM_AFTERWARDS",
        "ONE_AND_AFTERWARDS, venn, DUTY_OFFICER, CONFIRM_AFTERWARDS",
        "ONE_AND_AFTERWARDS, maren, SECOND_OFFICER, CONFIRM_AFTERWARDS",
        "ONE_AND_AFTERWARDS, tolva, SECOND_OFFICER, SECOND_OFFICER",
        "ONE_AND_AFTERWARDS, ferro, CUSTODIAN, WRONG_DUTY",
        "ONE, maren, DUTY_OFFICER, ALONE",
        "ONE, maren, LAWYER, ALONE",
        "ONE, tolva, SECOND_OFFICER, SECOND_OFFICER",
        "ONE, arlo, OVERSIGHT, WRONG_DUTY",
        "ONE, sorane, MAGISTRATE, WRONG_DUTY"
    })
    void an_act_of_maren_leaves_or_not(TwoOfficers rule, String approver, String duties, TwoOfficers.Verdict verdict) {
        assertThat(rule.verdict("maren", official(approver, duties))).isEqualTo(verdict);
        assertThat(verdict.allowed())
                .isEqualTo(verdict != TwoOfficers.Verdict.OWN_ACT && verdict != TwoOfficers.Verdict.WRONG_DUTY);
    }

    @ParameterizedTest
    @CsvSource({
        "okell, LAWYER, SECOND_OFFICER",
        "ossik, SECOND_OFFICER, SECOND_OFFICER",
        "maren, SECOND_OFFICER, OWN_ACT",
        "tolva, SECOND_OFFICER DUTY_OFFICER, OWN_ACT",
        "maren, DUTY_OFFICER, WRONG_DUTY",
        "venn, DUTY_OFFICER, WRONG_DUTY",
        "arlo, OVERSIGHT, WRONG_DUTY"
    })
    void what_maren_submitted_and_tolva_let_leave_is_confirmed_by_somebody_else(
            String by, String duties, TwoOfficers.Verdict verdict) {
        assertThat(TwoOfficers.afterwards(List.of("maren", "tolva"), official(by, duties)))
                .isEqualTo(verdict);
    }

    private static Official official(String id, String duties) {
        return new Official(
                id,
                id,
                "XA-1/o-" + id,
                Arrays.stream(duties.split(" ")).map(Duty::valueOf).collect(Collectors.toSet()));
    }
}
