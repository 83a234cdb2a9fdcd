package org.comity.capacity.rounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.comity.capacity.matching.ExplainedProposal;
import org.comity.capacity.matching.ReasonSentence;
import org.comity.capacity.matching.RoundSolution.PlacedUnits;
import org.comity.database.CountedStatements;
import org.comity.database.PracticeDatabase;
import org.comity.procedure.RequestRow;
import org.comity.procedure.form.ActContent;
import org.comity.vocabulary.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The desk of who keeps the list reads what a round placed once a look, however many of it wait. */
class LostPairsInOneLookTest {

    private static final Instant NOON = Instant.parse("2027-03-01T12:00:00Z");
    private static final int OFFERS = 20;

    private final ListedHelp listed = mock();
    private JdbcClient db;
    private LostPairs lost;

    @BeforeEach
    void offers_wait_of_two_rounds() throws Exception {
        db = JdbcClient.create(PracticeDatabase.emptied("capacity", 1));
        lost = new LostPairs(listed, new RoundRows(db));
        var offers = IntStream.range(0, OFFERS).mapToObj(n -> row("O-" + n)).toList();
        var said = new HashMap<String, ActsOfHelp>();
        for (int n = 0; n < OFFERS; n++) said.put("thread-O-" + n, proposed("2027-" + n % 2));
        var needs = new HashMap<String, RequestRow>();
        for (int n = 0; n < OFFERS; n++) needs.put("N-" + n, row("N-" + n));
        when(listed.waiting(anyInt())).thenReturn(offers);
        when(listed.acts(offers)).thenReturn(said);
        when(listed.needs(any())).thenReturn(needs);
        round("2027-0");
        round("2027-1");
    }

    @Test
    void a_round_is_read_once() {
        solved("2027-0", 1, true);
        solved("2027-1", 1, true);
        assertThat(lost.all(OFFERS)).hasSize(OFFERS);
        assertThat(CountedStatements.of("capacity", () -> lost.all(OFFERS))).isOne();
    }

    @Test
    void the_last_solving_of_a_round_speaks_and_only_once_it_is_approved() {
        solved("2027-0", 1, true);
        solved("2027-0", 2, false);
        solved("2027-1", 1, false);
        assertThat(lost.all(OFFERS)).isEmpty();

        solved("2027-1", 2, true);
        assertThat(lost.all(OFFERS))
                .hasSize(OFFERS / 2)
                .allMatch(it -> it.waits().reference().matches("O-[0-9]*[13579]"));
    }

    private void round(String id) {
        new RoundRows(db).open(new RoundRows.OpenedRound(id, "{}", 10, 14, "maren", NOON));
    }

    private void solved(String round, int number, boolean approved) {
        var sentence = new ReasonSentence("rounds.reason", Map.of());
        var proposals = IntStream.range(0, OFFERS)
                .mapToObj(n -> new ExplainedProposal(
                        new PlacedUnits("N-" + n, "O-" + n, 2), sentence, List.of(), List.of(), null, null, null))
                .toList();
        var rows = new RoundRows(db);
        rows.solved(new RoundRows.Solving(
                round,
                number,
                NOON,
                new byte[0],
                new RoundReasons(proposals, List.of(), List.of()).json(),
                new byte[0],
                "maren",
                null,
                null,
                null,
                null,
                ""));
        if (approved) rows.approved(round, number, new byte[0], "tolva", NOON);
    }

    private static ActsOfHelp proposed(String round) {
        return new ActsOfHelp(
                Set.of(), List.of(new ActContent("b", "propose", Map.of("round", round), NOON, Role.REQUESTED)));
    }

    private static RequestRow row(String reference) {
        var row = mock(RequestRow.class);
        when(row.thread()).thenReturn("thread-" + reference);
        when(row.law()).thenReturn("capacity-offer");
        when(row.reference()).thenReturn(reference);
        return row;
    }
}
