package org.comity.casework.search;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.comity.casework.Compartments;
import org.comity.casework.Search;
import org.comity.vocabulary.Official;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Asks each index once, and puts together what they answer. */
@Component
class Searching implements Search {

    private static final Set<Kind> TEXT = EnumSet.of(Kind.REQUEST, Kind.ACT, Kind.MESSAGE, Kind.DOMESTIC);

    private final SearchRows rows;
    private final Compartments compartments;

    Searching(SearchRows rows, Compartments compartments) {
        this.rows = rows;
        this.compartments = compartments;
    }

    @Override
    @Transactional
    public Found find(String typed, Official by) {
        var all = new ArrayList<List<Hit>>();
        for (var asked : SearchKeys.asked(typed)) {
            all.add(rows.beginning(asked, SearchKeys.kinds(asked), MOST + 1));
            all.add(rows.within(asked, SearchKeys.within(asked), MOST + 1));
        }
        AddressRange.of(typed.strip()).ifPresent(it -> all.add(rows.ranges(it, MOST + 1)));
        var question = SearchWords.question(typed);
        if (!question.isEmpty()) {
            all.add(rows.words(question, MOST + 1));
        }
        var seen = all.stream()
                .map(it -> compartments.seen(it, Hit::thread, by.id()))
                .toList();
        return new Found(once(seen), seen.stream().anyMatch(Searching::more));
    }

    @Override
    @Transactional
    public List<String> threads(String typed) {
        var all = new LinkedHashSet<String>();
        for (var asked : SearchKeys.asked(typed)) {
            all.addAll(rows.threadsBeginning(asked, SearchKeys.kinds(asked), MOST_THREADS));
            all.addAll(rows.threadsWithin(asked, SearchKeys.within(asked), MOST_THREADS));
        }
        AddressRange.of(typed.strip()).ifPresent(it -> all.addAll(rows.threadsOfRange(it, MOST_THREADS)));
        var question = SearchWords.question(typed);
        if (!question.isEmpty()) {
            all.addAll(rows.threadsOfWords(question, MOST_THREADS));
        }
        return List.copyOf(all);
    }

    @Override
    public List<String> ofCounterparts(List<String> participants, Official by) {
        return compartments.seen(rows.ofCounterparts(participants, MOST), Function.identity(), by.id());
    }

    @Override
    public List<String> ofOwners(List<String> officials, Official by) {
        return compartments.seen(rows.ofOwners(officials, MOST), Function.identity(), by.id());
    }

    private static boolean more(List<Hit> hits) {
        return hits.size() > MOST
                && hits.stream().collect(groupingBy(Hit::kind, counting())).values().stream()
                        .anyMatch(it -> it > MOST);
    }

    /** A place that several indexes name is one place; a hash, a name or an identifier in it is another. */
    private static List<Hit> once(List<List<Hit>> found) {
        var once = new LinkedHashMap<List<String>, Hit>();
        for (var hit : found.stream().flatMap(List::stream).toList()) {
            var what = TEXT.contains(hit.kind()) ? "" : hit.said();
            once.putIfAbsent(List.of(hit.kind().name(), hit.thread(), hit.place(), what), hit);
        }
        return List.copyOf(once.values());
    }
}
