package org.comity.casework.requests;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.comity.casework.Search;
import org.comity.casework.requests.ListRows.Asked;
import org.comity.procedure.RequestRow;
import org.comity.procedure.Requests;
import org.comity.procedure.Requests.View;
import org.junit.jupiter.api.Test;

/** A list that words narrow reads as much of many requests as of few, and leaves none out. */
class ListByWordsTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final int OPEN = 30_000;
    private static final Asked ASKED =
            new Asked(Requests.Filter.of(View.ALL, NOON), Set.of(), Requests.Order.NEWEST, null);

    private final ListRows rows = mock(ListRows.class);
    private final RequestRows requests = mock(RequestRows.class);
    private final Search search = mock(Search.class);
    private final ListByWords byWords = new ListByWords(rows, requests, search);

    @Test
    void of_words_that_all_requests_have_the_first_look_fills_the_page() {
        saidIn(it -> true);

        var page = byWords.list(ASKED, "letters", 50);

        assertThat(numbers(page.rows()))
                .isEqualTo(IntStream.range(0, 50).boxed().toList());
        verify(rows, times(1)).places(any(), anyInt());
        verify(search, never()).threads(anyString(), anyInt());
        var next = byWords.list(ASKED.from(ListCursor.read(page.cursor())), "letters", 50);
        assertThat(numbers(next.rows()))
                .isEqualTo(IntStream.range(50, 100).boxed().toList());
    }

    @Test
    void words_that_few_requests_have_are_followed_from_the_index_of_words() {
        saidIn(it -> it % 10_000 == 9_999);

        var page = byWords.list(ASKED, "letters", 2);

        assertThat(numbers(page.rows())).containsExactly(9_999, 19_999);
        assertThat(numbers(byWords.list(ASKED.from(ListCursor.read(page.cursor())), "letters", 2)
                        .rows()))
                .containsExactly(29_999);
        verify(rows, times(2)).places(any(), anyInt());
    }

    @Test
    void words_in_between_are_looked_for_further_down_the_list() {
        saidIn(it -> it % 12 == 11);

        var all = new ArrayList<RequestRow>();
        var page = byWords.list(ASKED, "letters", 50);
        all.addAll(page.rows());
        while (page.cursor() != null) {
            page = byWords.list(ASKED.from(ListCursor.read(page.cursor())), "letters", 50);
            all.addAll(page.rows());
        }

        assertThat(numbers(all))
                .isEqualTo(IntStream.range(0, OPEN)
                        .filter(it -> it % 12 == 11)
                        .boxed()
                        .toList());
    }

    @Test
    void a_page_ends_after_so_many_looks_and_leads_on() {
        int last = OPEN - 2_500;
        saidIn(it -> it >= last);

        var first = byWords.list(ASKED, "letters", 50);

        assertThat(first.rows()).isEmpty();
        verify(rows, times(ListByWords.MOST_LOOKS)).places(any(), anyInt());
        var second = byWords.list(ASKED.from(ListCursor.read(first.cursor())), "letters", 50);
        assertThat(second.rows()).isEmpty();
        var third = byWords.list(ASKED.from(ListCursor.read(second.cursor())), "letters", 50);
        assertThat(numbers(third.rows()).getFirst()).isEqualTo(last);
    }

    /** Between two questions a request may be deleted for good: the page goes on without it. */
    @Test
    void what_was_deleted_meanwhile_is_left_out_and_the_list_leads_on() {
        saidIn(it -> true);
        doReturn(List.of()).when(requests).ofThreads(any());

        var page = byWords.list(ASKED, "letters", 50);

        assertThat(page.rows()).isEmpty();
        assertThat(page.cursor()).isNotNull();
    }

    /** A list of so many, and the places of a word among them. */
    private void saidIn(IntPredicate said) {
        when(rows.places(any(), anyInt()))
                .thenAnswer(it -> after(it.getArgument(0), _ -> true)
                        .limit((int) it.getArgument(1))
                        .mapToObj(n -> new ListCursor(false, null, NOON.minusSeconds(n), Integer.toString(n)))
                        .toList());
        when(rows.rows(any(), any(), anyInt())).thenAnswer(it -> {
            Collection<String> among = it.getArgument(1);
            return after(it.getArgument(0), n -> among.contains(Integer.toString(n)))
                    .limit((int) it.getArgument(2))
                    .mapToObj(n -> row(Integer.toString(n)))
                    .toList();
        });
        when(requests.ofThreads(any())).thenAnswer(it -> {
            Collection<String> asked = it.getArgument(0);
            return new TreeSet<>(asked).stream().map(ListByWordsTest::row).toList();
        });
        when(search.among(any(), anyString())).thenAnswer(it -> {
            Collection<String> asked = it.getArgument(0);
            return asked.stream().filter(n -> said.test(Integer.parseInt(n))).collect(toSet());
        });
        var all = IntStream.range(0, OPEN)
                .filter(said)
                .mapToObj(Integer::toString)
                .collect(toCollection(TreeSet::new));
        when(search.threads(anyString(), anyInt()))
                .thenAnswer(it -> all.size() > (int) it.getArgument(1) ? Optional.empty() : Optional.of(all));
    }

    private static IntStream after(Asked asked, IntPredicate among) {
        int from = asked.after() == null ? 0 : Integer.parseInt(asked.after().thread()) + 1;
        return IntStream.range(from, OPEN).filter(among);
    }

    private static RequestRow row(String thread) {
        var row = mock(RequestRow.class);
        when(row.thread()).thenReturn(thread);
        when(row.openedAt()).thenReturn(NOON.minusSeconds(Integer.parseInt(thread)));
        return row;
    }

    private static List<Integer> numbers(List<RequestRow> rows) {
        return rows.stream().map(it -> Integer.parseInt(it.thread())).toList();
    }
}
