package org.comity.procedure.field;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.comity.convention.Convention;
import org.comity.convention.ProcedureLaw;
import org.comity.procedure.ActField;
import org.comity.procedure.ActField.Kind;
import org.comity.procedure.ActField.Need;
import org.comity.procedure.form.BodyFields;
import org.comity.procedure.form.Found;
import org.comity.procedure.form.Items;

/** Takes what a node found of each item of a delivery: written by the program and never typed; the envelope binds the list. */
final class FoundType extends RowsType {

    private static final List<ActField> COLUMNS = List.of(
            ActField.of("manifest", Kind.LINE, Need.NO),
            ActField.of("sha256", Kind.LINE, Need.NO),
            ActField.of("size", Kind.LINE, Need.NO),
            ActField.of("received", Kind.INSTANT, Need.NO),
            ActField.of("matched", Kind.INSTANT, Need.NO),
            ActField.choice("result", Need.NO, Found.Result.words()));

    FoundType() {
        super(Found.KEY);
    }

    @Override
    public boolean opens() {
        return false;
    }

    @Override
    public List<ActField> columns(FiledField field) {
        return COLUMNS;
    }

    @Override
    void describe(Map<String, Object> columns, Map<String, Object> row) {
        var manifest = new LinkedHashMap<>(FieldSchemas.text(64));
        manifest.put("examples", List.of("ab".repeat(32)));
        columns.put("manifest", manifest);
    }

    @Override
    int most() {
        return Items.MOST;
    }

    /** If it is said at all: each row names an item, in the order of the delivery. */
    @Override
    public Optional<String> broken(FiledField field, BodyFields body, ProcedureLaw law, Convention convention) {
        var found = body.maps(field.key());
        return found.isEmpty() || Found.items(found).isPresent() ? Optional.empty() : Optional.of(field.key());
    }

    @Override
    public Optional<String> unbound(FiledField field, BodyFields body, Map<String, String> facts) {
        return Found.items(body.maps(field.key()))
                .filter(it -> !it.boundBy(facts))
                .map(_ -> Items.HASH);
    }
}
