package org.comity.procedure.field;

import java.util.List;
import java.util.Map;
import org.comity.procedure.ActField;
import org.comity.procedure.form.BodyFields;

/** Takes amounts of money or of virtual assets, each with what it is for, its currency and its day. */
final class MoneyType extends RowsType {

    MoneyType() {
        super("money");
    }

    @Override
    public List<ActField> columns(FiledField field) {
        return List.of(
                Amount.column("what", false),
                Amount.column(Amount.AMOUNT, true),
                Amount.column(Amount.CURRENCY, false),
                Amount.column(Amount.ASSET, false),
                Amount.column(Amount.ON, true),
                Amount.column(Amount.TIME, false));
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
        row.put(
                "examples",
                List.of(Map.of("what", "Loss", "amount", "1200.50", "currency", "EUR", "on", "2027-04-02")));
    }
}
