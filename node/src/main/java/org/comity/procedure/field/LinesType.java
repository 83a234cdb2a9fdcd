package org.comity.procedure.field;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.comity.convention.Convention;
import org.comity.convention.ProcedureLaw;
import org.comity.procedure.ActField;
import org.comity.procedure.ActForms;
import org.comity.procedure.form.BodyFields;
import org.comity.procedure.form.FieldRules;
import org.comity.procedure.form.TypedForm;
import org.comity.ui.Choice;
import org.comity.vocabulary.ArticleReferences;
import org.springframework.util.MultiValueMap;

/** Takes several things, one on each line: in words, or what programs read, which has a form. */
final class LinesType implements FieldType {

    private static final int MOST = 50;

    private final String name;
    private final String form;
    private final String such;
    private final BiPredicate<Convention, String> known;

    /**
     * @param form of each line, as a pattern; empty where it is words
     * @param such one that has it
     * @param known whether the law has what a line names; true where it knows nothing of such lines
     */
    private LinesType(String name, String form, String such, BiPredicate<Convention, String> known) {
        this.name = name;
        this.form = form;
        this.such = such;
        this.known = known;
    }

    LinesType() {
        this("lines", "", "", (_, _) -> true);
    }

    static LinesType articles() {
        return new LinesType("article-lines", ArticleReferences.FORM, "25(1)", LinesType::hasArticle);
    }

    /** Of its paragraphs the law holds some, and not all: they are not asked for. */
    static boolean hasArticle(Convention law, String reference) {
        return law.newest(Convention.UNCC)
                .flatMap(it -> law.article(it.edition(), ArticleReferences.number(reference)))
                .isPresent();
    }

    static LinesType languages() {
        return new LinesType("language-lines", "[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})?", "en", (_, _) -> true);
    }

    /** By the numbers of M49, the United Nations' list of countries and regions. */
    static LinesType regions() {
        return new LinesType("region-lines", "[0-9]{3}", "061", (_, _) -> true);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Optional<ActField.Kind> kind() {
        return Optional.of(ActField.Kind.LINES);
    }

    @Override
    public Map<String, Object> take(FiledField field, MultiValueMap<String, String> form, Map<String, Object> body) {
        return form.containsKey(field.key())
                ? new TypedForm(form, body).lines(field.key()).json()
                : body;
    }

    @Override
    public void clean(FiledField field, BodyFields given, Map<String, Object> body) {
        body.put(field.key(), given.texts(field.key()).stream().limit(MOST).toList());
    }

    @Override
    public List<Missing> wrong(FiledField field, BodyFields body) {
        var lines = body.texts(field.key());
        var longer = first(lines, it -> it.length() > FieldRules.LONGEST_TEXT);
        if (longer.isPresent()) {
            int n = longer.getAsInt();
            return List.of(Missing.lineTooLong(field.key(), n + 1, FieldRules.LONGEST_TEXT, lines.get(n)));
        }
        return unread(lines).stream()
                .mapToObj(n -> Missing.unreadable(field.key(), "no-" + name).on(n + 1))
                .toList();
    }

    @Override
    public List<Missing> unknown(FiledField field, BodyFields body, Convention convention) {
        var lines = body.texts(field.key());
        return unread(lines).isPresent()
                ? List.of()
                : first(lines, it -> !known.test(convention, it)).stream()
                        .mapToObj(n -> Missing.wrong(field.key(), "no-" + name).on(n + 1))
                        .toList();
    }

    /** The first line that has not the form. */
    private OptionalInt unread(List<String> lines) {
        return form.isEmpty() ? OptionalInt.empty() : first(lines, it -> !it.matches(form));
    }

    private static OptionalInt first(List<String> lines, Predicate<String> such) {
        return IntStream.range(0, lines.size())
                .filter(n -> such.test(lines.get(n)))
                .findFirst();
    }

    @Override
    public Optional<String> broken(FiledField field, BodyFields body, ProcedureLaw law, Convention convention) {
        var lines = body.texts(field.key());
        return lines.size() <= MOST && unread(lines).isEmpty() ? Optional.empty() : Optional.of(field.key());
    }

    @Override
    public List<String> lines(FiledField field, BodyFields body, FieldReader reader) {
        return body.texts(field.key());
    }

    @Override
    public List<ActForms.Field> form(
            FiledField field, String label, boolean needed, List<Choice> choices, FieldReader reader) {
        return FieldReader.one(field.key(), ActForms.Kind.LINES, needed, label, List.of());
    }

    @Override
    public Map<String, Object> schema(FiledField field, CodesOfLaw codes) {
        var line = form.isEmpty()
                ? FieldSchemas.text(FieldRules.LONGEST_TEXT)
                : FieldSchemas.such(form, FieldRules.LONGEST_TEXT, such);
        return Map.of(field.key(), FieldSchemas.list(MOST, line));
    }
}
