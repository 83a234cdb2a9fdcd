package org.comity.assistance;

import static org.comity.assistance.RequestBody.SECTIONS;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.comity.convention.Convention;
import org.comity.convention.FieldKey;
import org.comity.convention.ProcedureLaw;
import org.comity.procedure.ActForms.Field;
import org.comity.procedure.ActForms.Kind;
import org.comity.procedure.ActForms.Written;
import org.comity.procedure.Composition;
import org.comity.procedure.file.OpeningInJava;
import org.comity.procedure.form.BodyFields;
import org.comity.procedure.form.Identifier;
import org.comity.procedure.form.RecordedForm;
import org.comity.procedure.form.TypedForm;
import org.comity.proof.Act;
import org.comity.sealing.Letters.Section;
import org.comity.ui.Choice;
import org.comity.ui.FormProblems;
import org.comity.ui.Language;
import org.comity.ui.Words;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/** The request for legal assistance, which its file leaves to Java: what it asks for stands in sections, several fields under a letter. */
@Component
class AssistanceOpening implements OpeningInJava {

    /** Without these a letter is no request that can be found again. */
    private static final List<String> NEEDED = List.of("authority", "facts");

    private final AssistanceComposition pages;
    private final Convention convention;
    private final Words words;

    AssistanceOpening(AssistanceComposition pages, Convention convention, Words words) {
        this.pages = pages;
        this.convention = convention;
        this.words = words;
    }

    @Override
    public String procedure() {
        return Assistance.ID;
    }

    @Override
    public Composition pages() {
        return pages;
    }

    @Override
    public void check(Act act) {
        new AssistanceDoor(convention).check(new BodyFields(act.body()), act.envelope());
    }

    @Override
    public List<Section> sections(
            ProcedureLaw law, Map<String, String> facts, Map<String, Object> body, Language language) {
        return new RequestSections(words, convention, law, body, facts, language).all();
    }

    @Override
    public String headline(Map<String, Object> body, Language language) {
        return words.say(
                language,
                "assistance.headline.request" + (RequestSections.onlyData(body) ? "" : "-more"),
                "what",
                RequestSections.sought(words, language, body));
    }

    @Override
    public String subject(Map<String, Object> body, Language language) {
        if (!RequestSections.onlyData(body)) {
            return RequestSections.sought(words, language, body);
        }
        var identifiers = AssistanceRequestRules.read(new BodyFields(body));
        var kinds = identifiers.stream().map(Identifier::kind).distinct().toList();
        var kind = kinds.size() == 1 ? kinds.getFirst().word() : "other";
        return words.say(language, "assistance.subject", "count", identifiers.size(), "kind", kind);
    }

    @Override
    public Set<String> keys(Map<String, Object> body) {
        return RequestBody.keys(body);
    }

    @Override
    public Map<String, Object> clean(Map<String, Object> given) {
        return RequestBody.clean(given);
    }

    @Override
    public Map<String, Object> byLetter(MultiValueMap<String, String> form) {
        var typed = new TypedForm(form, pages.empty()).urgency();
        for (var step : AssistanceComposeStep.values()) {
            step.fill(typed);
        }
        var sought = SECTIONS.choice().key();
        return RequestBody.clean(form.containsKey(sought) ? SECTIONS.take(sought, form, typed.json()) : typed.json());
    }

    @Override
    public FormProblems problems(Written written) {
        var found = RecordedForm.request(NEEDED, written);
        boolean known = found.at("instrument").isPresent() || pages.holds(written.body());
        return known ? found : found.with("instrument", "basis.missing.instrument");
    }

    /** In the order of the law, and by its labels; what it asks besides is asked after. */
    @Override
    public List<Field> form(Language language) {
        var law = pages.law(Map.of());
        var choices = pages.choices(Map.of(), language);
        var fields = new ArrayList<Field>();
        var instruments = RecordedForm.instruments(convention, Assistance.NAME, language);
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
        return pages.fields(Map.of(), field.name(), language).stream()
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
