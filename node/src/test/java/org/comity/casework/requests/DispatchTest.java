package org.comity.casework.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.comity.casework.Compartments;
import org.comity.casework.search.SearchForTests;
import org.comity.database.PracticeDatabase;
import org.comity.database.WaitingForLock;
import org.comity.directory.Directory;
import org.comity.directory.Participant;
import org.comity.ledger.Ledger;
import org.comity.procedure.Dispatch;
import org.comity.procedure.Procedures;
import org.comity.procedure.RequestRow;
import org.comity.procedure.RequestRow.Turn;
import org.comity.procedure.Requests;
import org.comity.procedure.Requests.View;
import org.comity.thread.Threads;
import org.comity.ui.LivePages;
import org.comity.vocabulary.Channel;
import org.comity.vocabulary.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A letter is ours to post until it was posted, whosever turn it is; and it is not received before. */
class DispatchTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final LocalDate DAY = LocalDate.parse("2026-11-24");

    private DataSource source;
    private JdbcClient db;
    private RequestRows rows;
    private DispatchRows letters;
    private Requests requests;

    @BeforeEach
    void an_empty_list() throws Exception {
        source = PracticeDatabase.emptied("cooperation", 3);
        db = JdbcClient.create(source);
        rows = new RequestRows(db);
        letters = new DispatchRows(db);
        requests = new ListingRequests(
                rows,
                new WaitingRows(db),
                new RequestsOfYear(db),
                mock(NoticeRows.class),
                new ListRows(db),
                new ListByWords(new ListRows(db), rows, SearchForTests.search(db)),
                mock(Compartments.class),
                mock(Ledger.class),
                mock(ApplicationEventPublisher.class),
                Clock.systemUTC());
    }

    @Test
    void a_ready_letter_stands_among_what_is_ours_in_the_order_of_what_is_due() {
        rows.put(request("waits", Turn.THEIRS, null));
        rows.put(request("sooner", Turn.OURS, NOON.plus(Duration.ofHours(1))));
        rows.put(request("later", Turn.OURS, NOON.plus(Duration.ofHours(9))));
        letters.ready("waits", "a1", NOON, NOON.plus(Duration.ofHours(6)));

        assertThat(listed(View.OURS_TO_ACT)).containsExactly("sooner", "waits", "later");
        assertThat(listed(View.WAITING)).isEmpty();
        assertThat(rows.count(View.OURS_TO_ACT, null, Set.of(), NOON)).isEqualTo(3);
        var row = requests.ofThread("waits").orElseThrow();
        assertThat(row.shown()).isEqualTo("LetterReady");
        assertThat(row.ourTurnSince()).isEqualTo(NOON);
        assertThat(row.dueBy()).isEqualTo(NOON.plus(Duration.ofHours(6)));
        var first = requests.list(Requests.Filter.of(View.OURS_TO_ACT, NOON), null, 2);
        assertThat(requests.list(Requests.Filter.of(View.OURS_TO_ACT, NOON), first.cursor(), 2)
                        .rows())
                .extracting(RequestRow::thread)
                .containsExactly("later");
    }

    @Test
    void posted_then_received_and_each_once() {
        rows.put(request("t", Turn.THEIRS, null));
        letters.ready("t", "a1", NOON, NOON.plus(Duration.ofHours(6)));

        letters.received("t", "a1", DAY, "maren", NOON);
        assertThat(letter().stage()).as("it has not left").isEqualTo(Dispatch.Stage.READY);

        letters.posted("t", "a1", Channel.BAG, DAY, "118", "maren", NOON);
        letters.posted("t", "a1", Channel.MAIL, DAY.plusDays(1), "", "tolva", NOON);
        assertThat(letter().stage()).isEqualTo(Dispatch.Stage.POSTED);
        assertThat(letter().channel()).as("the first way counts").isEqualTo(Channel.BAG);
        assertThat(letter().number()).isEqualTo("118");
        assertThat(letter().official()).isEqualTo("maren");
        assertThat(listed(View.WAITING)).containsExactly("t");
        assertThat(requests.ofThread("t").orElseThrow().shown()).isEqualTo("Posted");

        assertThat(letters.received("t", "a1", DAY.plusDays(3), "a2", NOON)).isTrue();
        assertThat(letters.received("t", "a1", DAY.plusDays(9), "a3", NOON)).isFalse();
        assertThat(letter().receivedOn()).isEqualTo(DAY.plusDays(3));
        assertThat(requests.ofThread("t").orElseThrow().shown()).isEqualTo("Requested");
    }

    @Test
    void a_letter_keeps_the_number_of_theirs_with_which_it_left() {
        rows.put(request("t", Turn.THEIRS, null));
        letters.ready("t", "a1", NOON, NOON);
        letters.ready("t", "a2", NOON, NOON);
        var numbers = new TheirNumberRows(db);
        numbers.correct("t", "MJ/1", NOON);
        letters.posted("t", "a1", Channel.BAG, DAY, "118", "maren", NOON);
        numbers.correct("t", "MJ/2", NOON);
        letters.seatTaken("XD-1", NOON);
        numbers.correct("t", "MJ/3", NOON);

        assertThat(letters.of("t")).extracting(Dispatch::theirCase).containsExactly("MJ/1", "MJ/2");
        letters.notLeft("t", "a1", NOON);
        assertThat(letters.ofAct("t", "a1").orElseThrow().theirCase()).isNull();
    }

    @Test
    void what_stands_at_a_seat_was_posted_by_nobody_in_lists_and_figures() {
        rows.put(request("t", Turn.THEIRS, null));
        letters.atSeat("t", "a1", NOON);

        assertThat(requests.ofThread("t").orElseThrow().shown()).isEqualTo("AtSeat");
        assertThat(requests.figures(2026, "maren"))
                .extracting(Requests.Figure::state)
                .containsExactly("AtSeat");

        assertThat(letters.openedAtSeat("t", DAY, "ilen", NOON)).isTrue();
        assertThat(requests.ofThread("t").orElseThrow().shown()).isEqualTo("Requested");
        assertThat(requests.figures(2026, "maren"))
                .extracting(Requests.Figure::state)
                .containsExactly("Requested");
    }

    /** Whoever registers an act of the request holds its row and then takes the letter's: opening it at the seat waits before both. */
    @Test
    void opening_at_a_seat_takes_the_request_before_its_letter() throws Exception {
        rows.put(request("t", Turn.THEIRS, null));
        letters.atSeat("t", "a1", NOON);
        var one = new TransactionTemplate(new JdbcTransactionManager(source));
        var first = JdbcClient.create(source);
        try (var other = Executors.newSingleThreadExecutor()) {
            var opened = one.execute(_ -> {
                first.sql("select 1 from cooperation.request where thread = 't' for update")
                        .query(Integer.class)
                        .single();
                var waits = other.submit(() -> new TransactionTemplate(new JdbcTransactionManager(source))
                        .executeWithoutResult(
                                _ -> dispatching(JdbcClient.create(source)).openedAtSeat("t", "ilen")));
                await().until(() -> waits.isDone() || WaitingForLock.anybody(db));
                assertThat(new DispatchRows(first).received("t", "a1", DAY, "a2", NOON))
                        .isTrue();
                return waits;
            });

            Objects.requireNonNull(opened).get();
            assertThat(db.sql("select received_by from cooperation.dispatch")
                            .query(String.class)
                            .single())
                    .as("received by the act")
                    .isEqualTo("a2");
        }
    }

    private static LetterDispatching dispatching(JdbcClient db) {
        return new LetterDispatching(
                new DispatchRows(db),
                new RequestRows(db),
                mock(FoldingWithoutLetters.class),
                mock(Threads.class),
                mock(Procedures.class),
                mock(LivePages.class),
                mock(OurAims.class),
                Clock.fixed(NOON, ZoneOffset.UTC));
    }

    @Test
    void whatever_programs_are_told_of_a_request_moves_it_among_the_changes() {
        var notices = new NoticeRows(db);
        var steps = List.<Consumer<Instant>>of(
                at -> letters.ready("t", "a1", at, at),
                at -> letters.posted("t", "a1", Channel.BAG, DAY, "118", "maren", at),
                at -> letters.received("t", "a1", DAY, "maren", at),
                at -> new GivenRows(db).give("t", "ilen", "maren", at),
                at -> rows.owner("t", "maren", at),
                at -> notices.unsent("t", "a2", "oversized", at),
                at -> notices.arrived("t", "a2", at),
                at -> notices.tell("t", "disputed", true, at));
        rows.put(request("t", Turn.THEIRS, null));

        for (int n = 1; n <= steps.size(); n++) {
            var at = NOON.plus(Duration.ofHours(n));
            steps.get(n - 1).accept(at);
            assertThat(requests.ofThread("t").orElseThrow().changedAt())
                    .as("step " + n)
                    .isEqualTo(at);
        }
        letters.ready("t", "a3", NOON, NOON);
        assertThat(requests.ofThread("t").orElseThrow().changedAt()).isAfter(NOON);
    }

    @Test
    void what_will_not_be_posted_waits_no_longer_and_may_have_left_all_the_same() {
        rows.put(request("t", Turn.NOBODY, null));
        letters.ready("t", "a1", NOON, NOON);
        letters.ready("t", "a2", NOON.plusSeconds(60), NOON);

        letters.notPosted("t", List.of("a1"), "no need", "maren", NOON);
        assertThat(letter().act()).isEqualTo("a2");
        letters.notPosted("t", List.of("a1", "a2"), "why", "tolva", NOON);

        assertThat(letter()).isNull();
        assertThat(listed(View.OURS_TO_ACT)).isEmpty();
        assertThat(letters.of("t")).extracting(Dispatch::stage).containsOnly(Dispatch.Stage.NOT_POSTED);
        assertThat(letters.of("t")).extracting(Dispatch::notPostedWhy).containsExactly("no need", "why");

        letters.posted("t", "a1", Channel.BAG, DAY, "118", "maren", NOON);
        assertThat(letter().stage()).isEqualTo(Dispatch.Stage.POSTED);
    }

    @Test
    void what_waits_for_a_state_that_has_a_node_since_leaves_the_desk() {
        rows.put(request("t", Turn.THEIRS, null));
        letters.ready("t", "a1", NOON, NOON);
        letters.posted("t", "a1", Channel.BAG, DAY, "118", "maren", NOON);
        letters.ready("t", "a2", NOON, NOON);
        var there = mock(Participant.class);
        var directory = mock(Directory.class);
        when(directory.get("XD-1")).thenReturn(there);
        var threads = mock(Threads.class);
        var ledger = mock(Ledger.class);
        when(threads.find("t")).thenReturn(Optional.of(thread(false)));
        var turn = lettersOfNodes(directory, threads, ledger);

        turn.turn();
        assertThat(listed(View.OURS_TO_ACT)).containsExactly("t");
        when(there.hasNode()).thenReturn(true);
        when(threads.find("t")).thenReturn(Optional.of(thread(true)));
        turn.turn();
        assertThat(listed(View.OURS_TO_ACT)).as("it began between nodes").containsExactly("t");
        verifyNoInteractions(ledger);
        when(threads.find("t")).thenReturn(Optional.of(thread(false)));
        turn.turn();
        turn.turn();
        verify(ledger).record(null, "letter.not-posted", "t", Map.of("was", "", "now", "1"));

        assertThat(listed(View.OURS_TO_ACT)).isEmpty();
        assertThat(letter().act()).as("what left").isEqualTo("a1");
        assertThat(letters.of("t"))
                .extracting(Dispatch::stage)
                .containsExactly(Dispatch.Stage.POSTED, Dispatch.Stage.NOT_POSTED);
    }

    @Test
    void a_letter_leaves_the_desk_with_its_line_in_the_log_or_not_at_all_and_keeps_no_other_there() {
        var there = mock(Participant.class);
        when(there.hasNode()).thenReturn(true);
        var directory = mock(Directory.class);
        when(directory.get("XD-1")).thenReturn(there);
        var threads = mock(Threads.class);
        for (var thread : List.of("t", "u", "v")) {
            rows.put(request(thread, Turn.THEIRS, null));
            letters.ready(thread, "a-" + thread, NOON, NOON);
            when(threads.find(thread)).thenReturn(Optional.of(thread(thread, false)));
        }
        var ledger = mock(Ledger.class);
        doThrow(new IllegalStateException("killed")).when(ledger).record(any(), any(), eq("t"), any());
        doThrow(new IllegalStateException("killed")).when(ledger).record(any(), any(), eq("v"), any());

        lettersOfNodes(directory, threads, ledger).turn();

        assertThat(listed(View.OURS_TO_ACT)).containsExactlyInAnyOrder("t", "v");
        assertThat(letters.of("t")).extracting(Dispatch::stage).containsExactly(Dispatch.Stage.READY);
        assertThat(letters.of("u")).extracting(Dispatch::stage).containsExactly(Dispatch.Stage.NOT_POSTED);
    }

    private LettersOfNodes lettersOfNodes(Directory directory, Threads threads, Ledger ledger) {
        return new LettersOfNodes(
                letters,
                directory,
                threads,
                ledger,
                mock(LivePages.class),
                new TransactionTemplate(new JdbcTransactionManager(source)),
                Clock.systemUTC());
    }

    @Test
    void the_list_speaks_of_the_letter_that_waits_however_many_have_left() {
        rows.put(request("t", Turn.THEIRS, null));
        letters.ready("t", "a1", NOON, NOON);
        letters.posted("t", "a1", Channel.BAG, DAY, "118", "maren", NOON);
        letters.ready("t", "a2", NOON.plusSeconds(60), NOON);

        assertThat(letter().act()).isEqualTo("a2");
        assertThat(listed(View.OURS_TO_ACT)).containsExactly("t");

        letters.posted("t", "a2", Channel.BAG, DAY, "119", "maren", NOON);
        assertThat(letter().number()).isEqualTo("119");
        assertThat(listed(View.OURS_TO_ACT)).isEmpty();
    }

    @Test
    void the_newest_letters_are_found_and_whatever_waits_however_many_there_are() {
        rows.put(request("t", Turn.THEIRS, null));
        for (int n = 0; n < 203; n++) {
            var act = "a%03d".formatted(n);
            letters.ready("t", act, NOON.plusSeconds(n), NOON);
            if (n > 0) {
                letters.posted("t", act, Channel.BAG, DAY, "", "maren", NOON);
            }
        }

        var found = letters.of("t").stream().map(Dispatch::act).toList();

        assertThat(found)
                .hasSize(201)
                .startsWith("a000", "a003", "a004")
                .endsWith("a202")
                .isSorted();
        assertThat(letters.ofAct("t", "a001")).as("beyond them").isPresent();
        assertThat(letters.ofAct("other", "a001")).isEmpty();
    }

    @Test
    void our_turn_goes_on_whatever_is_said_meanwhile() {
        var mine = request("t", Turn.OURS, NOON);
        assertThat(mine.ourTurnSince()).isEqualTo(NOON);
        rows.put(mine);
        assertThat(requests.ofThread("t").orElseThrow().turnSince()).isEqualTo(NOON);
    }

    private static Threads.Thread thread(boolean byWire) {
        return thread("t", byWire);
    }

    private static Threads.Thread thread(String id, boolean byWire) {
        return new Threads.Thread(
                id, "preservation/1", "XA-2026-t", "XD-1", Role.REQUESTING, !byWire, byWire, null, 1, null, NOON, NOON);
    }

    private Dispatch letter() {
        return requests.ofThread("t").orElseThrow().dispatch();
    }

    private List<String> listed(View view) {
        return requests.list(Requests.Filter.of(view, NOON), null, 50).rows().stream()
                .map(RequestRow::thread)
                .toList();
    }

    private static RequestRow request(String thread, Turn turn, Instant due) {
        return new RequestRow(
                thread,
                "XA-2026-" + thread,
                "preservation/1",
                "XD-1",
                Role.REQUESTING,
                "logs",
                "Requested",
                null,
                turn,
                null,
                NOON,
                NOON.plusSeconds(30),
                due,
                false,
                false,
                false,
                Channel.BAG,
                null,
                null,
                false,
                "",
                "",
                null,
                Map.of("en", "logs"),
                "XA-1",
                false,
                false,
                turn == Turn.OURS ? NOON : null,
                null,
                false);
    }
}
