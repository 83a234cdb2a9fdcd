package org.comity.procedure.file;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.comity.convention.ProcedureLaw;
import org.comity.procedure.ActField.Need;
import org.comity.procedure.field.FiledField;

/** The fields of one act as lawyers read them: type, need, and article and mark under each instrument. */
public final class FieldsOfAct {

    private FieldsOfAct() {}

    /** Lines of Markdown; none for an act of a procedure that no file describes and whose law says nothing of it. */
    public static List<String> lines(String procedure, String type, boolean opens) {
        var laws = DescribedActs.laws(procedure);
        var lines = new ArrayList<String>();
        PracticeFiles.all().stream()
                .filter(it -> it.id().equals(procedure))
                .findFirst()
                .ifPresentOrElse(
                        it -> lines.addAll(ofFile(it, type, opens, laws)),
                        () -> lines.addAll(inJava(procedure, type, opens, laws)));
        return lines;
    }

    private static List<String> ofFile(ProcedureFile file, String type, boolean opens, List<ProcedureLaw> laws) {
        var rows = new LinkedHashMap<String, List<String>>();
        for (var field : file.fields(type)) {
            var label = laws.stream()
                    .filter(_ -> opens)
                    .flatMap(it -> it.field(field.key()).stream())
                    .findFirst()
                    .map(it -> it.label().in("en"))
                    .orElseGet(() -> ArticlesAnsweredTest.label(file, field.key()));
            rows.put(field.key(), List.of(label, type(field), need(field)));
        }
        var lines = table(rows, opens ? laws : List.of());
        var duties = file.duties().getOrDefault(type, List.of());
        for (var law : laws) {
            duties.forEach(key -> duty(law, key)
                    .ifPresent(it -> lines.add("- Said beside it (%s%s): %s"
                            .formatted(law.edition(), cited(it.ref()), it.text().in("en")))));
        }
        return lines;
    }

    /** Until it is a file: what the law asks of the request, and the keys that other acts have. */
    private static List<String> inJava(String procedure, String type, boolean opens, List<ProcedureLaw> laws) {
        var rows = new LinkedHashMap<String, List<String>>();
        if (opens) {
            laws.forEach(law -> law.fields()
                    .forEach(
                            it -> rows.putIfAbsent(it.name(), List.of(it.label().in("en"), "", ""))));
            return table(rows, laws);
        }
        DescribedActs.all().stream()
                .filter(it -> it.procedure().equals(procedure) && it.type().equals(type))
                .forEach(act -> act.fields()
                        .keySet()
                        .forEach(it -> rows.put(it, List.of("", "", act.needed().getOrDefault(it, "")))));
        return table(rows, List.of());
    }

    private static List<String> table(Map<String, List<String>> rows, List<ProcedureLaw> laws) {
        var lines = new ArrayList<String>();
        if (rows.isEmpty()) {
            lines.add("No fields.");
            return lines;
        }
        lines.add("| field | key | type | need |"
                + laws.stream().map(it -> " " + it.edition() + " |").collect(Collectors.joining()));
        lines.add("|---|---|---|---|" + "---|".repeat(laws.size()));
        rows.forEach((key, said) ->
                lines.add("| %s | `%s` | %s | %s |".formatted(said.get(0), key, said.get(1), said.get(2))
                        + laws.stream().map(it -> " " + article(it, key) + " |").collect(Collectors.joining())));
        lines.add("");
        return lines;
    }

    /** Article, mark and need as this instrument has them. */
    private static String article(ProcedureLaw law, String key) {
        return law.field(key)
                .map(it -> {
                    var said = new ArrayList<String>();
                    if (!it.ref().isEmpty()) said.add(it.ref());
                    said.add(ArticlesAnsweredTest.mark(law, it));
                    if (it.need() == ProcedureLaw.Need.MANDATORY) said.add("mandatory");
                    return String.join(", ", said);
                })
                .orElse("");
    }

    private static Optional<ProcedureLaw.Provision> duty(ProcedureLaw law, String key) {
        return law.duty(key)
                .or(() -> law.notGrounds().stream()
                        .filter(it -> it.key().equals(key))
                        .findFirst());
    }

    private static String cited(String ref) {
        return ref.isEmpty() ? "" : ", " + ref;
    }

    private static String type(FiledField field) {
        var more = field.options().isEmpty()
                ? field.type().columns(field).stream().map(it -> it.key()).toList()
                : field.options();
        return more.isEmpty() ? field.type().name() : field.type().name() + ": " + String.join(", ", more);
    }

    private static String need(FiledField field) {
        var condition = field.condition();
        if (condition != null) {
            return condition.is(FiledField.Condition.NOTHING)
                    ? "if `%s` says nothing".formatted(condition.key())
                    : "if `%s` is %s".formatted(condition.key(), String.join(" or ", condition.values()));
        }
        return field.need() == Need.NO ? "" : field.need().name().toLowerCase(java.util.Locale.ROOT);
    }
}
