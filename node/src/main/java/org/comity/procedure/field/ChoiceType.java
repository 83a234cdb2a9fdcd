package org.comity.procedure.field;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.comity.convention.Convention;
import org.comity.convention.ProcedureLaw;
import org.comity.procedure.ActField;
import org.comity.procedure.ActForms;
import org.comity.procedure.form.BodyFields;
import org.comity.procedure.form.TypedForm;
import org.comity.proof.table.FactRule;
import org.comity.ui.Choice;
import org.springframework.util.MultiValueMap;

/** Takes one of its options; or a ground or scope that the law data list. */
final class ChoiceType implements FieldType {

    /** A ground in the State's own words. */
    static final String OTHER = "other";

    enum Of {
        OPTIONS,
        GROUNDS,
        POSTPONEMENTS,
        SCOPES
    }

    private final String name;
    private final Of of;

    ChoiceType(String name, Of of) {
        this.name = name;
        this.of = of;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Optional<ActField.Kind> kind() {
        return of == Of.SCOPES ? Optional.empty() : Optional.of(ActField.Kind.CHOICE);
    }

    @Override
    public Optional<Class<? extends FactRule>> fact() {
        return of == Of.OPTIONS ? Optional.of(FactRule.OneOf.class) : Optional.empty();
    }

    @Override
    public boolean ofInstrument() {
        return of != Of.OPTIONS;
    }

    @Override
    public Map<String, Object> take(FiledField field, MultiValueMap<String, String> form, Map<String, Object> body) {
        return new TypedForm(form, body).text(field.key()).json();
    }

    @Override
    public void clean(FiledField field, BodyFields given, Map<String, Object> body) {
        var said = given.text(field.key());
        body.put(field.key(), of == Of.OPTIONS && !field.options().contains(said) ? "" : said);
    }

    @Override
    public Optional<String> broken(FiledField field, BodyFields body, ProcedureLaw law, Convention convention) {
        var said = body.text(field.key());
        boolean known = switch (of) {
            case OPTIONS -> field.options().contains(said);
            case GROUNDS -> said.equals(OTHER) || law.ground(said).isPresent();
            case POSTPONEMENTS -> said.equals(OTHER) || law.postponement(said).isPresent();
            case SCOPES -> law.scope(said).isPresent();
        };
        return said.isEmpty() || known ? Optional.empty() : Optional.of(field.key());
    }

    @Override
    public List<String> lines(FiledField field, BodyFields body, FieldReader reader) {
        var said = body.text(field.key());
        return of == Of.SCOPES
                ? FieldReader.said(reader.law()
                        .scope(said)
                        .map(it -> it.text().in(reader.language().tag()))
                        .orElse(said))
                : reader.shown(field, said);
    }

    @Override
    public List<ActForms.Field> form(
            FiledField field, String label, boolean needed, List<Choice> choices, FieldReader reader) {
        return FieldReader.one(field.key(), ActForms.Kind.CHOICE, needed, label, choices);
    }

    @Override
    public Map<String, Object> schema(FiledField field, CodesOfLaw codes) {
        return Map.of(
                field.key(),
                FieldSchemas.oneOf(
                        switch (of) {
                            case OPTIONS -> field.options();
                            case GROUNDS -> withOther(codes.grounds());
                            case POSTPONEMENTS -> withOther(codes.postponements());
                            case SCOPES -> codes.scopes();
                        }));
    }

    private static List<String> withOther(List<String> grounds) {
        return Stream.concat(grounds.stream(), Stream.of(OTHER)).toList();
    }
}
