package org.comity.procedure.file;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comity.convention.Convention;
import org.comity.convention.ProcedureLaw;
import org.comity.procedure.ActRendering;
import org.comity.procedure.ActTable;
import org.comity.procedure.field.DescribingEarlierAct;
import org.comity.procedure.field.FieldReader;
import org.comity.procedure.field.FiledField;
import org.comity.procedure.form.BodyFields;
import org.comity.procedure.form.FieldSections;
import org.comity.procedure.form.Items;
import org.comity.proof.table.FactRule;
import org.comity.sealing.Letters.Section;
import org.comity.thread.Threads.KeptAct;
import org.comity.ui.Language;
import org.comity.ui.Words;
import org.jspecify.annotations.Nullable;

/** Prints the acts of a procedure that is a file: the opening one in the order of the law that governs it. */
final class FiledRendering implements ActRendering {

    private final ProcedureFile file;
    private final ActTable table;
    private final Convention convention;
    private final Words words;
    private final @Nullable FindingEarlierActs acts;
    private final @Nullable NamedItems items;

    /** Of the opening act, by the edition of the law that governs it. */
    private final Map<String, List<DocumentPart>> parts = new ConcurrentHashMap<>();

    /** Of acts that are read without the others of their thread. */
    FiledRendering(ProcedureFile file, Convention convention, Words words) {
        this(file, convention, words, null, null);
    }

    /** @param items of a file whose acts deliver some */
    FiledRendering(
            ProcedureFile file,
            Convention convention,
            Words words,
            @Nullable FindingEarlierActs acts,
            @Nullable NamedItems items) {
        this.items = items;
        this.file = file;
        this.table = file.table();
        this.convention = convention;
        this.words = words;
        this.acts = acts;
    }

    @Override
    public String procedure() {
        return file.id();
    }

    @Override
    public Set<String> byCentralAuthority() {
        return file.byCentralAuthority();
    }

    @Override
    public String function() {
        return file.function();
    }

    @Override
    public String addressed() {
        return file.addressed();
    }

    @Override
    public Set<String> oneOfficer() {
        return file.oneOfficer();
    }

    /** Slots are the act's choices and facts by their keys, and how many items it delivers; of an instant its day. */
    @Override
    public String headline(String type, Map<String, String> facts, Map<String, Object> body, Locale language) {
        var slots = new HashMap<String, Object>();
        slots.put("count", FindingEarlierActs.count(facts));
        file.fields(type).stream()
                .filter(it -> !it.options().isEmpty() || it.fact())
                .forEach(it -> {
                    var said = facts.getOrDefault(it.key(), new BodyFields(body).text(it.key()));
                    slots.put(it.key(), instant(it) ? day(said, language) : said);
                });
        if (type.equals(file.opening())) {
            slots.putAll(chosen(body, language));
        }
        return words.say(Language.of(language), file.law() + ".headline." + type, inTurn(slots));
    }

    /** What is asked for, in words and by the one thing where it is one alone. */
    private Map<String, Object> chosen(Map<String, Object> body, Locale language) {
        var sections = file.sections();
        if (sections == null) {
            return Map.of();
        }
        var key = sections.choice().key();
        var chosen = sections.chosen(new BodyFields(body));
        var shared = new FieldSections(table, words, convention);
        return Map.of(
                key,
                chosen.stream()
                        .map(it -> shared.option(key, it, language))
                        .collect(Collectors.joining(words.say(Language.of(language), file.law() + ".comma"))),
                key + "Alone",
                chosen.size() == 1 ? chosen.getFirst() : chosen.isEmpty() ? FiledField.Condition.NOTHING : "more");
    }

    private static Object[] inTurn(Map<String, Object> slots) {
        return slots.entrySet().stream()
                .flatMap(it -> Stream.of(it.getKey(), it.getValue()))
                .toArray();
    }

    @Override
    public String subject(Map<String, Object> openingBody, Locale language) {
        var body = new BodyFields(openingBody);
        var naming = file.subject().stream()
                .map(it -> file.field(file.opening(), it).orElseThrow())
                .toList();
        var field = naming.stream()
                .filter(it -> it.says(body, Map.of()))
                .findFirst()
                .orElse(naming.getFirst());
        var key = field.key();
        int count = body.texts(key).size() + body.maps(key).size();
        var text = field.options().isEmpty()
                ? FieldSections.inShort(body.text(key) + field.type().named(field, body))
                : FieldSections.inShort(options(key, body, language));
        var message = file.law() + ".subject" + (field.equals(naming.getFirst()) ? "" : "." + key);
        var slots = new HashMap<>(chosen(openingBody, language));
        slots.putAll(Map.of("count", count, "text", text));
        return words.say(Language.of(language), message, inTurn(slots));
    }

