package org.comity.cooperation.assistance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.comity.convention.Convention;
import org.comity.convention.FieldKey;
import org.comity.convention.ProcedureLaw;
import org.comity.convention.ProcedureLaw.Need;
import org.comity.cooperation.ActWriting.Pointed;
import org.comity.cooperation.Composition;
import org.comity.cooperation.RequestGroup;
import org.comity.cooperation.form.BodyFields;
import org.comity.cooperation.form.DoubtfulIdentifiers;
import org.comity.cooperation.form.FieldSections;
import org.comity.cooperation.form.GoverningLaw;
import org.comity.cooperation.form.TypedForm;
import org.comity.directory.Directory;
import org.comity.ui.Choice;
import org.comity.ui.FormProblems;
import org.comity.ui.Language;
import org.comity.ui.Words;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/** The pages of a request for assistance: what the governing instrument's data ask, each with its paragraph. */
@Component
class AssistanceComposition implements Composition {

    private final Convention convention;
    private final Directory directory;
    private final Words words;

    AssistanceComposition(Convention convention, Directory directory, Words words) {
        this.convention = convention;
        this.directory = directory;
        this.words = words;
    }

    @Override
    public String procedure() {
        return AssistanceProcedure.ID;
    }

    @Override
    public RequestGroup group() {
        return RequestGroup.EVIDENCE;
    }

    @Override
    public List<String> steps() {
        return Stream.of(AssistanceComposeStep.values())
                .map(AssistanceComposeStep::path)
                .toList();
    }

    /** The central authority asks, Art. 40(12). */
    @Override
    public Map<String, Object> empty() {
        var instrument = convention.offered(AssistanceProcedure.NAME).stream()
                .map(it -> it.instrument().id())
                .findFirst()
                .orElse("");
        return RequestBody.empty(instrument, directory.self().functions().getOrDefault("central-authority", ""));
    }

    @Override
    public Map<String, Object> apply(Map<String, Object> body, String step, MultiValueMap<String, String> form) {
        var typed = new TypedForm(form, body).urgency();
        AssistanceComposeStep.of(step).orElseThrow().fill(typed);
        return RequestBody.clean(withoutOffences(body, typed.json()));
    }

    /** Offences and scope are those of an instrument: another one has others, and what a State names itself has none. */
    private Map<String, Object> withoutOffences(Map<String, Object> before, Map<String, Object> body) {
        boolean other = !new BodyFields(before).text("instrument").equals(new BodyFields(body).text("instrument"));
        if (other || law(body).form()) {
            body.putAll(Map.of("offences", List.of(), "scope", ""));
        }
        return body;
    }

    @Override
    public List<Check> checks(Map<String, Object> body, Language language) {
        var law = law(body);
        var request = new BodyFields(body);
        var left = missing(body, AssistanceRequestRules.missing(request, law));
        var missing = request.flag("emergency")
                ? missing(body, AssistanceRequestRules.missingInEmergency(request, law))
                : left;
        var checks = new ArrayList<Check>();
        if (law.field(FieldKey.BASIS).isEmpty()
                && !on(FieldKey.BASIS.word(), missing).isEmpty()) {
            checks.add(new Check(
                    words.say(language, "compose.instrument"), false, true, on(FieldKey.BASIS.word(), missing)));
        }
        for (var field : law.fields()) {
            var lacking = on(field.id(), missing);
            boolean begun = RequestBody.says(body, AssistanceRequestRules.keys(field.key()));
            // What an emergency leaves out is a fact that can follow, and nothing that it lacks.
            boolean follows = lacking.isEmpty() && !on(field.id(), left).isEmpty();
            boolean asked = (field.need() == Need.MANDATORY || begun) && !follows;
            checks.add(new Check(
                    FieldSections.lettered(field, words, language), lacking.isEmpty() && asked, asked, lacking));
        }
        return checks;
    }

