package org.comity.procedure.file;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.comity.convention.Convention;
import org.comity.procedure.field.FieldType.Missing;
import org.comity.procedure.field.FiledField;
import org.comity.procedure.field.PossibleDays;
import org.comity.procedure.field.ReadCells;
import org.comity.procedure.form.BodyFields;

/**
 * Tells of a field that it cannot be right as it is written: its day, a cell of its rows in which a program reads nothing, or
 * an article that the Convention has not. It is asked where we write an act, never at the door: what another State says is its
 * own.
 */
record PossibleFields(PossibleDays days, ReadCells cells, Convention law) {

    List<Missing> wrong(FiledField field, BodyFields said) {
        return Stream.of(
                        days.wrong(field, said),
                        cells.wrong(field, said, law),
                        field.type().unknown(field, said, law))
                .flatMap(List::stream)
                .toList();
    }

    /** As it is judged when an act leaves that is held until then. */
    PossibleFields leaving(Instant then) {
        return new PossibleFields(days.leaving(then), cells, law);
    }
}
