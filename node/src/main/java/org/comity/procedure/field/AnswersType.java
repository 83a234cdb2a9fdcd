package org.comity.procedure.field;

import java.util.Optional;
import org.comity.convention.Convention;
import org.comity.convention.ProcedureLaw;
import org.comity.procedure.ActField;
import org.comity.procedure.form.BodyFields;
import org.comity.procedure.form.TypedAct;

/** Takes an answer to each thing that the request lists under the same key: its first column says what was asked. */
public final class AnswersType extends RowsType {

    public static final String NAME = "answers";

    AnswersType() {
        super(NAME);
    }

    @Override
    public boolean opens() {
        return false;
    }

    /** What is left without an answer is asked where we write it; an act from elsewhere stands. */
    @Override
    public Optional<String> broken(FiledField field, BodyFields body, ProcedureLaw law, Convention convention) {
        var rows = body.maps(field.key());
        boolean stands = rows.size() <= TypedAct.MOST_ROWS
                && rows.stream().map(BodyFields::new).allMatch(row -> readable(field, row));
        return stands ? Optional.empty() : Optional.of(field.key());
    }

    private boolean readable(FiledField field, BodyFields row) {
        return columns(field).stream()
                .noneMatch(it -> it.kind() == ActField.Kind.DAY && row.notADay(it.key())
                        || row.text(it.key()).length() > longest());
    }
}
