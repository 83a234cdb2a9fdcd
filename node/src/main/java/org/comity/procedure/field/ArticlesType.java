package org.comity.procedure.field;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.comity.convention.Convention;
import org.comity.convention.Offence;
import org.comity.convention.ProcedureLaw;
import org.comity.procedure.ActForms;
import org.comity.procedure.form.BodyFields;
import org.comity.procedure.form.TypedForm;
import org.comity.ui.Choice;
import org.springframework.util.MultiValueMap;

/** Takes offences of the instrument by their articles, each once. */
final class ArticlesType implements FieldType {

    @Override
    public String name() {
        return "articles";
    }

    @Override
    public boolean ofInstrument() {
        return true;
    }

    @Override
    public Map<String, Object> take(FiledField field, MultiValueMap<String, String> form, Map<String, Object> body) {
        return new TypedForm(form, body).texts(field.key()).json();
    }

    @Override
    public void clean(FiledField field, BodyFields given, Map<String, Object> body) {
        body.put(field.key(), given.texts(field.key()));
    }

    @Override
    public Optional<String> broken(FiledField field, BodyFields body, ProcedureLaw law, Convention convention) {
        return known(body.texts(field.key()), law, convention) ? Optional.empty() : Optional.of(field.key());
    }

    /** Each is one of the instrument's, and none stands there twice. */
    static boolean known(List<String> said, ProcedureLaw law, Convention convention) {
        var known = convention.offences(law.edition()).stream()
                .map(Offence::article)
                .collect(Collectors.toSet());
        return known.containsAll(said) && new HashSet<>(said).size() == said.size();
    }

    @Override
    public List<String> lines(FiledField field, BodyFields body, FieldReader reader) {
        return FieldReader.said(
                body.texts(field.key()).stream().map(it -> named(it, reader)).collect(Collectors.joining("; ")));
    }

    /** With its title as the instrument has it. */
    static String named(String article, FieldReader reader) {
        return reader.convention().offences(reader.law().edition()).stream()
                .filter(it -> it.article().equals(article))
                .findFirst()
                .map(it -> reader.text(
                        "offence-of-article",
                        "article",
                        article,
                        "title",
                        it.title().in(reader.language().tag())))
                .orElse(article);
    }

    /** A letter names it in its own words. */
    @Override
    public List<ActForms.Field> form(
            FiledField field, String label, boolean needed, List<Choice> choices, FieldReader reader) {
        return List.of();
    }

    @Override
    public Map<String, Object> schema(FiledField field, CodesOfLaw codes) {
        return Map.of(field.key(), FieldSchemas.someOf(codes.offences()));
    }
}
