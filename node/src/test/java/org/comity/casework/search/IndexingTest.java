package org.comity.casework.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.comity.casework.CheckWords;
import org.comity.casework.Compartments;
import org.comity.casework.DomesticFile;
import org.comity.casework.Search.Hit;
import org.comity.casework.Search.Kind;
import org.comity.casework.WorkingMessages;
import org.comity.casework.WorkingMessages.Message;
import org.comity.database.PracticeDatabase;
import org.comity.evidence.ItemsOfThread;
import org.comity.procedure.RequestRow;
import org.comity.procedure.Requests;
import org.comity.thread.Threads;
import org.comity.vocabulary.Duty;
import org.comity.vocabulary.Official;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What the search can't take in undoes nothing that was done, and holds up nothing that comes after it. */
class IndexingTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    /** No database keeps it. */
    private static final String REFUSED = "\0";

    private JdbcClient db;
    private SearchRows rows;
    private Indexing index;
    private TransactionTemplate transaction;

    @BeforeEach
    void an_empty_list() throws Exception {
        var source = PracticeDatabase.emptied("cooperation", 4);
        var transactions = new JdbcTransactionManager(source);
        db = JdbcClient.create(source);
        rows = new SearchRows(db);
        index = new Indexing(new IndexWriting(rows), rows, transactions);
        transaction = new TransactionTemplate(transactions);
    }

    @Test
    void what_cannot_be_taken_in_undoes_nothing_and_waits_for_the_next_start() {
        request("a", true);
        transaction.executeWithoutResult(it -> {
            db.sql("update cooperation.request set subject = 'done' where thread = 'a'")
                    .update();
            index.said("a", Kind.MESSAGE, REFUSED, NOON, "Call us.", List.of());
        });

        assertThat(db.sql("select subject from cooperation.request")
                        .query(String.class)
                        .single())
                .isEqualTo("done");
        assertThat(rows.notSearchable("")).containsExactly("a");

        transaction.executeWithoutResult(
                it -> index.said("a", Kind.MESSAGE, "1", NOON, "Call from ::ffff:203.0.113.0/120.", List.of()));
        assertThat(rows.words("'call'", 9, Set.of())).extracting(Hit::thread).containsExactly("a");
        assertThat(rows.ranges("203.0.113.9", 9, Set.of()))
                .extracting(Hit::thread)
                .containsExactly("a");
    }

    @Test
    void a_request_that_cannot_be_taken_in_holds_up_none_after_it() {
        for (int i = 100; i < 160; i++) request("t" + i, false);
        var messages = mock(WorkingMessages.class);
        says(messages, "t101", new Message("t101", REFUSED, "Call Ferro.", NOON, false));
        says(messages, "t159", new Message("t159", "XB-1", "Call Ferro.", NOON, false));
        var threads = mock(Threads.class);
        when(threads.everyAct(any())).thenAnswer(it -> Stream.empty());
        when(threads.everyAct("t100")).thenThrow(new IllegalStateException("not readable"));

        new IndexingPast(
                        rows,
                        new IndexWriting(rows),
                        mock(Requests.class),
                        threads,
                        messages,
                        mock(DomesticFile.class),
                        mock(ItemsOfThread.class),
                        transaction)
                .all();

        assertThat(rows.notSearchable("")).containsExactly("t100", "t101");
        assertThat(rows.words("'ferro'", 9, Set.of())).extracting(Hit::thread).containsExactly("t159");
    }

    /** They were left out behind the bound, and took the place of what may be read. */
    @Test
    void places_of_a_closed_request_take_no_place_of_others() {
        request("open", true);
        request("closed", true);
        index.said("open", Kind.MESSAGE, "1", NOON, "Call Ferro.", List.of("ferro-z.pdf"));
        for (int i = 10; i < 70; i++) {
            index.said("closed", Kind.MESSAGE, "" + i, NOON.plusSeconds(i), "Ferro.", List.of("ferro-" + i + ".pdf"));
        }
        var compartments = mock(Compartments.class);
        when(compartments.hiddenFrom("tolva")).thenReturn(Set.of("closed"));
        var search = new Searching(rows, new NarrowingRows(db), compartments, mock(CheckWords.class));
        var tolva = new Official("tolva", "E. Tolva", "XA-1/o-2", Set.of(Duty.LAWYER));

        for (var typed : List.of("Ferro", "ferro-")) {
            var found = Objects.requireNonNull(transaction.execute(it -> search.find(typed, tolva)));
            assertThat(found.hits())
                    .as(typed)
                    .isNotEmpty()
                    .allMatch(it -> it.thread().equals("open"));
            assertThat(found.more()).as(typed).isFalse();
        }
        assertThat(rows.words("'ferro'", 51, Set.of())).hasSize(51);
    }

    @Test
    void a_corrected_number_is_found_and_what_it_was_before_no_more() {
        index.listed(row("26-1188"));
        index.said("a", Kind.DOMESTIC, "1", NOON, "stays", List.of("26-1188.pdf"));
        index.listed(row("26-1199"));

        assertThat(rows.beginning("26-1188", List.of(Kind.REFERENCE), 9, Set.of()))
                .isEmpty();
        assertThat(rows.beginning("26-1199", List.of(Kind.REFERENCE), 9, Set.of()))
                .isNotEmpty();
        assertThat(rows.beginning("xb-2026", List.of(Kind.REFERENCE), 9, Set.of()))
                .isNotEmpty();
        assertThat(rows.beginning("26-1188", List.of(Kind.FILE), 9, Set.of())).hasSize(1);
    }

    private static void says(WorkingMessages messages, String thread, Message message) {
        doAnswer(it -> {
                    it.<Consumer<Message>>getArgument(1).accept(message);
                    return null;
                })
                .when(messages)
                .every(eq(thread), any());
    }

    private static RequestRow row(String ourCase) {
        var row = mock(RequestRow.class);
        when(row.thread()).thenReturn("a");
        when(row.reference()).thenReturn("XB-2026-000017");
        when(row.ourCase()).thenReturn(ourCase);
        when(row.theirCase()).thenReturn("");
        when(row.subject()).thenReturn("");
        when(row.subjects()).thenReturn(Map.of());
        when(row.openedAt()).thenReturn(NOON);
        return row;
    }

    private void request(String thread, boolean searchable) {
        db.sql("""
                insert into cooperation.request
                       (thread, reference, procedure, counterpart, our_role, subject, state, turn, opened_at, changed_at, emergency,
                        confidential, channel, author, searchable)
                values (:thread, :thread, 'preservation/1', 'XC-1', 'requested', '', 'Asked', 'OURS', :at, :at, false,
                       false, 'NODE', 'XC-1', :searchable)
                """)
                .param("thread", thread)
                .param("at", NOON.atOffset(java.time.ZoneOffset.UTC))
                .param("searchable", searchable)
                .update();
    }
}
