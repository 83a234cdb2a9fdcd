package org.comity.procedure.field;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.comity.convention.Convention;
import org.comity.convention.ProcedureLaw;
import org.comity.procedure.ActForms;
import org.comity.procedure.form.BodyFields;
import org.comity.procedure.form.FieldRules;
import org.comity.procedure.form.TypedForm;
import org.comity.ui.Choice;
import org.springframework.util.MultiValueMap;

/** Takes an offence: articles of the instrument, words of domestic law, and its highest penalty in months. */
final class OffenceType implements FieldType {

    private static final String ARTICLES = "offences";
    private static final String PENALTY = "penaltyMonths";
    private static final int MOST_MONTHS = 9_999;

    @Override
    public String name() {
        return "offence";
    }

    @Override
    public List<String> keys(String key) {
        return List.of(ARTICLES, key, PENALTY);
    }

    /** A penalty says nothing while no offence is named. */
    @Override
    public List<String> saidBy(String key) {
        return List.of(ARTICLES, key);
    }

    @Override
    public boolean ofInstrument() {
        return true;
    }

    @Override
    public Map<String, Object> take(FiledField field, MultiValueMap<String, String> form, Map<String, Object> body) {
        return new TypedForm(form, body)
                .texts(ARTICLES)
                .text(field.key())
                .number(PENALTY, null, MOST_MONTHS)
                .json();
    }

    @Override
    public void clean(FiledField field, BodyFields given, Map<String, Object> body) {
        body.put(ARTICLES, given.texts(ARTICLES));
        body.put(field.key(), given.text(field.key()));
        var months = given.numberOrWords(PENALTY, null);
        if (months != null) body.put(PENALTY, months);
    }

    @Override
    public List<Missing> wrong(FiledField field, BodyFields body) {
        if (!body.json().containsKey(PENALTY)) {
            return List.of();
        }
        int months = body.number(PENALTY, -1);
        return months < 0 || months > MOST_MONTHS ? List.of(Missing.bounds(PENALTY, 0, MOST_MONTHS)) : List.of();
    }

    @Override
    public Optional<String> broken(FiledField field, BodyFields body, ProcedureLaw law, Convention convention) {
        if (!wrong(field, body).isEmpty()) {
            return Optional.of(PENALTY);
        }
        return ArticlesType.known(body.texts(ARTICLES), law, convention) ? Optional.empty() : Optional.of(ARTICLES);
    }

    @Override
    public List<String> lines(FiledField field, BodyFields body, FieldReader reader) {
        var lines = new ArrayList<String>();
        body.texts(ARTICLES).forEach(article -> lines.add(ArticlesType.named(article, reader)));
        lines.addAll(FieldReader.said(body.text(field.key())));
        int months = body.number(PENALTY, 0);
        if (months > 0) {
            lines.add(reader.text("penalty", "months", months));
        }
        return lines;
    }

    @Override
    public List<ActForms.Field> form(
            FiledField field, String label, boolean needed, List<Choice> choices, FieldReader reader) {
        return FieldReader.one(field.key(), ActForms.Kind.LINE, needed, label, List.of());
    }

    @Override
    public Map<String, Object> schema(FiledField field, CodesOfLaw codes) {
        return Map.of(
                ARTICLES,
                FieldSchemas.someOf(codes.offences()),
                field.key(),
                FieldSchemas.text(FieldRules.LONGEST_TEXT),
                PENALTY,
                FieldSchemas.number(0, MOST_MONTHS));
    }
}
