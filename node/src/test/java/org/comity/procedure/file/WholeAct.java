package org.comity.procedure.file;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.comity.convention.ProcedureLaw;
import org.comity.procedure.ActField.Need;
import org.comity.procedure.field.FiledField;
import org.comity.proof.table.MoveTable;

/**
 * An act of a procedure that is a file, in which every field says something: what a program writes that has read no more
 * than the description.
 */
public record WholeAct(Map<String, Object> body, Map<String, String> facts) {

    /**
     * Under the UN Convention.
     *
     * @param said what the act says in fields and facts with these names, in place of any value
     */
    public static WholeAct of(String procedure, String type, Map<String, String> said) {
        var file = PracticeFiles.file(procedure);
        var law = DescribedActs.laws(procedure).stream()
                .filter(it -> it.edition().startsWith("uncc/"))
                .findFirst()
                .orElseThrow();
        var described = DescribedActs.of(file, type, List.of(law));
        var body = body(file, described, law);
        var facts = new LinkedHashMap<String, String>();
        said.forEach((key, value) -> {
            if (described.fields().containsKey(key)) body.put(key, value);
            else facts.put(key, value);
        });
        return new WholeAct(body, facts);
    }

    /** Roles that may say it. */
    public static Set<String> by(String procedure, String type) {
        return MoveTable.find(procedure).orElseThrow().steps().get(type).by();
    }

    static Map<String, Object> body(ProcedureFile file, DescribedAct described, ProcedureLaw law) {
        var body = new LinkedHashMap<String, Object>();
        described.fields().forEach((key, each) -> {
            if (!nothingToChoose((Map<?, ?>) each)) {
                body.put(key, lying(file, described, key, ValuesOfSchemas.allowed((Map<?, ?>) each)));
            }
        });
        if (described.opens()) {
            if (!law.edition().startsWith("other/")) {
                body.keySet().removeAll(List.of("basisKind", "basis", "basisArticle"));
            }
            boolean always = file.field(described.type(), "emergency")
                    .filter(it -> it.need() == Need.ALWAYS)
                    .isPresent();
            body.computeIfPresent("emergency", (_, _) -> always);
            var sections = file.sections();
            if (sections != null) {
                body.put(sections.choice().key(), sections.offered(law));
            }
        }
        return body;
    }

    /** Of a day or a moment, where its file has it lie; also in the rows of a list. */
    private static Object lying(ProcedureFile file, DescribedAct described, String key, Object said) {
        var field = file.field(described.type(), key);
        if (field.isEmpty()) return said;
        if (!(said instanceof List<?> rows)) return lying(field.get().mustLie(), said);
        return rows.stream()
                .map(row -> row instanceof Map<?, ?> cells ? inRow(field.get(), cells) : row)
                .toList();
    }

    private static Map<Object, Object> inRow(FiledField field, Map<?, ?> cells) {
        var row = new LinkedHashMap<Object, Object>(cells);
        row.replaceAll((column, said) -> field.columns().stream()
                .filter(it -> it.key().equals(column))
                .findFirst()
                .map(it -> lying(it.mustLie(), said))
                .orElseGet(() -> lying(field.mustLie(), said)));
        return row;
    }

    private static Object lying(FiledField.Lying lying, Object said) {
        return switch (lying) {
            case ANYWHEN, OF_LAW, OF_BIRTH -> said;
            case AHEAD, AFTER_END -> said instanceof String day ? day.replaceFirst("^2027", "2067") : said;
            case PAST -> said instanceof String day ? day.replaceFirst("^2027", "2017") : said;
        };
    }

    /** The instrument lists none of it. */
    private static boolean nothingToChoose(Map<?, ?> schema) {
        return List.of().equals(schema.get("enum"))
                || List.of("").equals(schema.get("enum"))
                || schema.get("items") instanceof Map<?, ?> items && nothingToChoose(items);
    }
}
