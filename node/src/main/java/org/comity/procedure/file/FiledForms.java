package org.comity.procedure.file;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.comity.convention.Convention;
import org.comity.procedure.ActForms;
import org.comity.procedure.PastStep;
import org.comity.procedure.RequestRow;
import org.comity.procedure.field.FieldReader;
import org.comity.procedure.field.FiledField;
import org.comity.procedure.form.BodyFields;
import org.comity.procedure.form.GoverningLaw;
import org.comity.procedure.form.ReadingMail;
import org.comity.procedure.form.RecordedForm;
import org.comity.ui.FormProblems;
import org.comity.ui.Language;
import org.comity.ui.TypedText;
import org.comity.ui.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** Asks what came by letter, phone or mail in a procedure that is a file. */
final class FiledForms implements ActForms {

    private static final String INSTRUMENT = "instrument";

    private final ProcedureFile file;
    private final FiledComposition composition;
    private final Convention convention;
    private final Words words;
    private final RecordedForm acts;
    private final PossibleFields possible;

    FiledForms(
            ProcedureFile file,
            FiledComposition composition,
            FiledWriting writing,
            Convention convention,
            Words words,
            PossibleFields possible) {
        this.file = file;
        this.composition = composition;
        this.convention = convention;
        this.words = words;
        this.acts = new RecordedForm(writing, words);
        this.possible = possible;
    }

    @Override
    public String procedure() {
        return file.id();
    }

    @Override
    public List<Field> fields(String type, @Nullable RequestRow row, Language language) {
        return row == null ? opening(language) : acts.fields(row, type, language);
    }

    @Override
    public Map<String, List<PastStep>> past() {
        return file.past();
    }

    private List<Field> opening(Language language) {
        var law = composition.law(Map.of());
        var reader = composition.reader(law, language);
        var fields = new ArrayList<Field>();
        var instruments = RecordedForm.instruments(convention, file.law(), language);
        fields.add(
                new Field(INSTRUMENT, Kind.CHOICE, true, words.say(language, "paper.field.instrument"), instruments));
        fields.addAll(RecordedForm.basis(words, language));
        fields.add(new Field("ourCase", Kind.LINE, false, words.say(language, "paper.field.ourCase"), List.of()));
        fields.add(new Field("theirCase", Kind.LINE, false, words.say(language, "paper.field.theirCase"), List.of()));
        var page = composition.page(Map.of(), language);
        for (var field : file.fields(file.opening())) {
            if (inLetter(field)) {
                continue;
            }
            var choices = page.choices(field);
            fields.addAll(field.type().form(field, label(field, reader), never(field), choices, reader));
        }
        return fields;
    }

    /** The letter itself says the details of what it asks for, and lies with it. */
    private boolean inLetter(FiledField field) {
        var sections = file.sections();
        return sections != null && sections.labelled(field.key());
    }

    /** What stands under a letter with others has no label of its own in the law: as every letter's form names it. */
    private String label(FiledField field, FieldReader reader) {
        var everybodys = "paper.field." + field.key();
        if (file.letters().isEmpty()) {
            return reader.label(field);
        }
        if (words.has("en", everybodys)) {
            return words.say(reader.language(), everybodys);
        }
        return reader.has("form." + field.key()) ? reader.text("form." + field.key()) : reader.label(field);
    }

    /** Without it a letter is none that can be found again; of what could name it, the last is the least. */
    private boolean never(FiledField field) {
        var naming = file.subject();
        if (naming.size() > 1 && naming.contains(field.key())) {
            return naming.getLast().equals(field.key());
        }
        return field.need() == org.comity.procedure.ActField.Need.ALWAYS && !field.lifted()
                || field.type().name().equals("authority");
    }

    @Override
    public Written read(String type, MultiValueMap<String, String> form, @Nullable RequestRow row) {
        if (row != null) {
            return acts.read(row, type, form);
        }
        // Nothing but the instrument is begun for another State: what its letter does not say, its act does not say.
        var body = composition.clean(Map.of(INSTRUMENT, new BodyFields(composition.empty()).text(INSTRUMENT)));
        for (var step : composition.steps()) {
            if (asks(step, form)) {
                body = composition.apply(body, step, form);
            }
        }
        // A number may begin with one where we write it ourselves; in a letter that names none it stands nowhere.
        var said = new LinkedHashMap<>(body);
        said.entrySet()
                .removeIf(it -> it.getValue() instanceof Number
                        && TypedText.clean(form.getFirst(it.getKey())).isEmpty());
        return new Written(said, composition.facts(said, Map.of()));
    }

    /** A letter that ticks nothing asks for what every request did before one could tick. */
    private boolean asks(String step, MultiValueMap<String, String> form) {
        var sections = file.sections();
        return sections == null
                || !file.pages()
                        .getOrDefault(step, List.of())
                        .contains(sections.choice().key())
                || form.containsKey(sections.choice().key());
    }

    @Override
    public FormProblems problems(String type, Written written) {
        var body = new BodyFields(written.body());
        return missing(type, written).and(impossible(type, body, new BodyFields(Map.copyOf(written.facts()))));
    }

    /** What nobody can read, and what no act may say, whoever wrote it; what a letter only says badly is recorded as it is. */
    private FormProblems impossible(String type, BodyFields body, BodyFields facts) {
        var found = FormProblems.NONE;
        var law = composition.law(body.json());
        for (var field : file.fields(type)) {
            boolean later = field.fact() && !type.equals(file.opening());
            var said = later ? facts : body;
            for (var cell : possible.days().impossible(field, said)) {
                found = found.with(cell, "paper.impossible-day");
            }
            for (var cell : possible.cells().noStates(field, said, convention)) {
                found = found.with(cell.field(), file.law() + ".needed." + cell.key(), cell.facts());
            }
            var broken = field.type().broken(field, said, law, convention);
            for (var wrong : field.type().wrong(field, said)) {
                if (wrong.unreadable() || broken.filter(wrong.field()::equals).isPresent()) {
                    found = found.with(wrong.field(), file.law() + ".needed." + wrong.key(), wrong.facts());
                }
            }
        }
        return found;
    }

    @Override
    public FormProblems uncounted(String type, Written written) {
        var found = FormProblems.NONE;
        for (var field : file.fields(type)) {
            for (var cell : possible.cells().uncounted(field, new BodyFields(written.body()), convention)) {
                found = found.with(cell.field(), file.law() + ".needed." + cell.key(), cell.facts());
            }
        }
        return found;
    }

    private FormProblems missing(String type, Written written) {
        if (!type.equals(file.opening())) {
            return acts.problems(type, written);
        }
        var needed = file.fields(type).stream()
                .filter(this::never)
                .map(FiledField::key)
                .toList();
        var found = RecordedForm.request(needed, written);
        // An instrument that says nothing of this procedure is none for such a request.
        boolean known = found.at(INSTRUMENT).isPresent()
                || new GoverningLaw(convention)
                        .named(file.law(), written.body())
                        .isPresent();
        return known ? found : found.with(INSTRUMENT, "basis.missing.instrument");
    }

    /** Of what can be read out of a mail, what this form asks. */
    @Override
    public Map<String, List<String>> recognise(String text) {
        var asked = new HashSet<>(List.of("ourCase", "theirCase", "dated"));
        file.fields(file.opening()).forEach(it -> asked.addAll(it.type().keys(it.key())));
        var found = new LinkedHashMap<>(new ReadingMail(text).values());
        found.keySet().retainAll(asked);
        return found;
    }
}
