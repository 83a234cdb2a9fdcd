package org.comity.casework.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comity.casework.Compartments;
import org.comity.casework.SameIdentifiers;
import org.comity.casework.search.SharedRows.Shared;
import org.comity.procedure.RequestRow;
import org.comity.procedure.Requests;
import org.comity.vocabulary.Official;
import org.springframework.stereotype.Component;

/** Asks the index of identifiers once for all requests of a page, and leaves out what is one matter by itself. */
@Component
class FindingSameIdentifiers implements SameIdentifiers {

    private final SharedRows rows;
    private final Requests requests;
    private final Compartments compartments;

    FindingSameIdentifiers(SharedRows rows, Requests requests, Compartments compartments) {
        this.rows = rows;
        this.requests = requests;
        this.compartments = compartments;
    }

    @Override
    public Map<String, List<Same>> of(Collection<RequestRow> asked, Official by) {
        var shared = rows.beside(asked.stream().map(RequestRow::thread).toList());
        var listed = listed(shared, by);
        var threads = new HashSet<>(listed.keySet());
        asked.forEach(it -> threads.add(it.thread()));
        var began = shared.isEmpty() ? Map.<String, String>of() : rows.began(threads);
        var beside = shared.stream().collect(Collectors.groupingBy(Shared::asked));
        var found = new HashMap<String, List<Same>>();
        for (var row : asked) {
            var shares = same(beside.getOrDefault(row.thread(), List.of()), listed).stream()
                    .map(it -> new Same(it.identifier(), others(it, row, began)))
                    .filter(it -> !it.others().isEmpty())
                    .sorted(Comparator.comparingInt((Same it) -> it.others().size())
                            .reversed()
                            .thenComparing(Same::identifier))
                    .toList();
            if (!shares.isEmpty()) found.put(row.thread(), shares);
        }
        return found;
    }

    @Override
    public List<Same> named(List<String> identifiers, Official by) {
        var keys = new LinkedHashMap<String, String>();
        for (var identifier : identifiers.stream()
                .distinct()
                .limit(SharedRows.MOST_IDENTIFIERS)
                .toList()) {
            SearchKeys.identical(identifier).forEach(it -> keys.putIfAbsent(it, identifier));
        }
        var shared = rows.naming(keys.keySet());
        var named = new LinkedHashMap<String, Same>();
        same(shared, listed(shared, by)).forEach(it -> {
            var typed = keys.getOrDefault(it.identifier(), it.identifier());
            named.merge(typed, new Same(typed, it.others()), FindingSameIdentifiers::more);
        });
        return List.copyOf(named.values());
    }

    private Map<String, RequestRow> listed(List<Shared> shared, Official by) {
        Set<String> threads = new HashSet<>();
        shared.forEach(it -> threads.add(it.thread()));
        return compartments.seen(requests.ofThreads(threads), RequestRow::thread, by.id()).stream()
                .filter(it -> !it.recalled())
                .collect(Collectors.toMap(RequestRow::thread, Function.identity()));
    }

    private static List<Same> same(List<Shared> shared, Map<String, RequestRow> listed) {
        var byKey = new LinkedHashMap<String, List<RequestRow>>();
        for (var each : shared) {
            var row = listed.get(each.thread());
            if (row != null) {
                byKey.computeIfAbsent(each.key(), _ -> new ArrayList<>()).add(row);
            }
        }
        return byKey.entrySet().stream()
                .map(it -> new Same(it.getKey(), newest(it.getValue())))
                .toList();
    }

    /** A request and one that follows it name the same by their nature, as two do that follow the same one. */
    private static List<RequestRow> others(Same same, RequestRow row, Map<String, String> began) {
        var matter = began.get(row.thread());
        return same.others().stream()
                .filter(it -> !Objects.equals(matter, began.get(it.thread())))
                .toList();
    }

    /** One identifier that is kept under several keys is told of once. */
    private static Same more(Same one, Same other) {
        return new Same(
                one.identifier(),
                newest(Stream.concat(one.others().stream(), other.others().stream())
                        .distinct()
                        .toList()));
    }

    private static List<RequestRow> newest(List<RequestRow> rows) {
        return rows.stream()
                .sorted(Comparator.comparing(RequestRow::openedAt).reversed())
                .limit(MOST)
                .toList();
    }
}
