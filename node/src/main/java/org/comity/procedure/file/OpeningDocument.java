package org.comity.procedure.file;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.comity.convention.ProcedureLaw;
import org.comity.procedure.Link;
import org.comity.procedure.field.EmergencyType;
import org.comity.procedure.field.FieldReader;
import org.comity.procedure.field.FiledField;
import org.comity.procedure.form.BasisLines;
import org.comity.procedure.form.BodyFields;
import org.comity.procedure.form.FieldSections;
import org.comity.procedure.form.OtherBasis;
import org.comity.sealing.Letters.Section;

/**
 * Writes out an opening act: the items of the law that governs it under its letters, and what else it says.
 *
 * @param parts of the file under that law, in their order
 */
record OpeningDocument(ProcedureFile file, List<DocumentPart> parts, FieldReader reader) {

    /** Of a request that goes on with one whose registers differ: the reference of that one. */
    static final String CONTINUES = "continues";

    /** What an opening act says beside its fields, as text. */
    static final Set<String> BESIDE = Set.of(
            "instrument", "ourCase", "theirCase", OtherBasis.KIND, OtherBasis.TITLE, OtherBasis.ARTICLE, CONTINUES);

    List<Section> of(Map<String, String> facts, Map<String, Object> said) {
        var body = new BodyFields(withLink(facts, said));
        var sections = new ArrayList<Section>();
        var basis = new BasisLines(reader.words(), reader.language());
        boolean emergency = body.flag(EmergencyType.KEY);
        add(
                sections,
                reader.text("label.instrument"),
                basis.of(OtherBasis.of(body), reader.convention(), reader.law(), body.text("instrument")));
        add(sections, reader.text("label.continues"), List.of(body.text(CONTINUES)));
        if (emergency) {
            add(sections, basis.emergency(reader.law()), List.of(body.text(EmergencyType.REASON)));
        }
        add(sections, reader.text("label.call-back"), List.of(body.text(EmergencyType.CALL_BACK)));
        if (body.flag(EmergencyType.PHONED)) {
            add(sections, say("compose.phone.label"), List.of(say("compose.phone.first")));
        }
        if (DocumentPart.letter(file, "ourCase").isEmpty()) {
            add(sections, reader.text("label.our-case"), List.of(body.text("ourCase")));
            add(sections, reader.text("label.their-case"), List.of(body.text("theirCase")));
        }
        var asks = file.asks(body);
        for (var part : parts) {
            add(
                    sections,
                    label(part),
                    part.asked(asks).stream()
                            .flatMap(it -> lines(it, body).stream())
                            .toList());
        }
        if (emergency) {
            add(sections, reader.text("label.gaps"), gaps(body));
        }
        var completeBy = body.instant(EmergencyType.COMPLETE_BY);
        if (completeBy != null) {
            add(sections, reader.text("label.complete-by"), List.of(FieldSections.moment(completeBy, reader.locale())));
        }
        return sections;
    }

    /** What it follows is named to those who know it alone. */
    private static Map<String, Object> withLink(Map<String, String> facts, Map<String, Object> said) {
        var body = new HashMap<>(said);
        body.remove(Link.FACT);
        Link.read(facts.getOrDefault(Link.FACT, ""))
                .ifPresent(it -> body.put(Link.FACT, it.commitment().sha256()));
        return body;
    }

    /** By the procedure's own name for it, else as the law calls it; under the law's letter where there is one. */
    private String label(DocumentPart part) {
        var item = reader.law().field(part.of());
        if (!reader.has("label." + part.name())) {
            return item.map(it -> FieldSections.lettered(it, reader.words(), reader.language()))
                    .orElseGet(() -> reader.anyLabel(part.of(), "field." + part.name()));
        }
        var label = reader.text("label." + part.name());
        return item.filter(it -> !it.letter().isEmpty())
                .map(it -> reader.words()
                        .say(
                                reader.language(),
                                "compose.lettered",
                                "letter",
                                say("articles.letter." + it.letter()),
                                "label",
                                label))
                .orElse(label);
    }

    /** As its type reads it; as one sentence where the words have one for it, which may look at what else is said. */
    private List<String> lines(FiledField field, BodyFields body) {
        if (file.chooses(field)) {
            return chosen(field, body);
        }
        var said = field.type().lines(field, body, reader);
        if (file.sections() != null && file.sections().labelled(field.key())) {
            return labelled(field, said);
        }
        var sentence = "print." + field.key();
        if (said.isEmpty() || !reader.has(sentence)) {
            return said;
        }
        var slots = new ArrayList<Object>();
        for (var other : file.fields(file.opening())) {
            var word = body.flag(other.key()) ? "true" : body.text(other.key());
            slots.addAll(List.of(other.key(), word.isEmpty() ? FiledField.Condition.NOTHING : word));
        }
        slots.addAll(List.of("value", said.size() == 1 ? said.getFirst() : String.join(reader.text("comma"), said)));
        return List.of(reader.text(sentence, slots.toArray()));
    }

    /** What is asked for, by the paragraphs that name it. */
    private List<String> chosen(FiledField field, BodyFields body) {
        return body.texts(field.key()).stream()
                .map(it -> {
                    var ref =
                            reader.law().field(it).map(ProcedureLaw.Field::ref).orElse("");
                    var word = reader.option(field.key(), it);
                    return ref.isEmpty() ? word : reader.text("chosen", "option", word, "ref", ref);
                })
                .toList();
    }

    /** Under its own name, since others stand under the same label. */
    private List<String> labelled(FiledField field, List<String> said) {
        var lines = new ArrayList<>(said);
        if (!said.isEmpty()) {
            lines.set(
                    0,
                    reader.text("section-line", "label", reader.text("field." + field.key()), "text", said.getFirst()));
        }
        return lines;
    }

    /** What an emergency may leave out and has left out: facts, and no reproach. */
    private List<String> gaps(BodyFields body) {
        var named = FiledGaps.options(file);
        return new OpeningNeeds(file, reader.law())
                .gaps(body).stream()
                        .filter(it -> named.contains(it.gap()))
                        .map(it -> reader.text("gap." + it.gap(), "line", it.line()))
                        .distinct()
                        .toList();
    }

    private String say(String key) {
        return reader.words().say(reader.language(), key);
    }

    private static void add(List<Section> sections, String label, List<String> paragraphs) {
        FieldSections.add(sections, label, paragraphs.toArray(String[]::new));
    }
}
