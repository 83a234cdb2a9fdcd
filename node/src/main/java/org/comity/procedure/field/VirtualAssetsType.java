package org.comity.procedure.field;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.comity.procedure.ActField;
import org.comity.procedure.form.BodyFields;

/** Takes virtual assets: wallet, chain and asset, who keeps it, and how much was there at an instant and a block. */
final class VirtualAssetsType extends RowsType {

    private static final String BLOCK = "block";

    VirtualAssetsType() {
        super("virtual-assets");
    }

    @Override
    public List<ActField> columns(FiledField field) {
        return List.of(
                Amount.column("wallet", true),
                Amount.column("chain", true),
                Amount.column("exchange", false),
                Amount.column("holder", false),
                Amount.column(Amount.AMOUNT, false),
                Amount.column(Amount.ASSET, true),
                Amount.column(Amount.ON, false),
                Amount.column(Amount.TIME, false),
                Amount.column(BLOCK, false));
    }

    /** What lies in a wallet may be gone an hour later: an amount there has its time. */
    @Override
    Map<String, String> wrong(BodyFields row) {
        var wrong = new LinkedHashMap<>(Amount.wrong(row, true));
        if (!row.text(BLOCK).matches("[0-9]{0,18}")) {
            wrong.put(BLOCK, "money-block");
        }
        return wrong;
    }

    @Override
    int longest() {
        return Amount.LONGEST;
    }

    @Override
    void describe(Map<String, Object> columns, Map<String, Object> row) {
        Amount.describe(columns);
        columns.put(BLOCK, FieldSchemas.such("[0-9]{1,18}", 18, "840000"));
    }
}
