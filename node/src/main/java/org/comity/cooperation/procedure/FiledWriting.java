package org.comity.cooperation.procedure;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.comity.convention.Convention;
import org.comity.convention.ProcedureLaw;
import org.comity.cooperation.ActField;
import org.comity.cooperation.ActTable;
import org.comity.cooperation.ActWriting;
import org.comity.cooperation.Editions;
import org.comity.cooperation.RequestRow;
import org.comity.cooperation.form.BodyFields;
import org.comity.cooperation.form.GroundChoices;
import org.comity.cooperation.form.TypedAct;
import org.comity.ui.Choice;
import org.comity.ui.FormProblems;
import org.comity.ui.Language;
import org.comity.ui.Words;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** Knows the pages on which the later acts of a procedure that is a file are written. */
final class FiledWriting implements ActWriting {

    private final ProcedureFile file;
    private final ActTable table;
    private final Particulars particulars;
    private final Convention convention;
    private final Editions editions;
    private final SpeakingOf speaking;
    private final Words words;

    FiledWriting(
            ProcedureFile file,
            Particulars particulars,
            Convention convention,
            Editions editions,
            SpeakingOf speaking,
            Words words) {
        this.file = file;
        this.table = file.table();
        this.particulars = particulars;
        this.convention = convention;
        this.editions = editions;
        this.speaking = speaking;
        this.words = words;
    }

    @Override
    public String procedure() {
        return file.id();
    }

    @Override
    public ActTable table() {
        return table;
    }

    @Override
    public Optional<List<Choice>> choices(
            RequestRow row, String type, ActField asked, Map<String, Object> body, Language language) {
        var field = file.field(type, asked.key());
        if (field.filter(it -> it.type().speaks()).isPresent()) {
            return Optional.of(speaking.choices(row, type, field.get(), language));
        }
        return field.filter(it -> it.type().name().equals("ground"))
                .map(_ -> new GroundChoices(file.law(), law(row), words).of(law(row).grounds(), language));
    }

    @Override
    public Written read(RequestRow row, String type, MultiValueMap<String, String> form, @Nullable Official by) {
        var typed = new TypedAct(table.of(type), form);
        return new Written(typed.body(), withEnd(file, type, typed.facts(), row.until()));
    }

    /** An end that has come is named by the act itself, so that a later one registered first wins. */
    static Map<String, String> withEnd(
            ProcedureFile file, String type, Map<String, String> typed, @Nullable Instant current) {
        var facts = new LinkedHashMap<>(typed);
        if (current != null) {
            file.fields(type).stream()
                    .filter(it -> !it.type().typed())
                    .forEach(it -> facts.put(it.key(), current.toString()));
        }
        return facts;
    }

    @Override
    public FormProblems problems(RequestRow row, String type, Written written) {
        var body = new BodyFields(written.body());
        var found = FormProblems.NONE;
        for (var field : file.fields(type)) {
            if (field.condition() != null
                    && field.needed(body, written.facts())
                    && !field.says(body, written.facts())) {
                found = found.with(field.key(), file.law() + ".needed." + field.key());
            }
            if (!field.type().typed() && !written.facts().containsKey(field.key())) {
                found = found.with(field.key(), file.law() + ".needed." + field.key());
            }
            for (var wrong : field.type().wrong(field, body)) {
                found = found.with(
                        wrong.field(), file.law() + ".needed." + wrong.key(), "line", Integer.toString(wrong.line()));
            }
        }
        return found;
    }

    @Override
    public List<Pointed> pointed(RequestRow row, String type, Map<String, Object> body) {
        var pointed = new ArrayList<>(particulars.pointed(row, type, body));
        var law = law(row);
        if (law.closed() && new BodyFields(body).text("ground").equals("other")) {
            pointed.add(new Pointed("basis.closed", law.closedBy()));
        }
        return pointed;
    }

    @Override
    public List<ProcedureLaw.Provision> said(RequestRow row, String type) {
        var law = law(row);
        return file.duties().getOrDefault(type, List.of()).stream()
                .flatMap(key -> Stream.concat(
                        law.duty(key).stream(),
                        law.notGrounds().stream().filter(it -> it.key().equals(key))))
                .toList();
    }

    private ProcedureLaw law(RequestRow row) {
        return convention.law(file.law(), editions.ofThread(row.thread())).orElseThrow();
    }
}
