package org.comity.cooperation.procedure;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.comity.convention.Convention;
import org.comity.cooperation.ActForms;
import org.comity.cooperation.RequestRow;
import org.comity.cooperation.form.BodyFields;
import org.comity.cooperation.form.ReadingMail;
import org.comity.cooperation.form.RecordedForm;
import org.comity.cooperation.procedure.field.FiledField;
import org.comity.ui.FormProblems;
import org.comity.ui.Language;
import org.comity.ui.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** Asks what came by letter, phone or mail in a procedure that is a file. */
final class FiledForms implements ActForms {

    private final ProcedureFile file;
    private final FiledComposition composition;
    private final @Nullable OpeningInJava java;
    private final Convention convention;
    private final Words words;
    private final RecordedForm acts;

    FiledForms(
            ProcedureFile file,
            FiledComposition composition,
            FiledWriting writing,
            Convention convention,
            Words words,
            @Nullable OpeningInJava java) {
        this.java = java;
        this.file = file;
        this.composition = composition;
        this.convention = convention;
        this.words = words;
        this.acts = new RecordedForm(writing, words);
    }

    @Override
    public String procedure() {
        return file.id();
    }

    @Override
    public List<Field> fields(String type, @Nullable RequestRow row, Language language) {
        return row == null ? opening(language) : acts.fields(row, type, language);
    }

    private List<Field> opening(Language language) {
        if (java != null) {
            return java.form(language);
        }
        var law = composition.law(Map.of());
        var reader = composition.reader(law, language);
        var fields = new ArrayList<Field>();
        var instruments = RecordedForm.instruments(convention, file.law(), language);
        fields.add(
                new Field("instrument", Kind.CHOICE, true, words.say(language, "paper.field.instrument"), instruments));
        fields.addAll(RecordedForm.basis(words, language));
        fields.add(new Field("ourCase", Kind.LINE, false, words.say(language, "paper.field.ourCase"), List.of()));
        fields.add(new Field("theirCase", Kind.LINE, false, words.say(language, "paper.field.theirCase"), List.of()));
        for (var field : file.fields(file.opening())) {
            var choices = composition.choices(field, law, language);
            fields.addAll(field.type().form(field, reader.label(field), never(field), choices, reader));
        }
        return fields;
    }

    /** Without it a letter is none that can be found again. */
    private static boolean never(FiledField field) {
        return field.need() == org.comity.cooperation.ActField.Need.ALWAYS
                || field.type().name().equals("authority");
    }

    @Override
    public Written read(String type, MultiValueMap<String, String> form, @Nullable RequestRow row) {
        if (row != null) {
            return acts.read(row, type, form);
        }
        var pages = java == null ? composition : java.pages();
        var body = pages.empty();
        for (var step : pages.steps()) {
            body = pages.apply(body, step, form);
        }
        return new Written(body, pages.facts(body, Map.of()));
    }

    @Override
    public FormProblems problems(String type, Written written) {
        if (!type.equals(file.opening())) {
            return acts.problems(type, written);
        }
        if (java != null) {
            return RecordedForm.request(java.neededByLetter(), written);
        }
        var body = new BodyFields(written.body());
        var needed = file.fields(type).stream()
                .filter(it -> never(it) || it.condition() != null && it.always(body, written.facts()))
                .map(FiledField::key)
                .toList();
        return RecordedForm.request(needed, written);
    }

    /** Of what can be read out of a mail, what this form asks. */
    @Override
    public Map<String, List<String>> recognise(String text) {
        if (java != null) {
            return new ReadingMail(text).values();
        }
        var asked = new HashSet<>(List.of("ourCase", "theirCase", "dated"));
        file.fields(file.opening()).forEach(it -> asked.addAll(it.type().keys(it.key())));
        var found = new LinkedHashMap<>(new ReadingMail(text).values());
        found.keySet().retainAll(asked);
        return found;
    }
}
