package org.comity.cooperation.procedure;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.comity.convention.ProcedureLaw;
import org.comity.cooperation.procedure.field.EmergencyType;
import org.comity.cooperation.procedure.field.FiledField;

/** Orders the fields of an opening act as they are printed: those of the law as it has them, then the others. */
final class FieldsInOrder {

    private FieldsInOrder() {}

    static List<FiledField> of(ProcedureFile file, ProcedureLaw law) {
        var opening = file.fields(file.opening()).stream()
                .filter(it -> !it.key().equals(EmergencyType.KEY))
                .toList();
        var ofLaw = law.fields().stream()
                .map(it -> file.field(file.opening(), it.name()))
                .flatMap(Optional::stream)
                .toList();
        return Stream.concat(ofLaw.stream(), opening.stream().filter(it -> !ofLaw.contains(it)))
                .toList();
    }
}
