package org.comity.cooperation.preservation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.comity.convention.Convention;
import org.comity.cooperation.ActForms;
import org.comity.cooperation.RequestRow;
import org.comity.cooperation.form.ReadingMail;
import org.comity.cooperation.form.RecordedForm;
import org.comity.ui.Choice;
import org.comity.ui.FormProblems;
import org.comity.ui.Language;
import org.comity.ui.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/** The forms of procedure 42 for what came by letter, mail or phone. */
@Component
class PreservationForms implements ActForms {

    private static final List<String> CLASSES = List.of("subscriber", "traffic", "content");

    private final Convention convention;
    private final PreservationComposition composition;
    private final Words words;
    private final RecordedForm acts;

    PreservationForms(
            Convention convention, PreservationComposition composition, PreservationWriting writing, Words words) {
        this.acts = new RecordedForm(writing, words);
        this.convention = convention;
        this.composition = composition;
        this.words = words;
    }

    @Override
    public String procedure() {
        return PreservationProcedure.ID;
    }

    @Override
    public List<Field> fields(String type, @Nullable RequestRow row, Language language) {
        return row == null ? request(language) : acts.fields(row, type, language);
    }

    @Override
    public Written read(String type, MultiValueMap<String, String> form, @Nullable RequestRow row) {
        if (row != null) {
            return acts.read(row, type, form);
        }
        var body = composition.empty();
        for (var step : composition.steps()) {
            body = composition.apply(body, step, form);
        }
        return new Written(body, Map.of());
    }

    @Override
    public FormProblems problems(String type, Written written) {
        var found = type.equals(PreservationProcedure.REQUEST)
                ? RecordedForm.request(List.of("authority", "facts"), written)
                : acts.problems(type, written);
        return PreservationProcedure.WITH_UNTIL.contains(type)
                        && !written.facts().containsKey("until")
                ? found.with("until", "paper.needed-until")
                : found;
    }

    @Override
    public Map<String, List<String>> recognise(String text) {
        return new ReadingMail(text).values();
    }

    private List<Field> request(Language language) {
        var fields = new ArrayList<Field>();
        var instruments = RecordedForm.instruments(convention, "preservation", language);
        fields.add(new Field("instrument", Kind.CHOICE, true, label("instrument", language), instruments));
        fields.addAll(RecordedForm.basis(words, language));
        fields.addAll(List.of(
                asked("authority", Kind.LINE, true, language),
                asked("ourCase", Kind.LINE, false, language),
                asked("theirCase", Kind.LINE, false, language),
                asked("offence", Kind.LINE, false, language),
                asked("facts", Kind.TEXT, true, language),
                new Field("dataClasses", Kind.CHOICES, false, label("dataClasses", language), classes(language)),
                asked("identifiers", Kind.LINES, false, language),
                asked("from", Kind.DAY, false, language),
                asked("until", Kind.DAY, false, language),
                asked("link", Kind.TEXT, false, language),
                asked("custodian", Kind.LINE, false, language),
                asked("necessity", Kind.TEXT, false, language),
                asked("intent", Kind.FLAG, false, language),
                asked("followUp", Kind.DAY, false, language),
                asked("daysAsked", Kind.LINE, false, language),
                asked("answerBy", Kind.DAY, false, language),
                asked("secret", Kind.FLAG, false, language),
                asked("doNotNotify", Kind.FLAG, false, language),
                asked("emergency", Kind.FLAG, false, language),
                asked("emergencyReason", Kind.TEXT, false, language)));
        return fields;
    }

    private Field asked(String key, Kind kind, boolean needed, Language language) {
        return new Field(key, kind, needed, label(key, language), List.of());
    }

    private String label(String key, Language language) {
        return words.say(language, "paper.field." + key);
    }

    private List<Choice> classes(Language language) {
        return CLASSES.stream()
                .map(it -> Choice.of(it, words.say(language, "preservation.class." + it)))
                .toList();
    }
}
