package org.comity.casework.search;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comity.casework.SameIdentifiers.Same;
import org.comity.casework.search.TimesOfSame.SaidTime;
import org.comity.directory.Directory;
import org.comity.directory.GoneParticipant;
import org.comity.procedure.RequestRow;
import org.comity.procedure.form.BodyFields;
import org.comity.procedure.form.Identifier;
import org.comity.thread.Threads;
import org.comity.thread.Threads.KeptAct;
import org.comity.vocabulary.Role;
import org.springframework.stereotype.Component;

/**
 * Reads when each of several requests says that one address was used, since two clocks make one moment look like two, and two
 * moments like one.
 */
@Component
class ComparingTimes {

    private final Threads threads;
    private final Directory directory;

    ComparingTimes(Threads threads, Directory directory) {
        this.threads = threads;
        this.directory = directory;
    }

    /** For each of these identifiers, the earliest moment first and what says none last; one of which nobody says when is left out. */
    List<TimesOfSame> of(RequestRow asked, List<Same> same) {
        var ids = Stream.concat(Stream.of(asked), same.stream().flatMap(it -> it.others().stream()))
                .map(RequestRow::thread)
                .distinct()
                .limit(Threads.MOST)
                .toList();
        var openings = threads.openings(ids).stream().collect(Collectors.toMap(KeptAct::thread, Function.identity()));
        return same.stream()
                .map(it -> times(asked, it, openings))
                .filter(it -> it.said().stream().anyMatch(SaidTime::known))
                .toList();
    }

    private TimesOfSame times(RequestRow asked, Same same, Map<String, KeptAct> openings) {
        var said = new ArrayList<SaidTime>();
        var requests = new ArrayList<RequestRow>();
        requests.add(asked);
        requests.addAll(same.others());
        requests.forEach(it -> {
            var opening = openings.get(it.thread());
            said.addAll(said(it, same.identifier(), opening == null ? Map.of() : opening.body()));
        });
        said.sort(Comparator.comparing(SaidTime::order, Comparator.nullsLast(Comparator.naturalOrder())));
        return new TimesOfSame(same.identifier(), List.copyOf(said));
    }

    /** What stands beside the identifier itself; else the period of the request. */
    private List<SaidTime> said(RequestRow row, String identifier, Map<String, Object> body) {
        var keys = SearchKeys.identical(identifier);
        var asks = row.ourRole() == Role.REQUESTING
                ? directory.self()
                : GoneParticipant.shown(directory, row.counterpart());
        var beside = Identifier.allIn(body).stream()
                .filter(it -> !it.time().isEmpty() && !Collections.disjoint(SearchKeys.identical(it.value()), keys))
                .distinct()
                .toList();
        if (!beside.isEmpty()) {
            return beside.stream()
                    .map(it -> new SaidTime(
                            row,
                            (it.time().replace('T', ' ') + " " + it.zone()).strip(),
                            it.used().orElse(null),
                            null,
                            asks.zone()))
                    .toList();
        }
        var fields = new BodyFields(body);
        Instant from = fields.instant("from");
        Instant until = fields.instant("until");
        return List.of(new SaidTime(row, "", from, until, asks.zone()));
    }
}
