package org.comity.procedure.file;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.comity.convention.Convention;
import org.comity.convention.ProcedureLaw;
import org.comity.convention.reading.LawNode;
import org.comity.procedure.field.FiledField;
import org.comity.procedure.form.BodyFields;

/**
 * Holds the sections of a request that stand in a file beside its table ({@code sections.yaml}): each is asked, needed and
 * printed only where a choice of the same request names it.
 */
final class ChosenSections {

    private final FiledField choice;
    private final List<FiledField> own;
    private final Map<String, List<String>> sections;
    private final Map<String, List<String>> spared;
    private final Map<String, List<String>> duties;
    private final Set<String> beside;

    /** Own fields that are printed after their own name, and the sections by each key that stands in some: asked of every field of every request. */
    private final Set<String> labelled = new HashSet<>();

    private final Map<String, Set<String>> in = new HashMap<>();

    /**
     * @param choice the field whose options choose
     * @param own its own fields, in the order of the file; what stands in no section goes with every request
     * @param sections keys of its own fields and of the request's, by the option that chooses them
     * @param spared fields that the law's need does not reach where nothing but that option is chosen
     * @param duties keys of the law's duties that go with an option
     * @param beside acts beside which these duties are read
     */
    private ChosenSections(
            FiledField choice,
            List<FiledField> own,
            Map<String, List<String>> sections,
            Map<String, List<String>> spared,
            Map<String, List<String>> duties,
            Set<String> beside) {
        this.choice = choice;
        this.own = own;
        this.sections = sections;
        this.spared = spared;
        this.duties = duties;
        this.beside = beside;
        own.stream().map(FiledField::key).filter(it -> !it.equals(choice.key())).forEach(labelled::add);
        sections.forEach((name, keys) -> keys.forEach(
                it -> in.computeIfAbsent(it, _ -> new LinkedHashSet<>()).add(name)));
    }

    /**
     * @param request the fields of the opening act in procedure.yaml
     * @throws org.comity.convention.LawInconsistent naming file, line and what to do
     */
    static ChosenSections read(String path, String text, List<FiledField> request) {
        var file = LawNode.read(path, text)
                .only("procedure", "chosen-by", "fields", "sections", "spared", "duties", "beside");
        if (!path.equals(file.text("procedure") + "/sections.yaml")) {
            throw file.at("procedure")
                    .fault("\"%s\" is not what its folder is called".formatted(file.text("procedure")));
        }
        var fields = new ReadingFields(file, Map.of(), "sections")
                .of("sections", file.at("fields")).stream()
                        .map(FiledField::liftedInEmergency)
                        .toList();
        var choice = fields.stream()
                .filter(it ->
                        it.key().equals(file.text("chosen-by")) && it.options().size() > 1)
                .findFirst()
                .orElseThrow(() -> file.at("chosen-by").fault("name a field of this file that has options"));
        var others = request.stream().map(FiledField::key).collect(Collectors.toSet());
        fields.stream().filter(it -> others.contains(it.key())).findFirst().ifPresent(it -> {
            throw file.at("fields").fault("procedure.yaml has a field \"%s\" already".formatted(it.key()));
        });
        var open = fields.stream().map(FiledField::key).collect(Collectors.toCollection(LinkedHashSet::new));
        open.remove(choice.key());
        var sections = new LinkedHashMap<String, List<String>>();
        file.at("sections").entries().forEach((name, node) -> {
            known(node, name, choice);
            sections.put(name, named(node, open, others));
        });
        return new ChosenSections(
                choice,
                fields,
                Collections.unmodifiableMap(sections),
                byOption(file, "spared", choice),
                byOption(file, "duties", choice),
                ReadingProcedureFile.texts(file, "beside"));
    }

    private static Map<String, List<String>> byOption(LawNode file, String key, FiledField choice) {
        var lists = new LinkedHashMap<String, List<String>>();
        file.find(key)
                .ifPresent(it -> it.entries().forEach((name, node) -> {
                    known(node, name, choice);
                    lists.put(name, node.items().stream().map(LawNode::text).toList());
                }));
        return lists;
    }

    private static void known(LawNode node, String name, FiledField choice) {
        if (!choice.options().contains(name)) {
            throw node.fault("\"%s\" is no option of %s: add it there".formatted(name, choice.key()));
        }
    }

    /** The keys that stand there: each names one of this file that stands nowhere yet, or one of the request. */
    private static List<String> named(LawNode node, Set<String> open, Set<String> others) {
        var named = new ArrayList<String>();
        node.items().forEach(it -> {
            if (!open.remove(it.text()) && !others.contains(it.text())) {
                throw it.fault(
                        "\"%s\" is no field, or stands in a section already: name each once".formatted(it.text()));
            }
            named.add(it.text());
        });
        return List.copyOf(named);
    }

    FiledField choice() {
        return choice;
    }

    List<FiledField> own() {
        return own;
    }

    Map<String, List<String>> sections() {
        return sections;
    }

    Map<String, List<String>> duties() {
        return duties;
    }

    boolean choice(FiledField field) {
        return field.key().equals(choice.key());
    }

    /** Does it stand with others under one letter, in print after its own name? That which chooses does not. */
    boolean labelled(String key) {
        return labelled.contains(key);
    }

    /** The section in which one of its own fields stands. */
    Optional<String> of(String key) {
        return labelled(key) ? in.getOrDefault(key, Set.of()).stream().findFirst() : Optional.empty();
    }

    /** Own fields of each section that has some, by its name: each is a page. */
    Map<String, List<String>> pages() {
        var pages = new LinkedHashMap<String, List<String>>();
        sections.forEach((name, keys) -> {
            var mine = keys.stream().filter(this::labelled).toList();
            if (!mine.isEmpty()) {
                pages.put(name, mine);
            }
        });
        return pages;
    }

    /** What is chosen; a request written before there was a choice asks for the first. */
    List<String> chosen(BodyFields body) {
        if (!body.json().containsKey(choice.key())) {
            return List.of(choice.options().getFirst());
        }
        var said = body.texts(choice.key());
        return choice.options().stream().filter(said::contains).toList();
    }

    /** Does a request with this body have the field at all? */
    boolean asks(BodyFields body, String key) {
        return asked(body).test(key);
    }

    /** The same of many fields of one body. */
    Predicate<String> asked(BodyFields body) {
        var chosen = chosen(body);
        return key -> {
            var names = in.get(key);
            return names == null || chosen.stream().anyMatch(names::contains);
        };
    }

    /** Nothing is asked for that would need it. */
    boolean spares(BodyFields body, String key) {
        var chosen = chosen(body);
        return chosen.size() == 1
                && spared.getOrDefault(chosen.getFirst(), List.of()).contains(key);
    }

    /** What can be asked for under this law: what it names, and what is said in words. */
    List<String> offered(ProcedureLaw law) {
        return choice.options().stream()
                .filter(it -> it.equals(Convention.OTHER) || law.field(it).isPresent())
                .toList();
    }

    /** Keys of duties of the law that are read beside this act because of what was asked for. */
    List<String> duties(String type, BodyFields body) {
        return !beside.contains(type)
                ? List.of()
                : chosen(body).stream()
                        .flatMap(it -> duties.getOrDefault(it, List.of()).stream())
                        .toList();
    }
}
