package org.comity.procedure.file;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.comity.convention.reading.LawNode;
import org.comity.procedure.RequestRow;
import org.comity.procedure.field.FiledField;
import org.comity.thread.Threads;
import org.comity.thread.Threads.KeptAct;

/**
 * Says of one field of a request that follows another what it begins with, beyond what both say under the same key.
 *
 * @param sources {@code ours}, {@code nothing}, {@code reference}, {@code until}, or {@code ACT.KEY}: what the newest act of that
 *     type says; of several each that says something, one under another
 */
record CarriedOverField(String key, List<String> sources) {

    private static final String OURS = "ours";
    private static final Set<String> WORDS = Set.of(OURS, "nothing", "reference", "until");

    /** What stands under {@code takes}, by the procedure that is followed. */
    static Map<String, List<CarriedOverField>> read(LawNode file, List<FiledField> opening) {
        var takes = new LinkedHashMap<String, List<CarriedOverField>>();
        file.find("takes")
                .ifPresent(all -> all.entries()
                        .forEach((followed, node) -> takes.put(
                                followed,
                                node.entries().entrySet().stream()
                                        .map(it -> one(it.getKey(), it.getValue(), opening))
                                        .toList())));
        return takes;
    }

    private static CarriedOverField one(String key, LawNode node, List<FiledField> opening) {
        if (opening.stream().noneMatch(it -> it.key().equals(key))) {
            throw node.fault("\"%s\" is no field of the opening act: name one".formatted(key));
        }
        var named = node.plain() ? List.of(node) : node.items();
        named.forEach(it -> {
            if (!WORDS.contains(it.text()) && !it.text().matches("[a-z-]+\\.[A-Za-z0-9]+")) {
                throw it.fault("\"%s\": write one of %s, or ACT.KEY".formatted(it.text(), WORDS));
            }
        });
        return new CarriedOverField(key, named.stream().map(LawNode::text).toList());
    }

    /** Acts and fields of the followed procedure that it reads, as {@code ACT.KEY}. */
    List<String> reads() {
        return sources.stream().filter(it -> !WORDS.contains(it)).toList();
    }

    /** @param ours how our authority that signs is called */
    Object value(RequestRow followed, String ours, Threads threads) {
        if (sources.size() == 1) {
            return one(sources.getFirst(), followed, ours, threads);
        }
        return sources.stream()
                .map(it -> one(it, followed, ours, threads).toString())
                .filter(it -> !it.isBlank())
                .distinct()
                .collect(Collectors.joining("\n\n"));
    }

    private static Object one(String source, RequestRow followed, String ours, Threads threads) {
        return switch (source) {
            case OURS -> ours;
            case "nothing" -> "";
            case "reference" -> followed.reference();
            case "until" ->
                Optional.ofNullable(followed.until()).map(Object::toString).orElse("");
            default -> said(source, followed, threads);
        };
    }

    private static Object said(String source, RequestRow followed, Threads threads) {
        int dot = source.indexOf('.');
        var type = source.substring(0, dot);
        return threads.opening(followed.thread())
                .filter(it -> it.envelope().type().equals(type))
                .or(() -> newest(followed, type, threads))
                .<Object>map(it -> it.body().get(source.substring(dot + 1)))
                .orElse("");
    }

    /** Of those that have effect. */
    private static Optional<KeptAct> newest(RequestRow followed, String type, Threads threads) {
        return threads.effective(followed.thread(), Set.of(type)).reduce((_, later) -> later);
    }
}
