package org.comity.casework.acts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.comity.casework.acts.SinceReturned.Change;
import org.comity.identity.Officials;
import org.comity.procedure.Draft;
import org.comity.procedure.Procedures;
import org.comity.proof.act.Act;
import org.comity.sealing.Letters.Section;
import org.comity.vocabulary.Official;
import org.springframework.stereotype.Component;

/** Compares what waits for approval with the version that was returned, line by line as both read. */
@Component
class ComparingReturned {

    private final ReturnedActRows rows;
    private final Procedures procedures;
    private final Officials officials;

    ComparingReturned(ReturnedActRows rows, Procedures procedures, Officials officials) {
        this.rows = rows;
        this.procedures = procedures;
        this.officials = officials;
    }

    /** Empty where it does not wait for approval, or nobody returned it. */
    Optional<SinceReturned> of(Draft draft, List<Section> now, Locale language, Official by) {
        if (draft.status() != Draft.Status.SUBMITTED) return Optional.empty();
        return rows.of(draft.id()).map(it -> {
            var then = Act.read(it.json());
            var before = procedures
                    .of(draft.procedure())
                    .rendering()
                    .sections(
                            then.envelope().convention(),
                            draft.thread(),
                            draft.type(),
                            then.envelope().facts(),
                            then.body(),
                            language);
            return new SinceReturned(
                    officials.name(it.by()),
                    it.by().equals(by.id()),
                    it.at(),
                    it.why(),
                    changes(before, now),
                    files(it.files(), draft.files()));
        });
    }

    static List<Change> changes(List<Section> before, List<Section> now) {
        var then = byLabel(before);
        var today = byLabel(now);
        var labels = new LinkedHashSet<>(today.keySet());
        labels.addAll(then.keySet());
        var changes = new ArrayList<Change>();
        for (var label : labels) {
            var old = then.getOrDefault(label, List.of());
            var text = today.getOrDefault(label, List.of());
            // Lines that only stand in another order are a change, too: then all of them are shown.
            var gone = without(old, text);
            var come = without(text, old);
            boolean moved = gone.isEmpty() && come.isEmpty();
            if (!old.equals(text)) changes.add(moved ? new Change(label, old, text) : new Change(label, gone, come));
        }
        return List.copyOf(changes);
    }

    private static List<String> without(List<String> lines, List<String> others) {
        return lines.stream().filter(it -> !others.contains(it)).toList();
    }

    /** A label may stand more than once. */
    private static Map<String, List<String>> byLabel(List<Section> sections) {
        var lines = new LinkedHashMap<String, List<String>>();
        for (var section : sections) {
            lines.computeIfAbsent(section.label(), it -> new ArrayList<>()).addAll(section.paragraphs());
        }
        return lines;
    }

    private static List<String> files(Map<String, String> before, List<Draft.File> now) {
        var changed = now.stream()
                .filter(it -> !Objects.equals(before.get(it.name()), it.sha256()))
                .map(Draft.File::name);
        var gone = before.keySet().stream()
                .filter(name -> now.stream().noneMatch(it -> it.name().equals(name)));
        return Stream.concat(changed, gone).toList();
    }
}
