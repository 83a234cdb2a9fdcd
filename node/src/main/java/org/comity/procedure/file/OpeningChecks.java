package org.comity.procedure.file;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.comity.convention.ProcedureLaw;
import org.comity.procedure.Composition.Check;
import org.comity.procedure.field.FieldReader;
import org.comity.procedure.field.FiledField;
import org.comity.procedure.file.OpeningNeeds.Needed;
import org.comity.procedure.form.BodyFields;
import org.comity.procedure.form.FieldSections;
import org.comity.ui.FormProblems.Problem;

/** Lists what is settled of what the law and the file ask of an opening act, in the order of the law. */
record OpeningChecks(ProcedureFile file, ProcedureLaw law, FieldReader reader, PossibleFields possible) {

    List<Check> of(BodyFields body) {
        var begun = begun();
        var needs = new OpeningNeeds(file, law, possible);
        var lacking = needs.of(body);
        var left = needs.missing(body, false);
        var checks = new ArrayList<Check>();
        var basis = on(List.of(OpeningNeeds.BASIS), lacking);
        checks.add(new Check(
                reader.words().say(reader.language(), "compose.instrument"),
                basis.isEmpty(),
                true,
                true,
                false,
                basis));
        var asks = file.asks(body);
        var asksFirst = file.asks(begun);
        var items = new LinkedHashMap<String, List<FiledField>>();
        for (var part : DocumentPart.inOrder(file, law)) {
            var asked = part.asked(asks);
            if (!asked.isEmpty()) {
                items.computeIfAbsent(part.of(), _ -> new ArrayList<>()).addAll(asked);
            }
        }
        items.forEach((item, fields) -> {
            var keys = fields.stream().map(FiledField::key).toList();
            var problems = on(keys, lacking);
            // What an emergency leaves out is a fact that can follow, and nothing that it lacks.
            boolean follows = problems.isEmpty() && !on(keys, left).isEmpty();
            boolean needed = fields.stream().anyMatch(it -> needs.needed(it, body));
            boolean asked = needed || fields.stream().anyMatch(it -> needs.says(it, body, Map.of()));
            boolean fromTheStart = fields.stream().anyMatch(it -> asksFirst.test(it.key()) && needs.needed(it, begun));
            checks.add(new Check(
                    label(item),
                    problems.isEmpty() && asked && !follows,
                    asked && !follows,
                    needed && !follows,
                    needed && !follows && !fromTheStart,
                    problems));
        });
        return checks;
    }

    /** A request in which nothing was written yet. */
    private BodyFields begun() {
        return new BodyFields(file.fields(file.opening()).stream()
                .filter(it -> !it.begins().isEmpty())
                .collect(Collectors.toMap(FiledField::key, FiledField::begun)));
    }

    private String label(String item) {
        return law.field(item)
                .map(it -> FieldSections.lettered(it, reader.words(), reader.language()))
                .orElseGet(() -> reader.text((reader.has("label." + item) ? "label." : "field.") + item));
    }

    private static List<Problem> on(List<String> fields, List<Needed> missing) {
        return missing.stream()
                .filter(it -> fields.contains(it.field()))
                .map(Needed::problem)
                .toList();
    }
}
