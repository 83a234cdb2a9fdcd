package org.comity.procedure.field;

import java.util.List;
import java.util.Map;
import org.comity.procedure.ActField;
import org.comity.procedure.ActField.Need;
import org.comity.procedure.form.BodyFields;

/** Takes property other than virtual assets: what it is, by what it is found, who holds it, where, and what it is worth. */
final class PropertyType extends RowsType {

    private static final List<String> KINDS =
            List.of("account", "cash", "real-estate", "vehicle", "shares", "claim", "equipment", "other");

    PropertyType() {
        super("property");
    }

    @Override
    public List<ActField> columns(FiledField field) {
        return List.of(
                ActField.choice("kind", Need.WRITING, KINDS),
                Amount.column("identifier", true),
                Amount.column("holder", false),
                Amount.column("place", false),
                Amount.column(Amount.AMOUNT, false),
                Amount.column(Amount.CURRENCY, false),
                Amount.column(Amount.ON, false));
    }

    @Override
    Map<String, String> wrong(BodyFields row) {
        return Amount.wrong(row, false);
    }

    @Override
    int longest() {
        return Amount.LONGEST;
    }

    @Override
    void describe(Map<String, Object> columns, Map<String, Object> row) {
        Amount.describe(columns);
    }
}
