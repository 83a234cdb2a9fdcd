package org.comity.casework.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.Mockito.mock;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.comity.casework.NothingClosed;
import org.comity.casework.SearchIndex;
import org.comity.casework.search.SearchForTests;
import org.comity.database.PracticeDatabase;
import org.comity.ledger.Ledger;
import org.comity.procedure.RequestRow;
import org.comity.procedure.Requests;
import org.comity.vocabulary.Channel;
import org.comity.vocabulary.Role;
import org.comity.vocabulary.RuleBroken;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two authorities of one State both count from one: each request is found by its reference and who gave it. */
class SharedReferenceTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private RequestRows rows;
    private Requests requests;
    private SearchIndex index;

    @BeforeEach
    void an_empty_list() throws Exception {
        var db = JdbcClient.create(PracticeDatabase.emptied("cooperation", 3));
        rows = new RequestRows(db);
        index = SearchForTests.index(db);
        requests = new ListingRequests(
                rows,
                new WaitingRows(db),
                new RequestsOfYear(db),
                mock(NoticeRows.class),
                new ListRows(db),
                new ListByWords(new ListRows(db), rows, SearchForTests.search(db)),
                new NothingClosed(),
                mock(Ledger.class),
                mock(ApplicationEventPublisher.class),
                Clock.systemUTC());
    }

    @Test
    void the_second_authority_with_the_same_number_is_kept_and_both_are_addressed() {
        var first = put("XB-2026-000017", "XB-1");
        assertThat(requests.find("XB-2026-000017")).hasValueSatisfying(it -> {
            assertThat(it.address()).isEqualTo("XB-2026-000017");
            assertThat(it.named()).isEqualTo("XB-2026-000017");
        });

        var second = put("XB-2026-000017", "XB-2");

        assertThatExceptionOfType(RuleBroken.class)
                .isThrownBy(() -> requests.find("XB-2026-000017"))
                .satisfies(it -> assertThat(it.code()).isEqualTo("request.shared-reference"));
        assertThat(requests.find("XB-1/XB-2026-000017"))
                .hasValueSatisfying(it -> assertThat(it.thread()).isEqualTo(first));
        assertThat(requests.find("XB-2026-000017 (XB-2)")).hasValueSatisfying(it -> {
            assertThat(it.thread()).isEqualTo(second);
            assertThat(it.address()).isEqualTo("XB-2/XB-2026-000017");
            assertThat(it.named()).isEqualTo("XB-2026-000017 (XB-2)");
        });
        assertThat(requests.find("XB-3/XB-2026-000017")).isEmpty();
        assertThat(requests.list(searching("xb-2026-000017"), null, 50).rows())
                .extracting(RequestRow::thread)
                .containsExactlyInAnyOrder(first, second);
    }

    @Test
    void one_authority_gives_a_number_once() {
        put("XB-2026-000018", "XB-1");

        assertThatExceptionOfType(DuplicateKeyException.class).isThrownBy(() -> put("XB-2026-000018", "XB-1"));
    }

    @Test
    void the_one_of_the_two_is_taken_and_no_other() {
        var first = put("XB-2026-000019", "XB-1");
        var second = put("XB-2026-000019", "XB-2");

        requests.own("XB-2/XB-2026-000019", "maren", null);

        assertThat(requests.ofThreads(List.of(first, second)))
                .filteredOn(it -> "maren".equals(it.owner()))
                .extracting(RequestRow::thread)
                .containsExactly(second);
    }

    private static Requests.Filter searching(String text) {
        return new Requests.Filter(Requests.View.ALL, null, List.of(), null, null, null, text, NOON);
    }

    private String put(String reference, String author) {
        var thread = UUID.randomUUID().toString();
        var row = new RequestRow(
                thread,
                reference,
                "preservation/1",
                author,
                Role.REQUESTED,
                "mail",
                "Requested",
                null,
                RequestRow.Turn.OURS,
                null,
                NOON,
                NOON,
                null,
                false,
                false,
                false,
                Channel.NODE,
                null,
                null,
                false,
                "",
                "",
                null,
                Map.of("en", "mail"),
                author,
                false,
                false,
                NOON,
                null,
                false);
        rows.put(row);
        index.listed(row);
        return thread;
    }
}
