package org.comity.procedure.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.comity.convention.Convention;
import org.comity.convention.ProcedureLaw;
import org.comity.convention.reading.LawNode;
import org.comity.procedure.Composition.PageField;
import org.comity.procedure.field.FieldReader;
import org.comity.procedure.field.FiledField;
import org.comity.procedure.field.WholeReading;
import org.comity.procedure.form.BodyFields;
import org.springframework.core.io.ClassPathResource;
import org.springframework.util.MultiValueMap;

/**
 * Holds the sections of a request that stand in a file beside its table ({@code sections.yaml}): each is asked, needed and
 * printed only where a choice of the same request names it.
 */
public final class ChosenSections {

    private final FiledField choice;
    private final List<FiledField> fields;
    private final Map<String, List<FiledField>> always;
    private final Map<String, List<FiledField>> sections;
    private final Map<String, List<String>> duties;

    private ChosenSections(
            FiledField choice,
            List<FiledField> fields,
            Map<String, List<FiledField>> always,
            Map<String, List<FiledField>> sections,
            Map<String, List<String>> duties) {
        this.choice = choice;
        this.fields = fields;
        this.always = always;
        this.sections = sections;
        this.duties = duties;
    }

    /** @param procedure name and version, e.g. {@code disclosure/1} */
    public static ChosenSections of(String procedure) {
        var path = procedure + "/sections.yaml";
        try {
            var file = new ClassPathResource("procedures/" + path);
            return read(path, file.getContentAsString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws org.comity.convention.LawInconsistent naming file, line and what to do */
    static ChosenSections read(String path, String text) {
        var file = LawNode.read(path, text).only("procedure", "chosen-by", "fields", "always", "sections", "duties");
        if (!path.equals(file.text("procedure") + "/sections.yaml")) {
            throw file.at("procedure")
                    .fault("\"%s\" is not what its folder is called".formatted(file.text("procedure")));
        }
        var fields = new ReadingFields(file, Map.of(), "sections").of("sections", file.at("fields"));
        var choice = fields.stream()
                .filter(it ->
                        it.key().equals(file.text("chosen-by")) && it.options().size() > 1)
                .findFirst()
                .orElseThrow(() -> file.at("chosen-by").fault("name a field of this file that has options"));
        var open = new LinkedHashSet<>(fields);
        open.remove(choice);
        var always = new LinkedHashMap<String, List<FiledField>>();
        file.find("always").ifPresent(it -> it.entries().forEach((page, node) -> always.put(page, named(node, open))));
        var sections = new LinkedHashMap<String, List<FiledField>>();
        file.at("sections").entries().forEach((name, node) -> {
            known(node, name, choice);
            sections.put(name, named(node, open));
        });
        var duties = new LinkedHashMap<String, List<String>>();
        file.find("duties")
                .ifPresent(it -> it.entries().forEach((name, node) -> {
                    known(node, name, choice);
                    duties.put(name, node.items().stream().map(LawNode::text).toList());
                }));
        open.stream().findFirst().ifPresent(it -> {
            throw file.at("sections").fault("field \"%s\" stands in no section: put it into one".formatted(it.key()));
        });
        return new ChosenSections(choice, fields, always, Collections.unmodifiableMap(sections), duties);
    }

    private static void known(LawNode node, String name, FiledField choice) {
        if (!choice.options().contains(name)) {
            throw node.fault("\"%s\" is no option of %s: add it there".formatted(name, choice.key()));
        }
    }

    /** The fields that stand there, taken from those that stand nowhere yet. */
    private static List<FiledField> named(LawNode node, Set<FiledField> open) {
        var named = new ArrayList<FiledField>();
        node.items().forEach(it -> {
            var field = open.stream()
                    .filter(one -> one.key().equals(it.text()))
                    .findFirst()
                    .orElseThrow(() -> it.fault(
                            "\"%s\" is no field, or stands in a section already: name each once".formatted(it.text())));
            open.remove(field);
            named.add(field);
        });
        return List.copyOf(named);
    }

    /** The field whose options choose. */
    public FiledField choice() {
        return choice;
    }

    /** Every field, that which chooses first. */
    public List<FiledField> all() {
        return fields;
    }

    /** Names of those that have fields of their own, in the order of the file; each is a page. */
    public Set<String> names() {
        return sections.keySet();
    }

    public List<FiledField> fields(String section) {
        return section.equals(choice.key())
                ? List.of(choice)
                : sections.getOrDefault(section, always.getOrDefault(section, List.of()));
    }

    /** What the law data call the duties that go with anything that can be chosen. */
    Stream<String> duties() {
        return duties.values().stream().flatMap(List::stream);
    }

    /** What the law data call the duties that go with what is chosen. */
    public List<String> duties(BodyFields body) {
        return chosen(body).stream()
                .flatMap(it -> duties.getOrDefault(it, List.of()).stream())
                .toList();
    }

    /** What is chosen; a request written before there was a choice asks for the first. */
    public List<String> chosen(BodyFields body) {
        if (!body.json().containsKey(choice.key())) {
            return List.of(choice.options().getFirst());
        }
        var said = body.texts(choice.key());
        return choice.options().stream().filter(said::contains).toList();
    }

    public boolean chosen(BodyFields body, String section) {
        return chosen(body).contains(section);
    }

    private Stream<FiledField> asked(BodyFields body) {
        return Stream.concat(
                always.values().stream().flatMap(List::stream),
                chosen(body).stream().flatMap(it -> fields(it).stream()));
    }

    /** Keys of the body that have their lines: the choice, and those of the sections chosen. */
    public Set<String> keys(BodyFields body) {
        var keys = new LinkedHashSet<>(Set.of(choice.key()));
        asked(body).forEach(it -> keys.addAll(it.type().keys(it.key())));
        return keys;
    }

    /** Puts what was given into the body, as a page would have; nothing of a section that is not chosen. */
    public void clean(BodyFields given, Map<String, Object> body) {
        body.put(choice.key(), chosen(given));
        asked(given).forEach(it -> it.type().clean(it, given, body));
    }

    /** The body with what a page posted. */
    public Map<String, Object> take(String page, MultiValueMap<String, String> form, Map<String, Object> body) {
        var taken = body;
        for (var field : fields(page)) {
            taken = field.type().take(field, form, taken);
        }
        return taken;
    }

    /** Keys of the fields of a chosen section that still say nothing, or say only half. */
    public List<String> missing(String section, BodyFields body) {
        return fields(section).stream()
                .filter(it -> it.always(body, Map.of()) && !it.says(body, Map.of())
                        || !it.type().wrong(it, body).isEmpty())
                .map(FiledField::key)
                .toList();
    }

    /** The key that says what nobody knows, or what could not be shown; empty if none does. */
    public Optional<String> broken(BodyFields body, ProcedureLaw law, Convention convention) {
        return Stream.concat(Stream.of(choice), asked(body))
                .flatMap(
                        it -> it
                                .type()
                                .broken(it, body, law, convention)
                                .or(() -> new WholeReading(it).unread(body, true))
                                .stream())
                .findFirst();
    }

    /** How a section reads: each thing under its name. */
    public List<String> lines(String section, BodyFields body, FieldReader reader) {
        var lines = new ArrayList<String>();
        for (var field : fields(section)) {
            var said = field.type().lines(field, body, reader);
            for (int n = 0; n < said.size(); n++) {
                lines.add(
                        n > 0
                                ? said.get(n)
                                : reader.text(
                                        "section-line",
                                        "label",
                                        reader.text("field." + field.key()),
                                        "text",
                                        said.get(n)));
            }
        }
        return lines;
    }

    /** The fields of a page, as its template draws them. */
    public List<PageField> page(String section, BodyFields body, FieldReader reader) {
        return fields(section).stream().map(it -> page(it, body, reader)).toList();
    }

    private static PageField page(FiledField field, BodyFields body, FieldReader reader) {
        var hint = "hint." + field.key();
        return new PageField(
                field.key(),
                field.type().name(),
                reader.text("field." + field.key()),
                reader.has(hint) ? reader.text(hint) : null,
                "",
                "",
                !field.needed(body, Map.of()),
                reader.options(field),
                FiledComposition.columns(field, reader));
    }
}
