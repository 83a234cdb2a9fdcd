package org.comity.cooperation.preservation;

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
import org.comity.cooperation.form.DoubtfulIdentifiers;
import org.comity.cooperation.form.FieldSections;
import org.comity.cooperation.form.GoverningLaw;
import org.comity.cooperation.form.OtherBasis;
import org.comity.directory.Directory;
import org.comity.ui.Choice;
import org.comity.ui.FormProblems;
import org.comity.ui.Language;
import org.comity.ui.Words;
import org.springframework.util.MultiValueMap;

/** The pages of a preservation request, in the order of the governing instrument. */
class PreservationComposition implements Composition {

    private final Convention convention;
    private final Directory directory;
    private final Words words;

    PreservationComposition(Convention convention, Directory directory, Words words) {
        this.convention = convention;
        this.directory = directory;
        this.words = words;
    }

    @Override
    public String procedure() {
        return Preservation.ID;
    }

    @Override
    public RequestGroup group() {
        return RequestGroup.DATA;
    }

    @Override
    public List<String> steps() {
        return PreservationComposeStep.ALL.stream()
                .map(PreservationComposeStep::path)
                .toList();
    }

    @Override
    public Map<String, Object> empty() {
        var instrument = convention.offered("preservation").stream()
                .map(it -> it.instrument().id())
                .findFirst()
                .orElse("");
        return PreservationRequest.empty(
                        instrument, directory.self().functions().getOrDefault("contact-point", ""))
                .json();
    }

    @Override
    public Map<String, Object> apply(Map<String, Object> body, String step, MultiValueMap<String, String> form) {
        return RequestForm.apply(body, PreservationComposeStep.of(step).orElseThrow(), form);
    }

    @Override
    public List<Pointed> pointedOut(Map<String, Object> body) {
        var request = PreservationRequest.of(body);
        return Stream.concat(
                        new BasisCautions(law(body)).of(request).stream(),
                        DoubtfulIdentifiers.pointed(request.identifiers()).stream())
                .toList();
    }

    @Override
    public List<String> gaps(Map<String, Object> body) {
        var missing = PreservationRequestRules.missing(PreservationRequest.of(body)).stream()
                .map(PreservationRequestRules.Missing::key)
                .toList();
        return PreservationRequestRules.GAPS.stream().filter(missing::contains).toList();
    }

    /** What the law asks in its order, with what is still missing under each. */
    @Override
    public List<Check> checks(Map<String, Object> body, Language language) {
        var request = PreservationRequest.of(body);
        var law = law(body);
        var missing = needed(request);
        var left = PreservationRequestRules.missing(request);
        var checks = new ArrayList<Check>();
        var basis = on(PreservationRequestRules.BASIS, missing);
        if (request.form() || !basis.isEmpty()) {
            var label = words.say(language, request.form() ? "basis.label" : "compose.instrument");
            checks.add(new Check(label, basis.isEmpty(), true, basis));
        }
        for (var asked : PreservationRequestRules.ASKED.entrySet()) {
            var field = law.field(asked.getValue());
            if (field.isEmpty()) {
                continue;
            }
            var lacking = on(asked.getKey(), missing);
            boolean optional = field.get().need() != Need.MANDATORY && !says(asked.getValue(), request)
                    || lacking.isEmpty() && !on(asked.getKey(), left).isEmpty();
            checks.add(new Check(
                    FieldSections.lettered(field.get(), words, language),
                    lacking.isEmpty() && !optional,
                    !optional,
                    lacking));
        }
        return checks;
    }

    private static boolean says(FieldKey key, PreservationRequest request) {
        return switch (key) {
            case CUSTODIAN ->
                !request.custodian().isEmpty() || !request.location().isEmpty();
            case CONFIDENTIALITY -> request.secret() || request.doNotNotify();
            case SCOPE -> !request.scope().isEmpty();
            default -> true;
        };
    }

    @Override
    public Map<String, Asked> asked(Map<String, Object> body, Language language) {
        var law = law(body);
        var asked = new LinkedHashMap<String, Asked>();
        for (var field : law.fields()) {
            asked.put(field.key().word(), Asked.of(law, field, language));
        }
        return asked;
    }

    @Override
    public Map<String, List<Choice>> choices(Map<String, Object> body, Language language) {
        return Map.of(
                "scope",
                law(body).scopes().stream()
                        .map(it -> Choice.of(it.code(), it.text().in(language.tag())))
                        .toList());
    }

    private ProcedureLaw law(Map<String, Object> body) {
        return new GoverningLaw(convention).of("preservation", body);
    }

    @Override
    public FormProblems problems(Map<String, Object> body, String step) {
        var request = PreservationRequest.of(body);
        var letters = PreservationComposeStep.of(step).orElseThrow().letters();
        return new FormProblems(needed(request).stream()
                .filter(it -> letters.contains(it.letter()))
                .map(PreservationComposition::problem)
                .toList());
    }

    /** What an emergency leaves out is a fact that can follow, and nothing that it lacks. */
    private static List<PreservationRequestRules.Missing> needed(PreservationRequest request) {
        return request.emergency()
                ? PreservationRequestRules.missingInEmergency(request)
                : PreservationRequestRules.missing(request);
    }

    private static List<FormProblems.Problem> on(String letter, List<PreservationRequestRules.Missing> missing) {
        return missing.stream()
                .filter(it -> it.letter().equals(letter))
                .map(PreservationComposition::problem)
                .toList();
    }

    private static FormProblems.Problem problem(PreservationRequestRules.Missing missing) {
        return new FormProblems.Problem(
                field(missing), missing.message(), Map.of("line", Integer.toString(missing.line())));
    }

    /** The form's field that settles it. */
    private static String field(PreservationRequestRules.Missing missing) {
        return switch (missing.key()) {
            case "offence" -> "offences";
            case "data-classes" -> "dataClasses";
            case "ip-time", "ip-zone" -> "identifiers";
            case "period-reversed" -> "until";
            case "emergency-reason" -> "emergencyReason";
            default -> OtherBasis.formField(missing.key());
        };
    }
}
