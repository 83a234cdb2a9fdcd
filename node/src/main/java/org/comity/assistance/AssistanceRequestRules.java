package org.comity.assistance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.comity.convention.Convention;
import org.comity.convention.FieldKey;
import org.comity.convention.ProcedureLaw;
import org.comity.convention.ProcedureLaw.Need;
import org.comity.procedure.form.BodyFields;
import org.comity.procedure.form.Identifier;
import org.comity.procedure.form.OtherBasis;

/** Checks what the law that governs a request asks of it, field by field, and lists what of it is missing. */
final class AssistanceRequestRules {

    static final Set<String> DATA_CLASSES = Set.of("subscriber", "traffic", "content");
    static final Set<String> MEASURES = Set.of("access", "secure", "disclose");
    static final Set<String> STAGES = Set.of("investigation", "prosecution", "proceeding");
    static final Set<String> EXPEDITED = Set.of("", "vulnerable", "instrument");

    /** What is carried over from the preservation that a request follows; the rest is for this request to say. */
    private static final List<String> CARRIED = List.of(
            "instrument",
            OtherBasis.KIND,
            OtherBasis.TITLE,
            OtherBasis.ARTICLE,
            "authority",
            "ourCase",
            "theirCase",
            "offences",
            "scope",
            "penaltyMonths",
            "offence",
            "facts",
            "stage",
            "dataClasses",
            "identifiers",
            "from",
            "until",
            "custodian",
            "location",
            "secret");

    private static final String DATA = FieldKey.DATA.word();

    private AssistanceRequestRules() {}

    /**
     * @param field of the law, by letter or key
     * @param key stable; {@link #message} says what to do
     * @param line of the identifiers, from 1; 0 when it is not about a line
     */
    record Missing(String field, String key, int line) {

        /** What to do about it. */
        String message() {
            return (field.equals(FieldKey.BASIS.word()) ? "basis" : "assistance") + ".missing." + key;
        }

        /** What an emergency may leave out of a section is one gap. */
        String gap() {
            return RequestBody.SECTIONS.names().contains(field) ? "sections" : key;
        }
    }

    /** Is stored data asked for, and not only something else? */
    static boolean data(BodyFields request) {
        return RequestBody.SECTIONS.chosen(request, DATA);
    }

    /** Does a request with these purposes state this at all? */
    static boolean states(String field, BodyFields request) {
        return field.equals(DATA)
                ? data(request)
                : !RequestBody.SECTIONS.names().contains(field) || RequestBody.SECTIONS.chosen(request, field);
    }

    /** What can be asked for under this law: what it names, stored data, and what is said in words. */
    static List<String> purposes(ProcedureLaw law) {
        return RequestBody.SECTIONS.choice().options().stream()
                .filter(it -> it.equals(Convention.OTHER) || law.field(it).isPresent())
                .toList();
    }

    /** The body of a request that follows a preservation, as far as that says it. */
    static Map<String, Object> carriedOver(Map<String, Object> preservation) {
        var carried = new LinkedHashMap<>(preservation);
        carried.keySet().retainAll(CARRIED);
        if (carried.getOrDefault("instrument", "").equals(Convention.OTHER)) {
            carried.remove("offences");
        }
        carried.computeIfPresent("stage", (key, stage) -> stage.equals("judicial") ? "proceeding" : stage);
        return carried;
    }

    static List<Missing> missing(BodyFields request, ProcedureLaw law) {
        var missing = basis(request);
        for (var field : law.fields()) {
            var key = FieldKey.of(field.name());
            if (key.isEmpty()) {
                section(field, request).forEach(it -> missing.add(new Missing(field.id(), it, 0)));
            } else if (field.need() == Need.MANDATORY && key.get() != FieldKey.BASIS && states(field.name(), request)) {
                needed(key.get(), request, law).forEach(it -> missing.add(new Missing(field.id(), it, 0)));
            }
            if (key.filter(FieldKey.DATA::equals).isPresent()) {
                identifiers(field.id(), request, missing);
            }
            if (key.filter(FieldKey.PERIOD::equals).isPresent() && reversed(request)) {
                missing.add(new Missing(field.id(), "period-reversed", 0));
            }
        }
        return missing;
    }

    /** What is sought, and each section of it; once something is sought, the sections that it names. */
    private static List<String> section(ProcedureLaw.Field field, BodyFields request) {
        var sections = RequestBody.SECTIONS;
        if (field.name().equals(sections.choice().key())) {
            return sections.chosen(request).isEmpty() ? List.of(field.name()) : List.of();
        }
        return sections.chosen(request, field.name()) ? sections.missing(field.name(), request) : List.of();
    }

    /** Who only has papers served need not tell the facts. */
    private static boolean onlyService(BodyFields request) {
        return RequestBody.SECTIONS.chosen(request).equals(List.of("service"));
    }

    /** In an emergency (Art. 2(o)) a request goes with what is known: only these are never left out. */
    static List<Missing> missingInEmergency(BodyFields request, ProcedureLaw law) {
        var missing = basis(request);
        need(request, "authority", "authority")
                .forEach(it -> missing.add(new Missing(id(law, FieldKey.AUTHORITY), it, 0)));
        need(request, "emergencyReason", "emergency-reason")
                .forEach(it -> missing.add(new Missing(id(law, FieldKey.FACTS), it, 0)));
        if (data(request) && read(request).isEmpty()) {
            missing.add(new Missing(id(law, FieldKey.DATA), "identifiers", 0));
        }
        return missing;
    }

