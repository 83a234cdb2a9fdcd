package org.comity.cooperation.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.comity.cooperation.RequestRow;
import org.comity.cooperation.Requests;
import org.comity.cooperation.SameIdentifiers;
import org.comity.cooperation.search.SharedRows.Shared;
import org.springframework.stereotype.Component;

/** Asks the index of identifiers once for all requests of a page, and leaves out what is one matter by itself. */
@Component
class FindingSameIdentifiers implements SameIdentifiers {

    private final SharedRows rows;
    private final Requests requests;

    FindingSameIdentifiers(SharedRows rows, Requests requests) {
        this.rows = rows;
        this.requests = requests;
    }

    @Override
    public Map<String, Same> of(Collection<RequestRow> asked) {
        var shared = rows.beside(asked.stream().map(RequestRow::thread).toList());
        var listed = listed(shared);
        var found = new HashMap<String, Same>();
        for (var row : asked) {
            same(shared, listed, it -> it.asked().equals(row.thread())).stream()
                    .map(it -> new Same(it.identifier(), others(it, row)))
                    .filter(it -> !it.others().isEmpty())
                    .max(Comparator.comparingInt(it -> it.others().size()))
                    .ifPresent(it -> found.put(row.thread(), it));
        }
        return found;
    }

    @Override
    public List<Same> named(List<String> identifiers) {
        var keys = new LinkedHashMap<String, String>();
        for (var identifier : identifiers) {
            var key = SearchKeys.whole(identifier);
            if (!key.isEmpty()) keys.putIfAbsent(key, identifier);
        }
        var shared = rows.naming(
                keys.keySet().stream().limit(SharedRows.MOST_IDENTIFIERS).toList());
        return same(shared, listed(shared), _ -> true).stream()
                .map(it -> new Same(keys.getOrDefault(it.identifier(), it.identifier()), it.others()))
                .toList();
    }

    private Map<String, RequestRow> listed(List<Shared> shared) {
        Set<String> threads = new HashSet<>();
        shared.forEach(it -> threads.add(it.thread()));
        return requests.ofThreads(threads).stream().collect(Collectors.toMap(RequestRow::thread, Function.identity()));
    }

    private static List<Same> same(List<Shared> shared, Map<String, RequestRow> listed, Predicate<Shared> of) {
        var byKey = new LinkedHashMap<String, List<RequestRow>>();
        for (var each : shared) {
            var row = listed.get(each.thread());
            if (row != null && of.test(each)) {
                byKey.computeIfAbsent(each.key(), _ -> new ArrayList<>()).add(row);
            }
        }
        return byKey.entrySet().stream()
                .map(it -> new Same(it.getKey(), newest(it.getValue())))
                .toList();
    }

    /** A preservation and the request for assistance that follows it name the same by their nature. */
    private static List<RequestRow> others(Same same, RequestRow row) {
        return same.others().stream()
                .filter(it -> it.procedure().equals(row.procedure())
                        || it.ourRole() != row.ourRole()
                        || !it.counterpart().equals(row.counterpart()))
                .toList();
    }

    private static List<RequestRow> newest(List<RequestRow> rows) {
        return rows.stream()
                .sorted(Comparator.comparing(RequestRow::openedAt).reversed())
                .limit(MOST)
                .toList();
    }
}
