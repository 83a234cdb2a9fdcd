package org.comity.procedure.file;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.comity.procedure.ActRole;
import org.comity.procedure.MarkedFields;
import org.comity.procedure.field.FiledField;
import org.comity.procedure.field.FiledField.Marks;
import org.comity.procedure.form.BodyFields;

/** Knows by the marks in its procedure's file what an act and a field are for. */
record FiledMarks(ProcedureFile file) implements MarkedFields {

    @Override
    public String procedure() {
        return file.id();
    }

    @Override
    public Set<String> acts(ActRole role) {
        return file.roles().getOrDefault(role, Set.of());
    }

    @Override
    public Optional<NamedAct> names(String type) {
        return file.fields(type).stream()
                .filter(it -> it.fact() && it.type().speaks())
                .map(it -> new NamedAct(it.key(), Set.copyOf(it.options())))
                .findFirst();
    }

    @Override
    public boolean saysFile(String type, Map<String, Object> body) {
        return says(type, body, Marks::withFile);
    }

    @Override
    public boolean asksToPassOn(String type, Map<String, Object> body) {
        return says(type, body, Marks::passesOn);
    }

    /** @param option that a field marks, or empty */
    private boolean says(String type, Map<String, Object> body, Function<Marks, String> option) {
        var said = new BodyFields(body);
        return file.fields(type).stream()
                .filter(it -> !option.apply(it.marks()).isEmpty())
                .anyMatch(it -> said.text(it.key()).equals(option.apply(it.marks())));
    }

    @Override
    public Optional<String> promisesCall(String type) {
        return file.fields(type).stream()
                .filter(it -> it.marks().promisesCall())
                .map(FiledField::key)
                .findFirst();
    }

    @Override
    public String custodian(Map<String, Object> opening) {
        return file.fields(file.opening()).stream()
                .filter(it -> it.marks().namesCustodian())
                .map(it -> new BodyFields(opening).text(it.key()))
                .findFirst()
                .orElse("");
    }
}
