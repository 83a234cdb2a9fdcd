package org.comity.capacity.rounds;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.comity.procedure.ActField;
import org.comity.procedure.ActsOfThreads;
import org.comity.procedure.Procedures;
import org.comity.procedure.RequestRow;
import org.comity.procedure.form.ActContent;
import org.comity.thread.Threads;

/** Reads what was said of needs and offers, many threads at a look, each as its procedure lets it be changed. */
record SaidOfHelp(Threads threads, Procedures procedures) {

    /** By the id of its thread. */
    Map<String, ActsOfHelp> of(Collection<RequestRow> rows) {
        var effective = ActsOfThreads.effective(threads, rows);
        Map<String, Set<String>> changed = new HashMap<>();
        Map<String, ActsOfHelp> said = new HashMap<>();
        for (var row : rows) {
            said.put(
                    row.thread(),
                    new ActsOfHelp(
                            changed.computeIfAbsent(row.procedure(), this::changed),
                            effective.getOrDefault(row.thread(), List.of()).stream()
                                    .map(ActContent::of)
                                    .toList()));
        }
        return said;
    }

    private Set<String> changed(String procedure) {
        return procedures
                .find(procedure)
                .map(it -> it.writing().table().of(ActsOfHelp.CHANGE))
                .orElse(List.of())
                .stream()
                .map(ActField::key)
                .collect(Collectors.toSet());
    }
}
