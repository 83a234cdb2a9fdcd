package org.comity.casework.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.comity.database.PracticeDatabase;
import org.comity.directory.Directory;
import org.comity.directory.Participant;
import org.comity.ledger.Ledger;
import org.comity.procedure.RequestRow;
import org.comity.proof.Verdict;
import org.comity.proof.Verdict.Result;
import org.comity.thread.Threads;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the page says when the program itself fails: neither that the record holds, nor that it does not. */
class CheckingRecordTest {

    private static final String WORDS = words();

    private final Threads threads = mock(Threads.class);
    private final Directory directory = mock(Directory.class);
    private final RequestRow row = mock(RequestRow.class);

    @BeforeEach
    void aRequest() {
        var thread = mock(Threads.Thread.class);
        var other = mock(Participant.class);
        when(row.thread()).thenReturn("thread");
        when(row.counterpart()).thenReturn("XB-1");
        when(directory.get("XB-1")).thenReturn(other);
        when(threads.find("thread")).thenReturn(Optional.of(thread));
    }

    private static String words() {
        try (var english = CheckingRecordTest.class.getResourceAsStream("/messages/requests_en.properties")) {
            return new String(english.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final Verdict SOUND = new Verdict(
            List.of(new Verdict.Check("entry 1", "signature", Verdict.Outcome.HELD, "It is the keeper's.")),
            null,
            null,
            null);

    @Test
    void the_page_says_what_the_command_says() {
        assertThat(record(false, true, SOUND).result()).isEqualTo(Result.HOLDS);
        assertThat(record(true, true, SOUND).result()).isEqualTo(Result.KEEPER_ALONE);
        assertThat(record(false, true, null).result()).isEqualTo(Result.HOLDS_EXCEPT_DELETED);
        assertThat(record(true, true, null).result())
                .as("as the command weighs them")
                .isEqualTo(Result.KEEPER_ALONE);
        assertThat(record(true, false, SOUND).result()).isEqualTo(Result.DOES_NOT_HOLD);
        for (var said : Result.values()) {
            // The page checks by the directory, which names keepers and authors.
            if (said == Result.KEEPER_UNKNOWN || said == Result.AUTHOR_UNKNOWN) continue;
            var key = "requests.record." + said.name().toLowerCase(Locale.ROOT).replace('_', '-');
            assertThat(WORDS).as("words for it").contains(key + " = ");
        }
    }

    private FullRecordView record(boolean alone, boolean foldsAgain, @Nullable Verdict seal) {
        var line = new FullRecordView.Line(
                1L,
                "act",
                "request",
                "XA-1",
                Instant.EPOCH,
                null,
                false,
                false,
                "effective",
                null,
                "hash",
                null,
                seal,
                null,
                List.of());
        return new FullRecordView(
                row,
                mock(Participant.class),
                mock(Participant.class),
                SOUND,
                alone,
                foldsAgain,
                List.of(),
                ActRange.from(0, 1),
                List.of(line),
                null);
    }

    @Test
    void a_signature_that_failed_is_forgotten_with_its_act_and_with_its_request() throws Exception {
        var rows = new FailedSealRows(JdbcClient.create(PracticeDatabase.emptied("cooperation", 1)));
        var acts = List.of("one", "two", "three");
        rows.checked("thread", acts, acts, Instant.EPOCH);
        rows.checked("other", List.of("four"), List.of("four"), Instant.EPOCH);
        var one = mock(Threads.KeptAct.class);
        when(one.id()).thenReturn("one");

        rows.forgetting(one);
        assertThat(rows.of("thread", acts)).containsExactlyInAnyOrder("two", "three");
        rows.forgetting("thread");
        assertThat(rows.of("thread", acts)).isEmpty();
        assertThat(rows.of("other", List.of("four"))).containsExactly("four");
    }

    @Test
    void a_fault_of_the_fold_is_said_and_is_no_error_page() {
        when(threads.keepers("thread")).thenThrow(new IllegalStateException("assistance/1: no case [true]"));

        var view = new CheckingRecord(
                        threads, directory, mock(Ledger.class), mock(FailedSealRows.class), Clock.systemUTC())
                .check(row, 0, null);

        assertThat(view.checked()).isFalse();
        assertThat(view.result()).isNull();
        assertThat(view.said()).isEqualTo("fault");
        assertThat(view.failed()).isEqualTo(List.of());
    }
}
