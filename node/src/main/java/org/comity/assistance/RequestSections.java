package org.comity.assistance;

import static org.comity.assistance.RequestBody.SECTIONS;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comity.convention.Convention;
import org.comity.convention.FieldKey;
import org.comity.convention.ProcedureLaw;
import org.comity.procedure.Link;
import org.comity.procedure.field.FieldReader;
import org.comity.procedure.field.SpokenOf;
import org.comity.procedure.form.BasisLines;
import org.comity.procedure.form.BodyFields;
import org.comity.procedure.form.FieldSections;
import org.comity.procedure.form.OtherBasis;
import org.comity.sealing.Letters.Section;
import org.comity.ui.Language;
import org.comity.ui.Words;

/** How a request for assistance reads: the fields of its law, in their order, under the treaty's letters. */
final class RequestSections {

    private final Words words;
    private final Convention convention;
    private final ProcedureLaw law;
    private final BodyFields body;
    private final Map<String, String> facts;
    private final Language language;

    RequestSections(
            Words words,
            Convention convention,
            ProcedureLaw law,
            Map<String, Object> body,
            Map<String, String> facts,
            Language language) {
        this.words = words;
        this.convention = convention;
        this.law = law;
        this.body = new BodyFields(body);
        this.facts = facts;
        this.language = language;
    }

    List<Section> all() {
        var sections = new ArrayList<Section>();
        var basis = new BasisLines(words, language);
        add(
                sections,
                say("assistance.label.instrument"),
                basis.of(OtherBasis.of(body), convention, law, body.text("instrument")));
        if (body.flag("emergency")) {
            add(sections, basis.emergency(law), List.of(body.text("emergencyReason")));
        }
        if (body.flag("phonedFirst")) {
            add(sections, say("compose.phone.label"), List.of(say("compose.phone.first")));
        }
        for (var field : law.fields()) {
            add(sections, FieldSections.lettered(field, words, language), lines(field));
        }
        unasked().forEach(it -> add(sections, it.label().in(language.tag()), lines(it)));
        if (body.flag("emergency")) {
            add(sections, say("assistance.label.gaps"), gaps());
        }
        return sections;
    }

    /** What this law does not ask, by the label of the first law that does: whatever is said has its line. */
    private List<ProcedureLaw.Field> unasked() {
        var chosen = Stream.concat(Stream.of(SECTIONS.choice().key()), SECTIONS.chosen(body).stream());
        return Stream.concat(
                        Stream.of(FieldKey.values())
                                .filter(it -> it != FieldKey.CUSTODIAN)
                                .map(FieldKey::word),
                        chosen)
                .distinct()
                .filter(it -> law.field(it).isEmpty())
                .flatMap(key -> convention.laws().stream()
                        .flatMap(it -> it.field(key).stream())
                        .limit(1))
                .toList();
    }

    private List<String> lines(ProcedureLaw.Field field) {
        return FieldKey.of(field.name())
                .map(it -> with(lines(it), SECTIONS.lines(it.word(), body, reader())))
                .orElseGet(() -> section(field.name()));
    }

    /** What is sought, by the paragraphs that name it; and of each section what it says. */
    private List<String> section(String name) {
        if (!name.equals(SECTIONS.choice().key())) {
            return SECTIONS.chosen(body, name) ? SECTIONS.lines(name, body, reader()) : List.of();
        }
        return body.texts(name).stream()
                .map(it -> {
                    var ref = law.field(it).map(ProcedureLaw.Field::ref).orElse("");
                    var purpose = purpose(words, language, it);
                    return ref.isEmpty() ? purpose : say("assistance.purpose-by", "purpose", purpose, "ref", ref);
                })
                .toList();
    }

    private FieldReader reader() {
        return new FieldReader(AssistanceComposition.TABLE, words, convention, law, language, SpokenOf.NOTHING);
    }

    /** Nothing but stored data is sought, as in every request before there was a choice. */
    static boolean onlyData(Map<String, Object> body) {
        var chosen = SECTIONS.chosen(new BodyFields(body));
        return chosen.isEmpty() || chosen.equals(List.of(FieldKey.DATA.word()));
    }

    /** In few words, for lists. */
    static String sought(Words words, Language language, Map<String, Object> body) {
        return SECTIONS.chosen(new BodyFields(body)).stream()
                .map(it -> purpose(words, language, it))
                .collect(Collectors.joining(words.say(language, "assistance.comma")));
    }

    private static String purpose(Words words, Language language, String purpose) {
        var message = "assistance.option.purposes." + purpose;
        return words.has("en", message) ? words.say(language, message) : purpose;
    }