    @Override
    public FormProblems problems(Map<String, Object> body, String step) {
        var law = law(body);
        var request = new BodyFields(body);
        var ids = AssistanceComposeStep.of(step).orElseThrow().asks().stream()
                .map(it -> law.field(it).map(ProcedureLaw.Field::id).orElse(it.word()))
                .toList();
        var missing = request.flag("emergency")
                ? AssistanceRequestRules.missingInEmergency(request, law)
                : AssistanceRequestRules.missing(request, law);
        return new FormProblems(missing(body, missing).stream()
                .filter(it -> ids.contains(it.field()))
                .map(AssistanceComposition::problem)
                .toList());
    }

    @Override
    public Map<String, Asked> asked(Map<String, Object> body, Language language) {
        var asked = new LinkedHashMap<String, Asked>();
        var law = law(body);
        for (var field : law.fields()) {
            var said = Asked.of(law, field, language);
            asked.put(
                    field.key().word(),
                    new Asked(FieldSections.lettered(field, words, language), said.hint(), said.ref(), said.note()));
        }
        return asked;
    }

    @Override
    public Map<String, List<Choice>> choices(Map<String, Object> body, Language language) {
        return Map.of(
                "scope",
                        law(body).scopes().stream()
                                .map(it -> new Choice(it.code(), it.text().in(language.tag()), inOnePiece(it.ref())))
                                .toList(),
                "measures", options("measure", List.of("access", "secure", "disclose"), language),
                "stage", options("stage", List.of("investigation", "prosecution", "proceeding"), language),
                "dataClasses", options("class", List.of("subscriber", "traffic", "content"), language),
                "expedited", options("expedited", List.of("none", "vulnerable", "instrument"), language));
    }

    @Override
    public List<Pointed> pointedOut(Map<String, Object> body) {
        var cautions = new Cautions(law(body))
                .of(null, Acts.REQUEST, new BodyFields(body)).stream()
                        .map(it -> new Pointed("assistance.caution." + it.key(), it.ref()));
        var doubtful = DoubtfulIdentifiers.pointed(AssistanceRequestRules.read(new BodyFields(body)));
        return Stream.concat(cautions, doubtful.stream()).toList();
    }

    /** Of the instrument that the request names; of the Convention while it names none that is held here. */
    ProcedureLaw law(Map<String, Object> body) {
        return new GoverningLaw(convention).of(AssistanceProcedure.NAME, body);
    }

    /** An instrument that says nothing of assistance is none for such a request. */
    private List<AssistanceRequestRules.Missing> missing(
            Map<String, Object> body, List<AssistanceRequestRules.Missing> found) {
        var instrument = new BodyFields(body).text("instrument");
        if (instrument.isEmpty() || holds(body)) {
            return found;
        }
        var missing = new ArrayList<>(found);
        missing.addFirst(new AssistanceRequestRules.Missing(FieldKey.BASIS.word(), "instrument", 0));
        return missing;
    }

    boolean holds(Map<String, Object> body) {
        return new GoverningLaw(convention)
                .named(AssistanceProcedure.NAME, body)
                .isPresent();
    }

    private static List<FormProblems.Problem> on(String field, List<AssistanceRequestRules.Missing> missing) {
        return missing.stream()
                .filter(it -> it.field().equals(field))
                .map(AssistanceComposition::problem)
                .toList();
    }

    private List<Choice> options(String kind, List<String> values, Language language) {
        return values.stream()
                .map(it -> Choice.of(it.equals("none") ? "" : it, words.say(language, "assistance." + kind + "." + it)))
                .toList();
    }

    /** Left to right in any sentence: LRI and PDI of Unicode, since a hint is plain text. */
    private static String inOnePiece(String ref) {
        return "\u2066" + ref + "\u2069";
    }

    private static FormProblems.Problem problem(AssistanceRequestRules.Missing missing) {
        return new FormProblems.Problem(
                AssistanceRequestRules.formField(missing),
                missing.message(),
                Map.of("line", Integer.toString(missing.line())));
    }
}
