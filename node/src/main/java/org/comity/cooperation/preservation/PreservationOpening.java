package org.comity.cooperation.preservation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.comity.convention.Convention;
import org.comity.convention.ProcedureLaw;
import org.comity.cooperation.ActForms.Field;
import org.comity.cooperation.ActForms.Kind;
import org.comity.cooperation.Composition;
import org.comity.cooperation.form.FieldSections;
import org.comity.cooperation.form.Identifier;
import org.comity.cooperation.form.RecordedForm;
import org.comity.cooperation.procedure.OpeningInJava;
import org.comity.cooperation.procedure.field.FieldTypes;
import org.comity.directory.Directory;
import org.comity.proof.Act;
import org.comity.sealing.Letters.Section;
import org.comity.ui.Choice;
import org.comity.ui.Language;
import org.comity.ui.Words;
import org.springframework.stereotype.Component;

/** The request for preservation, which its file leaves to Java: its items stand under the letters of the law, several under one. */
@Component
class PreservationOpening implements OpeningInJava {

    private final Convention convention;
    private final Words words;
    private final PreservationComposition pages;

    PreservationOpening(Convention convention, Directory directory, Words words) {
        this.convention = convention;
        this.words = words;
        this.pages = new PreservationComposition(convention, directory, words);
    }

    @Override
    public String procedure() {
        return Preservation.ID;
    }

    @Override
    public Composition pages() {
        return pages;
    }

    @Override
    public void check(Act act) {
        new PreservationDoor(convention).check(PreservationRequest.of(act.body()), act.envelope());
    }

    @Override
    public List<Section> sections(ProcedureLaw law, Map<String, Object> body, Locale language) {
        return new PreservationSections(words, convention, law, PreservationRequest.of(body), language).all();
    }

    @Override
    public String subject(Map<String, Object> body, Locale language) {
        var request = PreservationRequest.of(body);
        var reader = Language.of(language.getLanguage()).orElse(Language.ENGLISH);
        if (request.identifiers().isEmpty() && !request.facts().isBlank()) {
            return words.say(reader, "preservation.subject-facts", "facts", FieldSections.inShort(request.facts()));
        }
        var kinds =
                request.identifiers().stream().map(Identifier::kind).distinct().toList();
        var kind = kinds.size() == 1 ? kinds.getFirst().word() : "other";
        int count = request.identifiers().size();
        return words.say(reader, "preservation.subject", "count", count, "kind", kind);
    }

    @Override
    public Set<String> keys() {
        return PreservationRequest.keys();
    }

    @Override
    public List<String> neededByLetter() {
        return List.of("authority", "facts");
    }

    @Override
    public Map<String, Object> clean(Map<String, Object> given) {
        return PreservationRequest.of(given).json();
    }

    @Override
    public List<Field> form(Language language) {
        var fields = new ArrayList<Field>();
        var instruments = RecordedForm.instruments(convention, Preservation.NAME, language);
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
        return FieldTypes.DATA_CLASSES.stream()
                .map(it -> Choice.of(it, words.say(language, "preservation.class." + it)))
                .toList();
    }
}
