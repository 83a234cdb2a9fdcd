package org.comity.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import org.comity.database.PracticeDatabase;
import org.comity.ui.ThingsDue.Due;
import org.comity.vocabulary.Duty;
import org.comity.vocabulary.Official;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Entries that wait are due on the desk of who admits, and what nobody proves to be its own has its last day. */
class DueAdmissionsTest {

    private static final Instant NOON = Instant.parse("2027-03-01T12:00:00Z");

    private JdbcClient db;
    private DueAdmissions due;

    @BeforeEach
    void three_entries() throws Exception {
        db = JdbcClient.create(PracticeDatabase.emptied("operator", 1));
        due = new DueAdmissions(new WaitingSubmissionRows(db));
        kept("XB-1", "SUBMITTED", true, null);
        kept("XC-1", "SUBMITTED", false, "okell");
        kept("XD-1", "ADMITTED", true, "okell");
    }

    @Test
    void what_waits_for_one_or_two_officers_is_due_and_what_was_decided_is_not() {
        assertThat(due.due(official(Duty.SECOND_OFFICER)))
                .extracting(Due::about, Due::kind, it -> String.valueOf(it.until()))
                .containsExactly(
                        tuple("XB-1", "admission", "null"), tuple("XC-1", "admission-second", "2027-03-31T12:00:00Z"));
    }

    @Test
    void who_gives_accounts_admits_nobody_and_is_told_nothing() {
        assertThat(due.due(official(Duty.ADMINISTRATOR, Duty.DUTY_OFFICER))).isEmpty();
        assertThat(due.due(official(Duty.CUSTODIAN))).isEmpty();
    }

    private static Official official(Duty... duties) {
        return new Official("maren", "M. Okell", "A7K2", Set.of(duties));
    }

    private void kept(String participant, String status, boolean proven, String first) {
        db.sql("""
                insert into operator.submission
                       (participant, hash, version, json, status, submitted_at, proven, first_by)
                values (:participant, :participant, 1, ''::bytea, :status, :at, :proven, :first)
                """)
                .param("participant", participant)
                .param("status", status)
                .param("at", NOON.atOffset(ZoneOffset.UTC))
                .param("proven", proven)
                .param("first", first)
                .update();
    }
}
