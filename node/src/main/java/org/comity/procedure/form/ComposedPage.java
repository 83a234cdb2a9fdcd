package org.comity.procedure.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comity.convention.Convention;
import org.comity.convention.Instrument;
import org.comity.convention.ProcedureLaw;
import org.comity.procedure.Composition.PageField;
import org.comity.ui.Choice;
import org.comity.ui.FormProblems;
import org.comity.ui.Language;
import org.comity.ui.Page;
import org.jspecify.annotations.Nullable;

/**
 * Gives the fields of one page of an opening act what stands in them, whoever writes it and on whose pages.
 *
 * @param law the procedure as the law data and the messages name it, e.g. {@code preservation}
 * @param offences that can be named
 * @param instrument that governs; null while none is named that is held here
 */
public record ComposedPage(
        String law,
        Map<String, Object> body,
        List<Choice> offences,
        @Nullable Instrument instrument,
        FormProblems problems) {

    /** The offences of the instrument in the edition that governs, by their articles. */
    public static List<Choice> offences(Convention convention, ProcedureLaw law, Language language) {
        return convention.offences(law.edition()).stream()
                .map(it ->
                        Choice.of(it.article(), it.article() + ". " + it.title().in(language.tag())))
                .toList();
    }

    public String text(String key) {
        return new BodyFields(body).text(key);
    }

    public List<String> texts(String key) {
        return new BodyFields(body).texts(key);
    }

    public boolean flag(String key) {
        return new BodyFields(body).flag(key);
    }

    /** The day of an instant, as a date field holds it; what cannot be read, as it was typed. */
    public String day(String key) {
        var instant = new BodyFields(body).instant(key);
        return instant == null ? text(key) : instant.toString().substring(0, "2027-01-31".length());
    }

    /** The rows of a field, with empty ones to fill: one more than there are at least. */
    public List<Map<String, Object>> rows(PageField field) {
        var rows = new ArrayList<>(new BodyFields(body).maps(field.key()));
        do {
            rows.add(Map.of());
        } while (rows.size() < field.emptyRows());
        return rows;
    }

    /** The identifiers under a key, as typed. */
    public String identifiers(String key) {
        return new BodyFields(body)
                .maps(key).stream().map(it -> Identifier.of(it).line()).collect(Collectors.joining("\n"));
    }

    /** One on each line. */
    public String lines(String key) {
        return String.join("\n", texts(key));
    }

    /** The message that names a page, or asks its question: the procedure's own, or everybody's. */
    public String word(Page page, String kind, String step) {
        return Stream.of(
                        law + "." + kind + "." + step,
                        law + ".page." + step,
                        "compose." + law + "." + kind + "." + step)
                .filter(page::has)
                .findFirst()
                .orElse("compose." + kind + "." + step);
    }
}