    /** What was chosen of one choice or several, by its words. */
    private String options(String key, BodyFields body, Locale language) {
        var sections = new FieldSections(table, words, convention);
        var chosen = body.text(key).isEmpty() ? body.texts(key) : List.of(body.text(key));
        return chosen.stream()
                .map(it -> sections.option(key, it, language))
                .collect(Collectors.joining(words.say(Language.of(language), "directory.comma")));
    }

    @Override
    public List<Section> sections(
            String edition,
            @Nullable String thread,
            String type,
            Map<String, String> facts,
            Map<String, Object> body,
            Locale language) {
        var law = convention.law(file.law(), edition).orElseThrow();
        var reader = new FieldReader(
                table, words, convention, law, Language.of(language), spoken(thread, law, Language.of(language)));
        boolean opens = type.equals(file.opening());
        var sections = opens ? document(law, reader).of(facts, body) : later(thread, type, facts, body, reader);
        var shared = new FieldSections(table, words, convention);
        shared.envelope(sections, facts, language);
        shared.rest(sections, body, known(type, opens, body), language);
        return sections;
    }

    private OpeningDocument document(ProcedureLaw law, FieldReader reader) {
        return new OpeningDocument(
                file, parts.computeIfAbsent(law.edition(), _ -> DocumentPart.inOrder(file, law)), reader);
    }

    private DescribingEarlierAct spoken(@Nullable String thread, ProcedureLaw law, Language language) {
        if (acts == null) {
            return DescribingEarlierAct.NOTHING;
        }
        return (act, quoted) -> {
            var found = acts.find(thread, act);
            var name = Stream.of(acts.name(act, found, language));
            var words = found.filter(KeptAct::bodyKept)
                    .filter(it -> quoted.contains(it.envelope().type()))
                    .map(it -> quoted(it, law, language))
                    .orElse(List.of());
            return Stream.concat(name, words.stream()).toList();
        };
    }

    /** What is quoted quotes nothing itself. */
    private List<String> quoted(KeptAct act, ProcedureLaw law, Language language) {
        var reader = new FieldReader(table, words, convention, law, language, DescribingEarlierAct.NOTHING);
        var envelope = act.envelope();
        return later(act.thread(), envelope.type(), envelope.facts(), act.body(), reader).stream()
                .flatMap(section -> section.paragraphs().stream()
                        .map(it -> reader.text("quoted", "label", section.label(), "text", it)))
                .toList();
    }

    /** A fact that was chosen is printed like any choice. */
    private List<Section> later(
            @Nullable String thread,
            String type,
            Map<String, String> facts,
            Map<String, Object> whole,
            FieldReader reader) {
        var sections = new ArrayList<Section>();
        var body = new BodyFields(items == null ? whole : items.readable(thread, whole, reader.language()));
        for (var field : file.fields(type)) {
            var said = field.fact() ? new BodyFields(Map.copyOf(facts)) : body;
            var own = "fact." + field.key();
            var label = reader.text(field.fact() && reader.has(own) ? own : "field." + field.key());
            add(sections, label, field.type().lines(field, said, reader));
        }
        var bound = facts.get(Items.HASH);
        if (bound != null) {
            var list = reader.text("item-list", "count", FindingEarlierActs.count(facts), "sha256", bound);
            add(sections, reader.text("label.items"), List.of(list));
        }
        add(sections, reader.text("field.theirReference"), List.of(body.text(FieldSections.LETTER_REFERENCE)));
        return sections;
    }

    private Set<String> known(String type, boolean opens, Map<String, Object> body) {
        var known = new HashSet<>(opens ? OpeningDocument.BESIDE : Set.<String>of());
        known.add(FieldSections.LETTER_REFERENCE);
        for (FiledField field : opens ? file.asked(new BodyFields(body)) : file.fields(type)) {
            known.addAll(field.type().keys(field.key()));
        }
        return opens ? FieldSections.withReason(known, body) : known;
    }

    private static boolean instant(FiledField field) {
        return field.type().fact().filter(FactRule.AnInstant.class::equals).isPresent();
    }

    private static String day(String instant, Locale language) {
        var at = new BodyFields(Map.of("at", instant)).instant("at");
        return at == null ? "" : FieldSections.day(at.atOffset(ZoneOffset.UTC).toLocalDate(), language);
    }

    private static void add(List<Section> sections, String label, List<String> paragraphs) {
        FieldSections.add(sections, label, paragraphs.toArray(String[]::new));
    }
}
