package org.comity.procedure.file;

import java.util.List;
import java.util.stream.Stream;
import org.comity.convention.Convention;
import org.comity.procedure.field.FieldType.Missing;
import org.comity.procedure.field.FiledField;
import org.comity.procedure.field.PossibleDays;
import org.comity.procedure.form.BodyFields;

/**
 * Tells of a field that it cannot be right as it is written: its day, or an article that the Convention has not. It is asked
 * where we write an act, never at the door: what another State says is its own.
 */
record PossibleFields(PossibleDays days, Convention law) {

    List<Missing> wrong(FiledField field, BodyFields said) {
        return Stream.concat(days.wrong(field, said).stream(), field.type().unknown(field, said, law).stream())
                .toList();
    }
}