    /** The instrument, and what it rests on where the State names that itself: asked in an emergency too. */
    private static List<Missing> basis(BodyFields request) {
        var missing = new ArrayList<Missing>();
        OtherBasis.of(request)
                .missing(request.text("instrument"))
                .forEach(it -> missing.add(new Missing(FieldKey.BASIS.word(), it, 0)));
        return missing;
    }

    private static List<String> needed(FieldKey key, BodyFields request, ProcedureLaw law) {
        return switch (key) {
            case AUTHORITY -> need(request, "authority", "authority");
            case PROCEEDING ->
                both(need(request, "proceeding", "proceeding"), need(request, "conductedBy", "conducted-by"));
            case FACTS -> onlyService(request) ? List.of() : need(request, "facts", "facts");
            case ASSISTANCE ->
                both(
                        data(request) ? some(request, "measures", "measures") : List.of(),
                        need(request, "assistance", "assistance"));
            case CONCERNED -> need(request, "concerned", "concerned");
            case PERIOD -> both(need(request, "from", "from"), need(request, "until", "until"));
            case PURPOSE -> need(request, "purpose", "purpose");
            case SCOPE -> scope(request, law);
            case OFFENCE -> need(request, "offence", "offence");
            case DATA -> both(some(request, "dataClasses", "data-classes"), lines(request));
            case CUSTODIAN -> need(request, "custodian", "custodian");
            case NECESSITY -> need(request, "necessity", "necessity");
            case DEADLINE -> need(request, "answerBy", "answer-by");
            case EXPEDITED -> need(request, "expedited", "expedited");
            case SAFEGUARDS -> need(request, "safeguards", "safeguards");
            case LANGUAGE -> need(request, "language", "language");
            case FORMALITIES -> some(request, "formalities", "formalities");
            case BASIS, CONFIDENTIALITY, INTENT, PRESERVED -> List.of();
        };
    }

    /** An offence of the instrument is named by its article where the scope rests on one. */
    private static List<String> scope(BodyFields request, ProcedureLaw law) {
        var scope = law.scope(request.text("scope"));
        if (scope.isEmpty()) {
            return List.of("scope");
        }
        return scope.get().offences() ? some(request, "offences", "offences") : List.of();
    }

    private static void identifiers(String field, BodyFields request, List<Missing> missing) {
        var identifiers = read(request);
        for (int line = 1; line <= identifiers.size(); line++) {
            var identifier = identifiers.get(line - 1);
            if (identifier.lacksTime()) {
                missing.add(new Missing(field, "ip-time", line));
            } else if (identifier.lacksZone()) {
                missing.add(new Missing(field, "ip-zone", line));
            }
        }
    }

    private static List<String> lines(BodyFields request) {
        return read(request).isEmpty() ? List.of("identifiers") : List.of();
    }

    /** The keys of the body under which a field of the law is answered. */
    static Stream<String> keys(FieldKey field) {
        return switch (field) {
            case BASIS -> Stream.of(OtherBasis.KIND, OtherBasis.TITLE, OtherBasis.ARTICLE);
            case AUTHORITY -> Stream.of("authority");
            case PROCEEDING -> Stream.of("proceeding", "conductedBy");
            case FACTS -> Stream.of("facts");
            case ASSISTANCE -> Stream.of("measures", "assistance");
            case CONCERNED -> Stream.of("concerned");
            case PERIOD -> Stream.of("from", "until");
            case PURPOSE -> Stream.of("purpose");
            case SCOPE -> Stream.of("scope");
            case OFFENCE -> Stream.of("offences", "offence");
            case DATA -> Stream.of("dataClasses", "identifiers");
            case CUSTODIAN -> Stream.of("custodian", "location");
            case NECESSITY -> Stream.of("necessity");
            case DEADLINE -> Stream.of("answerBy", "deadlineReasons");
            case EXPEDITED -> Stream.of("expedited");
            case SAFEGUARDS -> Stream.of("safeguards");
            case LANGUAGE -> Stream.of("language");
            case FORMALITIES -> Stream.of("formalities");
            case CONFIDENTIALITY -> Stream.of("secret");
            case PRESERVED -> Stream.of("preservation", "preserved", "providerReference", "preservedUntil");
            case INTENT -> Stream.of();
        };
    }

    /** The form's field that settles it. */
    static String formField(Missing missing) {
        return switch (missing.key()) {
            case "conducted-by" -> "conductedBy";
            case "data-classes" -> "dataClasses";
            case "ip-time", "ip-zone" -> "identifiers";
            case "period-reversed" -> "until";
            case "emergency-reason" -> "emergencyReason";
            case "answer-by" -> "answerBy";
            default -> OtherBasis.formField(missing.key());
        };
    }

    static List<Identifier> read(BodyFields request) {
        return request.maps("identifiers").stream().map(Identifier::of).toList();
    }

    private static boolean reversed(BodyFields request) {
        var from = request.instant("from");
        var until = request.instant("until");
        return from != null && until != null && until.isBefore(from);
    }

    private static String id(ProcedureLaw law, FieldKey key) {
        return law.field(key).map(ProcedureLaw.Field::id).orElse(key.word());
    }

    private static List<String> need(BodyFields request, String key, String missing) {
        return request.text(key).isEmpty() ? List.of(missing) : List.of();
    }

    private static List<String> some(BodyFields request, String key, String missing) {
        return request.texts(key).isEmpty() ? List.of(missing) : List.of();
    }

    private static List<String> both(List<String> first, List<String> second) {
        var both = new ArrayList<>(first);
        both.addAll(second);
        return both;
    }
}
