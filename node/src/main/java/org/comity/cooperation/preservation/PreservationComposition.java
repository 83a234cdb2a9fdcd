package org.comity.cooperation.preservation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.comity.convention.Convention;
import org.comity.cooperation.ActWriting.Pointed;
import org.comity.cooperation.Composition;
import org.comity.cooperation.form.Basis;
import org.comity.cooperation.form.DoubtfulIdentifiers;
import org.comity.directory.Directory;
import org.comity.ui.Language;
import org.comity.ui.Problems;
import org.comity.ui.Words;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/** The pages of a preservation request, in the order of Art. 42(3). */
@Component
class PreservationComposition implements Composition {

    private static final List<String> LETTERS = List.of("a", "b", "c", "d", "e", "f", "g");

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
        return PreservationProcedure.ID;
    }

    @Override
    public List<String> steps() {
        return ComposeStep.ALL.stream().map(ComposeStep::path).toList();
    }

    @Override
    public Map<String, Object> empty() {
        var instrument = convention.offered("preservation").stream()
                .map(it -> it.instrument().id())
                .findFirst()
                .orElse("");
        return Request.empty(instrument, directory.self().functions().getOrDefault("contact-point", ""))
                .json();
    }

    @Override
    public Map<String, Object> apply(Map<String, Object> body, String step, MultiValueMap<String, String> form) {
        return RequestForm.apply(body, ComposeStep.of(step).orElseThrow(), form);
    }

    @Override
    public List<Pointed> pointedOut(Map<String, Object> body) {
        return DoubtfulIdentifiers.pointed(Request.of(body).identifiers());
    }

    @Override
    public List<String> gaps(Map<String, Object> body) {
        var missing = RequestRules.missing(Request.of(body)).stream().map(RequestRules.Missing::key).toList();
        return ActFields.GAPS.stream().filter(missing::contains).toList();
    }

    /** Letters (a) to (g) with what is still missing under each. */
    @Override
    public List<Check> checks(Map<String, Object> body, Language language) {
        var request = Request.of(body);
        var missing = RequestRules.missing(request);
        var checks = new ArrayList<Check>();
        var basis = on(RequestRules.BASIS, missing);
        if (request.form() || !basis.isEmpty()) {
            var label = words.say(language, request.form() ? "basis.label" : "compose.instrument");
            checks.add(new Check(label, basis.isEmpty(), true, basis));
        }
        for (var letter : LETTERS) {
            var lacking = on(letter, missing);
            boolean optional = letter.equals("d")
                            && request.custodian().isEmpty()
                            && request.location().isEmpty()
                    || letter.equals("g") && !request.secret() && !request.doNotNotify();
            var label = words.say(language, (request.form() ? "compose.unlettered." : "compose.letter.") + letter);
            checks.add(new Check(label, lacking.isEmpty() && !optional, !optional, lacking));
        }
        return checks;
    }

    @Override
    public Problems problems(Map<String, Object> body, String step) {
        var request = Request.of(body);
        var letters = ComposeStep.of(step).orElseThrow().letters();
        var missing = request.emergency() ? RequestRules.missingInEmergency(request) : RequestRules.missing(request);
        return new Problems(missing.stream()
                .filter(it -> letters.contains(it.letter()))
                .map(PreservationComposition::problem)
                .toList());
    }

    private static List<Problems.Problem> on(String letter, List<RequestRules.Missing> missing) {
        return missing.stream()
                .filter(it -> it.letter().equals(letter))
                .map(PreservationComposition::problem)
                .toList();
    }

    private static Problems.Problem problem(RequestRules.Missing missing) {
        return new Problems.Problem(
                field(missing), missing.message(), Map.of("line", Integer.toString(missing.line())));
    }

    /** The form's field that settles it. */
    private static String field(RequestRules.Missing missing) {
        return switch (missing.key()) {
            case "offence" -> "offences";
            case "data-classes" -> "dataClasses";
            case "ip-time", "ip-zone" -> "identifiers";
            case "period-reversed" -> "until";
            case "emergency-reason" -> "emergencyReason";
            default -> Basis.formField(missing.key());
        };
    }
}
