package org.comity.casework.requests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.comity.casework.Officers;
import org.comity.database.PracticeDatabase;
import org.comity.procedure.Procedures;
import org.comity.procedure.RequestRow;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What nobody has acknowledged is found by each procedure's own states, whoever opened it; in a database of its own. */
class EmergencyRowsTest extends Officers {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @Autowired
    private Procedures procedures;

    private JdbcClient db;
    private EmergencyRows rows;

    @BeforeEach
    void nothing_yet() throws Exception {
        db = JdbcClient.create(PracticeDatabase.emptied("cooperation", 6));
        rows = new EmergencyRows(db, procedures);
    }

    @Test
    void what_we_tell_as_information_waits_for_them() {
        theirs("given", "spontaneous/1", "requested", "Given");
        theirs("offered", "spontaneous/1", "requested", "Offered");
        theirs("disclosed", "disclosure/1", "requested", "Disclosed");
        theirs("sent", "spontaneous/1", "requested", "Sent");
        theirs("asked", "emergency-data/1", "requesting", "Requested");
        theirs("received", "emergency-data/1", "requesting", "Received");
        theirs("limits", "spontaneous/1", "requested", "LimitsOpen");
        theirs("not-ours", "spontaneous/1", "requesting", "Given");

        assertThat(told()).containsExactlyInAnyOrder("given", "offered", "disclosed", "sent", "asked");
    }

    @Test
    void what_comes_as_information_sounds_here() {
        ours("given", "spontaneous/1", "requesting", "Given");
        ours("disclosed", "disclosure/1", "requesting", "Disclosed");
        ours("asked", "preservation/1", "requested", "Requested");
        ours("limits", "spontaneous/1", "requesting", "LimitsOpen");
        ours("answered", "preservation/1", "requested", "Received");
        ours("question", "spontaneous/1", "requested", "FactsAsked");

        assertThat(threads(rows.newestUnacknowledged())).containsExactlyInAnyOrder("given", "disclosed", "asked");
        assertThat(rows.newestUnacknowledged()).isNotEmpty().allMatch(rows::waits);
    }

    @Test
    void what_is_hidden_takes_no_place_and_however_many_there_are_they_are_counted() {
        for (int i = 0; i < 60; i++) {
            ours("t" + i, "preservation/1", "requested", "Requested");
        }
        set("t7", "opened_at = timestamptz '2026-03-01T05:00:00Z'");
        set("t8", "opened_at = timestamptz '2026-03-01T06:00:00Z'");

        assertThat(rows.oldestUnacknowledged(Set.of()).orElseThrow().thread()).isEqualTo("t7");
        assertThat(rows.oldestUnacknowledged(Set.of("t7")).orElseThrow().thread())
                .isEqualTo("t8");
        assertThat(rows.unacknowledged(Set.of())).isEqualTo(60);
        assertThat(rows.unacknowledged(Set.of("t7", "t8"))).isEqualTo(58);
    }

    @Test
    void what_is_not_an_emergency_is_told_when_its_aim_is_over() {
        ours("given", "spontaneous/1", "requesting", "Given");
        ours("limits", "spontaneous/1", "requesting", "LimitsOpen");
        ours("later", "spontaneous/1", "requesting", "Given");
        set("given", "emergency = false, due = opened_at + interval '1 hour'");
        set("limits", "emergency = false, due = opened_at + interval '1 hour'");
        set("later", "emergency = false, due = opened_at + interval '9 days'");

        assertThat(threads(rows.overdue(Duration.ofHours(2), NOON))).containsExactly("given");
    }

    @Test
    void what_has_not_left_was_not_told_and_takes_no_place() {
        for (var it : List.of("held", "letter", "closed", "drill", "old", "new")) {
            theirs(it, "emergency-data/1", "requesting", "Sent");
        }
        set("held", "held_until = timestamptz '2026-03-01T12:10:00Z'");
        set("letter", "post_by = timestamptz '2026-03-01T14:00:00Z'");
        set("drill", "drill = true");
        set("old", "held_until = timestamptz '2026-03-01T11:00:00Z'");
        set("new", "opened_at = timestamptz '2026-03-01T11:50:00Z'");

        assertThat(threads(rows.toldUnacknowledged(Set.of("closed"), NOON, 2))).containsExactly("new", "old");
        assertThat(threads(rows.toldUnacknowledged(Set.of(), NOON, 1)))
                .as("the newest")
                .containsExactly("new");
    }

    private List<String> told() {
        return threads(rows.toldUnacknowledged(Set.of(), NOON, 50));
    }

    private static List<String> threads(List<RequestRow> found) {
        return found.stream().map(RequestRow::thread).toList();
    }

    private void theirs(String thread, String procedure, String role, String state) {
        put(thread, procedure, role, state, "THEIRS");
    }

    private void ours(String thread, String procedure, String role, String state) {
        put(thread, procedure, role, state, "OURS");
    }

    private void set(String thread, String what) {
        db.sql("update cooperation.request set " + what + " where thread = :thread")
                .param("thread", thread)
                .update();
    }

    private void put(String thread, String procedure, String role, String state, String turn) {
        db.sql("""
                insert into cooperation.request
                       (thread, reference, author, procedure, counterpart, our_role, subject, state, turn, opened_at,
                        changed_at, emergency, confidential, channel)
                values (:thread, :thread, 'XA-1', :procedure, 'XB-1', :role, 'mail', :state, :turn, :at, :at, true,
                        false, 'NODE')
                """)
                .param("thread", thread)
                .param("procedure", procedure)
                .param("role", role)
                .param("state", state)
                .param("turn", turn)
                .param("at", NOON.minus(Duration.ofHours(5)).atOffset(ZoneOffset.UTC))
                .update();
    }
}