    private List<String> lines(FieldKey key) {
        return switch (key) {
            case BASIS, INTENT -> List.of();
            case AUTHORITY ->
                List.of(
                        body.text("authority"),
                        named("assistance.our-case", "ourCase"),
                        named("assistance.their-case", "theirCase"));
            case PROCEEDING ->
                List.of(option("stage", body.text("stage")), body.text("proceeding"), body.text("conductedBy"));
            case FACTS -> text("facts");
            case ASSISTANCE -> with(options("measure", "measures"), text("assistance"));
            case CONCERNED -> text("concerned");
            case PERIOD -> List.of(period());
            case PURPOSE -> text("purpose");
            case SCOPE ->
                List.of(law.scope(body.text("scope"))
                        .map(it -> it.text().in(language.tag()))
                        .orElse(body.text("scope")));
            case OFFENCE -> List.of(offences(), body.text("offence"), penalty());
            case DATA -> data();
            case CUSTODIAN -> List.of(body.text("custodian"), body.text("location"));
            case NECESSITY -> text("necessity");
            case PRESERVED -> preserved();
            case EXPEDITED -> List.of(option("expedited", body.text("expedited")));
            case DEADLINE -> with(List.of(answerBy()), text("deadlineReasons"));
            case FORMALITIES -> body.texts("formalities");
            case CONFIDENTIALITY -> List.of(body.flag("secret") ? say("assistance.secret") : "");
            case SAFEGUARDS -> text("safeguards");
            case LANGUAGE -> text("language");
        };
    }

    private List<String> data() {
        var lines = new ArrayList<String>();
        lines.add(String.join(say("assistance.comma"), options("class", "dataClasses")));
        AssistanceRequestRules.read(body)
                .forEach(it -> lines.add(say("assistance.kind." + it.kind().word()) + ": " + it.line()));
        lines.add(named("assistance.held-by", "custodian"));
        lines.add(named("assistance.held-at", "location"));
        return lines;
    }

    private List<String> preserved() {
        var until = body.instant("preservedUntil");
        var lines = new ArrayList<String>();
        lines.add(Link.read(facts.getOrDefault(Link.FACT, ""))
                .map(it ->
                        say("assistance.follows", "commitment", it.commitment().sha256()))
                .orElse(""));
        lines.add(named("assistance.preserved-as", "preservation"));
        lines.addAll(text("preserved"));
        lines.add(named("assistance.provider-reference", "providerReference"));
        lines.add(until == null ? "" : say("assistance.preserved-until", "moment", moment(until)));
        return lines;
    }

    private String offences() {
        return String.join(
                "; ", body.texts("offences").stream().map(this::offence).toList());
    }

    private String offence(String article) {
        return convention.offences(law.edition()).stream()
                .filter(it -> it.article().equals(article))
                .findFirst()
                .map(it -> say(
                        "assistance.offence-of-article",
                        "article",
                        article,
                        "title",
                        it.title().in(language.tag())))
                .orElse(article);
    }

    private String penalty() {
        int months = body.number("penaltyMonths", 0);
        return months == 0 ? "" : say("assistance.penalty", "months", months);
    }

    private String period() {
        var from = body.instant("from");
        var until = body.instant("until");
        if (from == null || until == null) {
            return from != null
                    ? say("assistance.period-from", "from", moment(from))
                    : until != null ? say("assistance.period-until", "until", moment(until)) : "";
        }
        return say("assistance.period", "from", moment(from), "until", moment(until));
    }

    /** What an emergency may leave out and has left out: facts, and no reproach. */
    private List<String> gaps() {
        var never = AssistanceRequestRules.missingInEmergency(body, law);
        return AssistanceRequestRules.missing(body, law).stream()
                .filter(it -> !never.contains(it))
                .map(it -> say("assistance.gap." + it.gap(), "line", it.line()))
                .distinct()
                .toList();
    }

    private String option(String kind, String value) {
        return value.isEmpty() ? "" : say("assistance." + kind + "." + value);
    }

    private List<String> options(String kind, String key) {
        return body.texts(key).stream().map(it -> option(kind, it)).toList();
    }

    private List<String> text(String key) {
        return body.text(key).lines().toList();
    }

    private String named(String message, String key) {
        return body.text(key).isEmpty() ? "" : say(message, "value", body.text(key));
    }

    private String answerBy() {
        var by = body.instant("answerBy");
        return by == null ? "" : FieldSections.dayOrMoment(by, language.locale());
    }

    private String moment(Instant instant) {
        return FieldSections.moment(instant, language.locale());
    }

    private String say(String key, Object... named) {
        return words.say(language, key, named);
    }

    private static List<String> with(List<String> first, List<String> more) {
        var all = new ArrayList<>(first);
        all.addAll(more);
        return all;
    }

    private static void add(List<Section> sections, String label, List<String> paragraphs) {
        var kept = paragraphs.stream().filter(it -> !it.isBlank()).toList();
        if (!kept.isEmpty()) {
            sections.add(new Section(label, kept));
        }
    }
}
