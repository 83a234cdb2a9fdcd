package org.comity.casework.requests;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.comity.casework.Search;
import org.comity.casework.requests.ListRows.Asked;
import org.comity.procedure.RequestRow;
import org.comity.procedure.Requests.Page;
import org.springframework.stereotype.Component;

/**
 * Narrows the list by words. Words that very many requests hold are found by looking through the list from its beginning, which
 * soon fills a page; words that few hold are found in the index of words. So neither reads more because there are more requests.
 */
@Component
class ListByWords {

    /** Requests that are looked through at a time. */
    static final int AT_A_TIME = 500;

    /** After so many a page ends, whatever was found, and leads on. */
    static final int MOST_LOOKS = 20;

    /** Places of which each is followed to its request. */
    static final int FEW = 2_000;

    private final ListRows rows;
    private final RequestRows requests;
    private final Search search;

    ListByWords(ListRows rows, RequestRows requests, Search search) {
        this.rows = rows;
        this.requests = requests;
        this.search = search;
    }

    Page list(Asked asked, String text, int limit) {
        var found = new ArrayList<ListCursor>();
        var from = asked;
        for (int look = 0; look < MOST_LOOKS; look++) {
            var places = rows.places(from, AT_A_TIME);
            var among = search.among(places.stream().map(ListCursor::thread).toList(), text);
            places.stream().filter(it -> among.contains(it.thread())).forEach(found::add);
            if (found.size() > limit) {
                return new Page(
                        rows(found.subList(0, limit)), found.get(limit - 1).text());
            }
            if (places.size() < AT_A_TIME) {
                return new Page(rows(found), null);
            }
            if (look == 0) {
                var few = search.threads(text, FEW);
                if (few.isPresent()) {
                    return ofFew(asked, few.get(), limit);
                }
            }
            from = asked.from(places.getLast());
        }
        return new Page(rows(found), Objects.requireNonNull(from.after()).text());
    }

    private Page ofFew(Asked asked, Set<String> among, int limit) {
        var found = among.isEmpty() ? List.<RequestRow>of() : rows.rows(asked, among, limit + 1);
        return ListCursor.page(found, limit, asked.order());
    }

    /** In the order of the list; without what was deleted meanwhile. */
    private List<RequestRow> rows(List<ListCursor> found) {
        if (found.isEmpty()) {
            return List.of();
        }
        var places = new HashMap<String, Integer>();
        found.forEach(it -> places.put(it.thread(), places.size()));
        return requests.ofThreads(places.keySet()).stream()
                .sorted(Comparator.comparing((RequestRow it) -> places.get(it.thread())))
                .toList();
    }
}
