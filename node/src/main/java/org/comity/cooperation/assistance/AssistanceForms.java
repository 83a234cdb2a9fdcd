package org.comity.cooperation.assistance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.comity.convention.Convention;
import org.comity.convention.FieldKey;
import org.comity.convention.ProcedureLaw;
import org.comity.cooperation.ActForms;
import org.comity.cooperation.PastStep;
import org.comity.cooperation.RequestRow;
import org.comity.cooperation.delivery.CustodySteps;
import org.comity.cooperation.form.ReadingMail;
import org.comity.cooperation.form.RecordedForm;
import org.comity.cooperation.form.TypedForm;
import org.comity.ui.Choice;
import org.comity.ui.FormProblems;
import org.comity.ui.Language;
import org.comity.ui.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/** The forms of procedure 40/44 for what came by letter, mail or phone. */
@Component
class AssistanceForms implements ActForms {

    /** Without these a letter is no request that can be found again. */
    private static final List<String> NEEDED = List.of("authority", "facts");

    private final AssistanceComposition composition;
    private final Convention convention;
    private final Words words;
    private final RecordedForm acts;

    AssistanceForms(AssistanceComposition composition, AssistanceWriting writing, Convention convention, Words words) {
        this.acts = new RecordedForm(writing, words);
        this.composition = composition;
        this.convention = convention;
        this.words = words;
    }

    @Override
    public String procedure() {
        return AssistanceProcedure.ID;
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
        var typed = new TypedForm(form, composition.empty()).urgency();
        for (var step : AssistanceComposeStep.values()) {
            step.fill(typed);
        }
        var sought = RequestBody.SECTIONS.choice().key();
        var body = form.containsKey(sought) ? RequestBody.SECTIONS.take(sought, form, typed.json()) : typed.json();
        return new Written(RequestBody.clean(body), Map.of());
    }

    @Override
    public FormProblems problems(String type, Written written) {
        if (!type.equals(Acts.REQUEST)) {
            return acts.problems(type, written);
        }
        var found = RecordedForm.request(NEEDED, written);
        boolean known = found.at("instrument").isPresent() || composition.holds(written.body());
        return known ? found : found.with("instrument", "basis.missing.instrument");
    }

    @Override
    public Map<String, List<PastStep>> past() {
        var whole = new PastStep(
                CustodySteps.DELIVER, Map.of(CustodySteps.PART, CustodySteps.WHOLE), "", false, Map.of(), false);
        var past = new LinkedHashMap<String, List<PastStep>>();
        past.put(PastStep.ASKED, List.of(PastStep.of(Acts.REQUEST)));
        past.put("received", List.of(PastStep.of(Acts.ACKNOWLEDGE)));
        past.put("accepted", List.of(PastStep.of(Acts.ACCEPT)));
        past.put("delivered", List.of(whole));
        past.put("closed", List.of(whole, PastStep.of(Acts.CLOSE)));
        past.put("refused", List.of(PastStep.of(Acts.REFUSE)));
        past.put("withdrawn", List.of(PastStep.of(Acts.NO_LONGER_REQUIRED)));
        past.put("redirected", List.of(PastStep.of(Acts.REDIRECT)));
        return past;
    }

    @Override
    public Map<String, List<String>> recognise(String text) {
        return new ReadingMail(text).values();
    }

    /** In the order of the law, and by its labels; what it asks besides is asked after. */
    private List<Field> request(Language language) {
        var law = composition.law(Map.of());
        var choices = composition.choices(Map.of(), language);
        var fields = new ArrayList<Field>();
        var instruments = RecordedForm.instruments(convention, AssistanceProcedure.NAME, language);
        fields.add(new Field("instrument", Kind.CHOICE, true, say("paper.field.instrument", language), instruments));
        fields.addAll(RecordedForm.basis(words, language));
        fields.add(plain("ourCase", Kind.LINE, language));
        fields.add(plain("theirCase", Kind.LINE, language));
        for (var field : law.fields()) {
            FieldKey.of(field.name())
                    .ifPresentOrElse(
                            it -> fields.addAll(asked(it, field, choices, language)),
                            () -> fields.addAll(sought(field, language)));
        }
        fields.add(plain("custodian", Kind.LINE, language));
        fields.add(plain("emergency", Kind.FLAG, language));
        fields.add(plain("emergencyReason", Kind.TEXT, language));
        return fields;
    }

    /** What is sought; the letter itself says the details of each, and lies with it. */
    private List<Field> sought(ProcedureLaw.Field field, Language language) {
        return composition.fields(Map.of(), field.name(), language).stream()
                .filter(it -> it.key().equals(field.name()))
                .map(it -> new Field(it.key(), Kind.CHOICES, false, it.label(), it.options()))
                .toList();
    }

    private List<Field> asked(
            FieldKey key, ProcedureLaw.Field field, Map<String, List<Choice>> choices, Language language) {
        var label = field.label().in(language.tag());
        return switch (key) {
            case AUTHORITY -> List.of(new Field("authority", Kind.LINE, true, label, List.of()));
            case PROCEEDING ->
                List.of(
                        text("proceeding", label),
                        new Field(
                                "conductedBy",
                                Kind.LINE,
                                false,
                                say("assistance.ask.conducted-by", language),
                                List.of()));
            case FACTS -> List.of(new Field("facts", Kind.TEXT, true, label, List.of()));
            case ASSISTANCE ->
                List.of(
                        new Field(
                                "measures",
                                Kind.CHOICES,
                                false,
                                say("assistance.ask.measures", language),
                                of(choices, "measures")),
                        text("assistance", label));
            case CONCERNED -> List.of(text("concerned", label));
            case PERIOD -> List.of(plain("from", Kind.DAY, language), plain("until", Kind.DAY, language));
            case PURPOSE -> List.of(text("purpose", label));
            case SCOPE -> List.of(new Field("scope", Kind.CHOICE, false, label, of(choices, "scope")));
            case OFFENCE -> List.of(new Field("offence", Kind.LINE, false, label, List.of()));
            case DATA ->
                List.of(
                        new Field("dataClasses", Kind.CHOICES, false, label, of(choices, "dataClasses")),
                        plain("identifiers", Kind.LINES, language));
            case PRESERVED ->
                List.of(new Field(
                        "preservation", Kind.LINE, false, say("assistance.ask.preservation", language), List.of()));
            case DEADLINE -> List.of(plain("answerBy", Kind.DAY, language), text("deadlineReasons", label));
            case FORMALITIES -> List.of(new Field("formalities", Kind.LINES, false, label, List.of()));
            case CONFIDENTIALITY -> List.of(plain("secret", Kind.FLAG, language));
            case SAFEGUARDS -> List.of(text("safeguards", label));
            case LANGUAGE -> List.of(new Field("language", Kind.LINE, false, label, List.of()));
            case EXPEDITED -> List.of(new Field("expedited", Kind.CHOICE, false, label, of(choices, "expedited")));
            case BASIS, CUSTODIAN, NECESSITY, INTENT -> List.of();
        };
    }

    private static List<Choice> of(Map<String, List<Choice>> choices, String key) {
        return choices.getOrDefault(key, List.of());
    }

    private Field text(String key, String label) {
        return new Field(key, Kind.TEXT, false, label, List.of());
    }

    private Field plain(String key, Kind kind, Language language) {
        return new Field(key, kind, false, say("paper.field." + key, language), List.of());
    }

    private String say(String key, Language language) {
        return words.say(language, key);
    }
}
