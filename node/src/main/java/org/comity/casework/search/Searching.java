package org.comity.casework.search;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.comity.casework.CheckWords;
import org.comity.casework.Compartments;
import org.comity.casework.Search;
import org.comity.vocabulary.AddressRange;
import org.comity.vocabulary.Official;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Asks each index once, and puts together what they answer. */
@Component
class Searching implements Search {

    private static final Set<Kind> TEXT = EnumSet.of(Kind.REQUEST, Kind.ACT, Kind.MESSAGE, Kind.DOMESTIC);

    private final SearchRows rows;
    private final NarrowingRows narrowing;
    private final Compartments compartments;
    private final CheckWords words;

    Searching(SearchRows rows, NarrowingRows narrowing, Compartments compartments, CheckWords words) {
        this.words = words;
        this.rows = rows;
        this.narrowing = narrowing;
        this.compartments = compartments;
    }

    @Override
    @Transactional
    public Found find(String typed, Official by) {
        var hidden = compartments.hiddenFrom(by.id());
        var all = new ArrayList<List<Hit>>();
        all.add(words.threads(typed).stream()
                .filter(it -> !hidden.contains(it))
                .map(it -> new Hit(Kind.CHECK_WORD, it, "", "", true))
                .toList());
        for (var asked : SearchKeys.asked(typed)) {
            all.add(rows.beginning(asked, SearchKeys.kinds(asked), MOST + 1, hidden));
            all.add(rows.within(asked, SearchKeys.within(asked), MOST + 1, hidden));
        }
        AddressRange.of(typed.strip()).ifPresent(it -> all.add(rows.ranges(it, MOST + 1, hidden)));
        var question = SearchWords.question(typed);
        if (!question.isEmpty()) {
            all.add(rows.words(question, MOST + 1, hidden));
        }
        return new Found(once(all), all.stream().anyMatch(Searching::more));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Set<String>> threads(String typed, int mostPlaces) {
        int read = mostPlaces + 1;
        var all = new ArrayList<List<String>>();
        all.add(words.threads(typed));
        for (var asked : SearchKeys.asked(typed)) {
            all.add(narrowing.beginning(asked, SearchKeys.kinds(asked), read));
            all.add(narrowing.within(asked, SearchKeys.within(asked), read));
        }
        AddressRange.of(typed.strip()).ifPresent(it -> all.add(narrowing.range(it, read)));
        var question = SearchWords.question(typed);
        if (!question.isEmpty()) {
            all.add(narrowing.words(question, read));
        }
        return all.stream().anyMatch(it -> it.size() > mostPlaces)
                ? Optional.empty()
                : Optional.of(all.stream().flatMap(List::stream).collect(toSet()));
    }

    @Override
    @Transactional(readOnly = true)
    public Set<String> among(Collection<String> threads, String typed) {
        var left = new LinkedHashSet<>(threads);
        words.threads(typed).forEach(left::remove);
        var question = SearchWords.question(typed);
        if (!question.isEmpty()) {
            left.removeAll(narrowing.wordsAmong(left, question));
        }
        for (var asked : SearchKeys.asked(typed)) {
            left.removeAll(narrowing.beginningAmong(left, asked, SearchKeys.kinds(asked)));
            left.removeAll(narrowing.withinAmong(left, asked, SearchKeys.within(asked)));
        }
        AddressRange.of(typed.strip()).ifPresent(it -> left.removeAll(narrowing.rangeAmong(left, it)));
        var found = new LinkedHashSet<>(threads);
        found.removeAll(left);
        return found;
    }

    @Override
    public List<String> ofCounterparts(List<String> participants, Official by) {
        return rows.ofCounterparts(participants, MOST, compartments.hiddenFrom(by.id()));
    }

    @Override
    public List<String> ofOwners(List<String> officials, Official by) {
        return rows.ofOwners(officials, MOST, compartments.hiddenFrom(by.id()));
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
