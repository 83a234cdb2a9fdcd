package org.comity.assistance;

import static org.comity.assistance.RequestBody.SECTIONS;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.comity.convention.Convention;
import org.comity.convention.FieldKey;
import org.comity.convention.ProcedureLaw;
import org.comity.convention.ProcedureLaw.Need;
import org.comity.directory.Directory;
import org.comity.procedure.ActTable;
import org.comity.procedure.ActWriting.Pointed;
import org.comity.procedure.Composition;
import org.comity.procedure.RequestGroup;
import org.comity.procedure.field.FieldReader;
import org.comity.procedure.field.SpokenOf;
import org.comity.procedure.form.BodyFields;
import org.comity.procedure.form.DoubtfulIdentifiers;
import org.comity.procedure.form.FieldSections;
import org.comity.procedure.form.GoverningLaw;
import org.comity.procedure.form.TypedForm;
import org.comity.ui.Choice;
import org.comity.ui.FormProblems;
import org.comity.ui.Language;
import org.comity.ui.Words;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/** The pages of a request for assistance: what the governing instrument's data ask, each with its paragraph. */
@Component
class AssistanceComposition implements Composition {

    /** Names whose words its fields have. */
    static final ActTable TABLE = new ActTable(Assistance.NAME, Map.of());

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
        return Assistance.ID;
    }

    @Override
    public RequestGroup group() {
        return RequestGroup.EVIDENCE;
    }

    @Override
    public List<String> steps() {
        return Stream.of(AssistanceComposeStep.values())
                .flatMap(it -> switch (it) {
                    case DATA -> Stream.of(SECTIONS.choice().key(), it.path());
                    case ASSISTANCE -> Stream.concat(SECTIONS.names().stream(), Stream.of(it.path()));
                    default -> Stream.of(it.path());
                })
                .toList();
    }

    /** What is not asked for has no page. */
    @Override
    public List<String> steps(Map<String, Object> body) {
        var request = new BodyFields(body);
        return steps().stream()
                .filter(it -> AssistanceRequestRules.states(it, request))
                .toList();
    }

    @Override
    public Set<String> asks() {
        var asks = new HashSet<>(Composition.super.asks());
        asks.add(SECTIONS.choice().key());
        asks.addAll(SECTIONS.names());
        return asks;
    }

    @Override
    public List<PageField> fields(Map<String, Object> body, String step, Language language) {
        var law = law(body);
        var page = SECTIONS.page(step, new BodyFields(body), reader(law, language));
        return step.equals(SECTIONS.choice().key())
                ? page.stream().map(it -> offered(it, law)).toList()
                : page;
    }

    /** With the paragraph that names each purpose; what the law does not name is not offered. */
    private static PageField offered(PageField field, ProcedureLaw law) {
        var offered = AssistanceRequestRules.purposes(law);
        return new PageField(
                field.key(),
                field.type(),
                field.label(),
                field.hint(),
                law.field(field.key()).map(ProcedureLaw.Field::ref).orElse(""),
                field.note(),
                field.optional(),
                field.options().stream()
                        .filter(it -> offered.contains(it.value()))
                        .map(it -> new Choice(it.value(), it.label(), inOnePiece(ref(it.value(), law))))
                        .toList(),
                field.columns());
    }

    private static String ref(String purpose, ProcedureLaw law) {
        return law.field(purpose).map(ProcedureLaw.Field::ref).orElse("");
    }

    private FieldReader reader(ProcedureLaw law, Language language) {
        return new FieldReader(TABLE, words, convention, law, language, SpokenOf.NOTHING);
    }

    /** The central authority asks, Art. 40(12). */
    @Override
    public Map<String, Object> empty() {
        var instrument = convention.offered(Assistance.NAME).stream()
                .map(it -> it.instrument().id())
                .findFirst()
                .orElse("");
        return RequestBody.empty(instrument, directory.self().functions().getOrDefault("central-authority", ""));
    }

    @Override
    public Map<String, Object> apply(Map<String, Object> body, String step, MultiValueMap<String, String> form) {
        var typed = new TypedForm(form, body).urgency();
        AssistanceComposeStep.of(step).ifPresent(it -> it.fill(typed));
        return RequestBody.clean(withoutOffences(body, SECTIONS.take(step, form, typed.json())));
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
            if (!AssistanceRequestRules.states(field.name(), request)) {
                continue;
            }
            var lacking = on(field.id(), missing);
            // A section is asked as soon as it is chosen.
            boolean begun = FieldKey.of(field.name())
                    .map(it -> RequestBody.says(body, AssistanceRequestRules.keys(it)))
                    .orElse(true);
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
        var ids = AssistanceComposeStep.of(step)
                .map(page -> page.asks().stream()
                        .map(it -> law.field(it).map(ProcedureLaw.Field::id).orElse(it.word()))
                        .toList())
                .orElse(List.of(step));
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
                    field.name(),
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
        var request = new BodyFields(body);
        var pointed = new RequestCautions(law(body)).of(request);
        pointed.addAll(DoubtfulIdentifiers.pointed(AssistanceRequestRules.read(request)));
        return pointed;
    }

    @Override
    public List<String> gaps(Map<String, Object> body) {
        return AssistanceRequestRules.missing(new BodyFields(body), law(body)).stream()
                .map(AssistanceRequestRules.Missing::gap)
                .toList();
    }

    /** Of the instrument that the request names; of the Convention while it names none that is held here. */
    ProcedureLaw law(Map<String, Object> body) {
        return new GoverningLaw(convention).of(Assistance.NAME, body);
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
        return new GoverningLaw(convention).named(Assistance.NAME, body).isPresent();
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
