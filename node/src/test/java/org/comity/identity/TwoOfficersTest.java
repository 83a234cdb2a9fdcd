package org.comity.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.comity.vocabulary.Duty;
import org.comity.vocabulary.Official;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TwoOfficersTest {

    @ParameterizedTest
    @CsvSource({
        // demanded, emergency, approver, duties, verdict
        "true, false, tolva, SECOND_OFFICER, SECOND_OFFICER",
        "true, false, okell, LAWYER, SECOND_OFFICER",
        "true, false, maren, SECOND_OFFICER DUTY_OFFICER, OWN_ACT",
        "true, false, venn, DUTY_OFFICER, WRONG_DUTY",
        "true, false, ferro, CUSTODIAN, WRONG_DUTY",
        "true, false, brandel, ADMINISTRATOR, WRONG_DUTY",
        "true, true, maren, DUTY_OFFICER, CONFIRM_AFTERWARDS",
        "true, true, ferro, CUSTODIAN, WRONG_DUTY",
        "false, false, maren, DUTY_OFFICER, ALONE",
        "false, false, arlo, OVERSIGHT, WRONG_DUTY"
    })
    void an_act_of_maren_leaves_or_not(
            boolean demanded, boolean emergency, String approver, String duties, TwoOfficers.Verdict verdict) {
        assertThat(new TwoOfficers(demanded, true).verdict("maren", official(approver, duties), emergency))
                .isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({"DUTY_OFFICER, OWN_ACT", "SECOND_OFFICER, OWN_ACT"})
    void where_the_profile_lets_nobody_go_alone_an_emergency_changes_nothing(String duties, TwoOfficers.Verdict verdict) {
        var answer = new TwoOfficers(true, false).verdict("maren", official("maren", duties), true);
        assertThat(answer).isEqualTo(verdict);
        assertThat(answer.allowed()).isFalse();
    }

    private static Official official(String id, String duties) {
        return new Official(
                id,
                id,
                "XA-1/o-" + id,
                Arrays.stream(duties.split(" ")).map(Duty::valueOf).collect(Collectors.toSet()));
    }
}
