package org.comity.casework.acts;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.comity.directory.Directory;
import org.comity.procedure.ActField;
import org.comity.procedure.Procedures;
import org.comity.procedure.RequestRow;
import org.comity.procedure.field.ReadCells;
import org.comity.procedure.form.ActFormView;
import org.comity.procedure.form.BodyFields;
import org.comity.procedure.form.NeededWhen;
import org.comity.ui.Choice;
import org.comity.ui.Language;
import org.comity.ui.TypedMoment;
import org.comity.ui.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The fields of an act as its page asks them: with their choices, and the rows that the thread asks for. */
@Component
class AskedFields {

    private final Procedures procedures;
    private final ReadCells cells;
    private final Words words;

    AskedFields(Procedures procedures, Directory directory, Words words) {
        this.procedures = procedures;
        this.cells = new ReadCells(directory::all);
        this.words = words;
    }

    /**
     * @param typed what stands in the envelope as it was typed; empty before the first save
     * @param until the end that is offered to the act
     */
    List<ActFormView.RequestWords> of(
            RequestRow row,
            String type,
            Map<String, Object> body,
            Map<String, String> typed,
            @Nullable Instant until,
            Language language) {
        var writing = procedures.of(row.procedure()).writing();
        var asked = new ArrayList<ActFormView.RequestWords>();
        for (var field : writing.table().of(type)) {
            var choices = writing.choices(row, type, field, body, language);
            var rows = writing.rows(row, field);
            if (choices.filter(List::isEmpty).isPresent()
                    || rows.filter(List::isEmpty).isPresent()) {
                continue;
            }
            asked.add(new ActFormView.RequestWords(
                    field.key(),
                    field.kind().name(),
                    field.needed(),
                    field.fact(),
                    choices.orElseGet(() -> options(row, field.key(), field, language)),
                    moment(
                            field,
                            field.fact()
                                    ? typed.getOrDefault(field.key(), until == null ? "" : until.toString())
                                    : new BodyFields(body).text(field.key())),
                    columns(row, field, language),
                    shown(field, rows.orElse(null), body),
                    rows.isPresent(),
                    NeededWhen.said(row.law(), field.when(), words, language)));
        }
        return asked;
    }

    private static @Nullable TypedMoment moment(ActField field, String kept) {
        return field.kind() == ActField.Kind.INSTANT ? TypedMoment.ofKept(kept, ZoneOffset.UTC) : null;
    }

    private List<ActFormView.RequestWords> columns(RequestRow row, ActField field, Language language) {
        return field.columns().stream()
                .map(it -> new ActFormView.RequestWords(
                        it.key(),
                        it.kind().name(),
                        it.needed(),
                        false,
                        it.kind() == ActField.Kind.STATE
                                ? cells.choices(language.tag())
                                : options(row, field.named() + "." + it.key(), it, language),
                        null,
                        List.of(),
                        List.of(),
                        false,
                        ""))
                .toList();
    }

    /** What was written, over what the thread asks for; else rows to fill, one more than there are at least. */
    private static List<Map<String, Object>> shown(
            ActField field, @Nullable List<Map<String, Object>> asked, Map<String, Object> body) {
        if (field.kind() != ActField.Kind.ROWS) {
            return List.of();
        }
        var rows = new ArrayList<>(new BodyFields(body).maps(field.key()));
        if (asked != null) {
            return rows.isEmpty() ? asked : rows;
        }
        do {
            rows.add(new LinkedHashMap<>());
        } while (rows.size() < field.emptyRows());
        return rows;
    }

    private List<Choice> options(RequestRow row, String key, ActField field, Language language) {
        return field.options().stream()
                .map(it -> Choice.of(it, words.say(language, row.law() + ".option." + key + "." + it)))
                .toList();
    }
}
