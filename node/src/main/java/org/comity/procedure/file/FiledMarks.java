package org.comity.procedure.file;

import java.util.Map;
import java.util.Optional;
import org.comity.procedure.MarkedFields;
import org.comity.procedure.field.FiledField;
import org.comity.procedure.form.BodyFields;

/** Knows by the marks in its procedure's file what a field is for. */
record FiledMarks(ProcedureFile file) implements MarkedFields {

    @Override
    public String procedure() {
        return file.id();
    }

    @Override
    public boolean saysFile(String type, Map<String, Object> body) {
        var said = new BodyFields(body);
        return file.fields(type).stream()
                .filter(it -> !it.marks().withFile().isEmpty())
                .anyMatch(it -> said.text(it.key()).equals(it.marks().withFile()));
    }

    @Override
    public Optional<String> promisesCall(String type) {
        return file.fields(type).stream()
                .filter(it -> it.marks().promisesCall())
                .map(FiledField::key)
                .findFirst();
    }
}
