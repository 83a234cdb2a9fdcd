package org.comity.exchange.restored;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.comity.database.PracticeDatabase;
import org.comity.directory.Directory;
import org.comity.exchange.OutgoingQueue;
import org.comity.exchange.Quotas;
import org.comity.thread.JointThreads;
import org.comity.thread.Restoration;
import org.comity.thread.Restoration.Head;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A restored node keeps what a counterpart says of threads where it asked for it, and no more than a counterpart may have. */
class UnaskedHeadsTest {

    private static final Instant NOON = Instant.parse("2027-03-01T12:00:00Z");

    private static final Instant RESTORED = NOON.minus(Duration.ofHours(1));

    private final Quotas quotas = mock();
    private final Restoration restoration = mock();
    private JdbcClient db;
    private HeadRows rows;
    private ComparingRegisters comparing;

    @BeforeEach
    void restored() throws Exception {
        db = JdbcClient.create(PracticeDatabase.emptied("exchange", 71));
        rows = new HeadRows(db);
        when(restoration.closedTo(any())).thenReturn(true);
        when(restoration.last()).thenReturn(Optional.of(new Restoration.Restored(RESTORED, RESTORED)));
        when(quotas.threads("XB-1")).thenReturn(1_000L);
        comparing = new ComparingRegisters(
                restoration,
                rows,
                mock(OutgoingQueue.class),
                mock(JointThreads.class),
                mock(Directory.class),
                quotas,
                Clock.fixed(NOON, ZoneOffset.UTC));
    }

    @Test
    void what_was_not_asked_for_is_not_kept() {
        for (int i = 0; i < 200; i++) comparing.listed("XB-1", heads(i * 200, 200), false);
        comparing.listed("XB-1", heads(0, 1), true);

        assertThat(rows.count("XB-1")).isZero();
        assertThat(rows.isListed("XB-1")).isFalse();
    }

    @Test
    void one_question_has_one_answer_and_after_the_last_none_counts() {
        asked("heads/");
        comparing.listed("XB-1", heads(0, 200), false);
        assertThat(rows.count("XB-1")).isEqualTo(200);
        comparing.listed("XB-1", heads(200, 200), false);
        assertThat(rows.count("XB-1")).isEqualTo(200);

        asked("heads/" + rows.lastThread("XB-1"));
        // The first of them was told already.
        comparing.listed("XB-1", heads(100, 200), false);
        assertThat(rows.count("XB-1")).isEqualTo(300);

        asked("heads/" + rows.lastThread("XB-1"));
        comparing.listed("XB-1", List.of(), true);
        assertThat(rows.isListed("XB-1")).isTrue();
        comparing.listed("XB-1", heads(300, 200), false);
        assertThat(rows.count("XB-1")).isEqualTo(300);
    }

    @Test
    void no_more_threads_are_kept_than_a_counterpart_may_have() {
        for (int i = 0; i < 10; i++) {
            asked("heads/" + rows.lastThread("XB-1"));
            comparing.listed("XB-1", heads(i * 200, 200), false);
        }

        assertThat(rows.count("XB-1")).isEqualTo(1_000);
    }

    /** The quota is of threads that they open; ended ones and ours were told as well, and the comparison never ended. */
    @Test
    void what_is_here_already_takes_none_of_what_a_counterpart_may_open() {
        when(restoration.count("XB-1")).thenReturn(900L);
        for (int i = 0; i < 10; i++) {
            asked("heads/" + rows.lastThread("XB-1"));
            comparing.listed("XB-1", heads(i * 200, 200), false);
        }

        assertThat(rows.count("XB-1")).isEqualTo(1_800);
    }

    @Test
    void what_was_asked_before_this_restore_is_no_question_of_it() {
        asked("heads/", RESTORED.minusSeconds(1));
        comparing.listed("XB-1", List.of(), true);
        assertThat(rows.isListed("XB-1")).isFalse();

        asked("heads/", RESTORED);
        comparing.listed("XB-1", List.of(), true);
        assertThat(rows.isListed("XB-1")).isTrue();
    }

    private void asked(String subject) {
        asked(subject, NOON);
    }

    private void asked(String subject, Instant at) {
        db.sql("""
                insert into exchange.outbox (destination, action, thread, subject, status, not_before, next_attempt, created_at)
                values ('XB-1', 'RETURN', '', :subject, 'DELIVERED', :at, :at, :at)
                """)
                .param("subject", subject)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static List<Head> heads(int from, int count) {
        return IntStream.range(from, from + count)
                .mapToObj(it -> new Head("00000000-0000-4000-8000-%012d".formatted(it), 1, "0".repeat(64), List.of()))
                .toList();
    }
}
