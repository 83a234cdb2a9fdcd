package org.comity.procedure.file;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.comity.convention.reading.LawNode;
import org.comity.procedure.ActField.Need;
import org.comity.procedure.field.ConsentType;
import org.comity.procedure.field.EmergencyType;
import org.comity.procedure.field.FieldType;
import org.comity.procedure.field.FieldTypes;
import org.comity.procedure.field.FiledField;
import org.comity.procedure.field.FiledField.Condition;
import org.comity.procedure.field.FiledField.Lying;
import org.comity.procedure.form.Found;
import org.comity.procedure.form.Items;
import org.jspecify.annotations.Nullable;

/** Reads the fields of each act of a procedure's file; what is borrowed from another act is put in its place. */
final class ReadingFields {

    private static final String COMMON = "common";
    static final String KEY = "[a-z][A-Za-z0-9]{0,39}";
    private static final int MOST = 1_000_000;

    /** Types of field that list what can be chosen. */
    private static final Set<String> CHOSEN =
            Set.of("choice", "choices", "gaps", "act-spoken-of", "act-quoted", "consent");

    /** Types whose fields have the name of the type as their key: envelopes and pages know them by it. */
    private static final Set<String> OWN_KEY = Set.of(EmergencyType.KEY, Items.KEY, Found.KEY, ConsentType.NAME);

    private final LawNode common;
    private final List<LawNode> shapes;
    private final Map<String, List<FiledField>> acts;
    private final String opening;

    /**
     * @param shared what common.yaml says
     * @param acts read so far, from which later ones may borrow
     */
    ReadingFields(LawNode shared, Map<String, List<FiledField>> acts, String opening) {
        this.common = shared.find("acts").orElse(shared);
        this.shapes = shared.list("fields");
        this.acts = acts;
        this.opening = opening;
    }

    List<FiledField> of(String type, LawNode node) {
        if (node.plain()) {
            if (acts.containsKey(node.text())) {
                return Objects.requireNonNull(acts.get(node.text()));
            }
            if (!node.text().equals(COMMON)) {
                throw node.fault("\"%s\" is no list of fields: write the fields, %s, or an act above that says the same"
                        .formatted(node.text(), COMMON));
            }
            var shared = common.find(type)
                    .orElseThrow(
                            () -> node.fault("common.yaml has no act \"%s\": write its fields here".formatted(type)));
            return of(type, shared);
        }
        var read = new ArrayList<FiledField>();
        for (var item : node.items()) {
            var field = field(item, type.equals(opening));
            if (read.stream().anyMatch(it -> it.key().equals(field.key()))) {
                throw item.fault("field \"%s\" stands in %s twice: give it another key".formatted(field.key(), type));
            }
            read.add(field);
        }
        for (int n = 0; n < read.size(); n++) {
            conditioned(node.items().get(n), read, read.get(n));
        }
        return List.copyOf(read);
    }

    /** The fields of an act, and one that common.yaml writes for many unless the act has it in words of its own. */
    List<FiledField> with(String key, String type, LawNode by) {
        var fields = acts.get(type);
        if (fields == null) {
            throw by.fault("there is no act \"%s\": name one of this file".formatted(type));
        }
        return fields.stream().anyMatch(it -> it.key().equals(key))
                ? fields
                : Stream.concat(fields.stream(), Stream.of(shape(by, key, type.equals(opening))))
                        .toList();
    }

    private FiledField shape(LawNode by, String key, boolean opens) {
        return shapes.stream()
                .filter(it -> it.text("key").equals(key))
                .findFirst()
                .map(it -> field(it, opens))
                .orElseThrow(() -> by.fault("common.yaml has no field \"%s\": write the field out".formatted(key)));
    }

    /** An act that every procedure of two States has; empty where the common file says nothing of it. */
    Optional<List<FiledField>> shared(String type) {
        return common.find(type).map(it -> of(type, it));
    }

    private FiledField field(LawNode node, boolean opens) {
        node.only(
                "key",
                "type",
                "like",
                "need",
                "needed-if",
                "only-then",
                "lifted-by",
                "if-said",
                "begins",
                "not-before",
                "must-lie",
                "options",
                "fact",
                "columns",
                "from",
                "to",
                "with-file",
                "passes-on",
                "promises",
                "names",
                "urgent");
        var key = node.text("key");
        if (!key.matches(KEY)) {
            throw node.at("key").fault("\"%s\" is no key of letters and digits, the first one small".formatted(key));
        }
        var like = node.find("like").map(it -> like(it, key, opens)).orElse(null);
        var type = type(node, like);
        boolean fact = node.find("fact").map(LawNode::flag).orElse(false);
        if (fact && type.fact().isEmpty()) {
            throw node.at("fact")
                    .fault(
                            "a field of type %s cannot be a fact: leave fact out, or make \"%s\" a choice, a moment or an act"
                                    .formatted(type.name(), key));
        }
        if (!fact && !type.typed()) {
            throw node.fault("a field of type %s is a fact: add fact: true".formatted(type.name()));
        }
        if (fact && need(node) != Need.ALWAYS) {
            throw node.fault("the fold needs every fact: add need: always to \"%s\"".formatted(key));
        }
        if (opens ? !type.opens() : type.kind().isEmpty()) {
            throw node.fault("a field of type %s cannot stand in this act: choose another type".formatted(type.name()));
        }
        if (OWN_KEY.contains(type.name()) && !key.equals(type.name())) {
            throw node.at("key").fault("a field of type %s has the key %s".formatted(type.name(), type.name()));
        }
        var options = options(node, type, like);
        return new FiledField(
                key,
                type,
                need(node),
                condition(node),
                options,
                fact,
                ReadingColumns.of(node, type, like),
                node.find("from").map(LawNode::number).orElse(like == null ? 0 : like.from()),
                node.find("to").map(LawNode::number).orElse(like == null ? MOST : like.to()),
                lifted(node, opens),
                node.find("if-said").map(LawNode::flag).orElse(false),
                node.find("begins")
                        .map(it -> ReadingMarks.begins(it, type, options))
                        .orElse(""),
                node.find("not-before").map(LawNode::text).orElse(""),
                node.find("must-lie")
                        .map(it -> ReadingMarks.mustLie(it, type))
                        .orElse(like == null ? Lying.ANYWHEN : like.mustLie()),
                ReadingMarks.of(node, type, options));
    }

    /** Only a request is an emergency, and only what is needed can be lifted. */
    private static boolean lifted(LawNode node, boolean opens) {
        node.find("lifted-by")
                .filter(it -> !opens
                        || !it.text().equals(EmergencyType.KEY)
                        || need(node) != Need.ALWAYS && condition(node) == null)
                .ifPresent(it -> {
                    throw it.fault(
                            "write emergency, of a field of the opening act that is needed always or on a condition");
                });
        return node.has("lifted-by");
    }

    private FiledField like(LawNode node, String key, boolean opens) {
        if (node.text().equals(COMMON)) {
            return shape(node, key, opens);
        }
        var other = acts.get(node.text());
        if (other == null) {
            throw node.fault("there is no act \"%s\" above this one: put it before, or write the field out"
                    .formatted(node.text()));
        }
        return other.stream()
                .filter(it -> it.key().equals(key))
                .findFirst()
                .orElseThrow(
                        () -> node.fault("%s has no field \"%s\": write the field out".formatted(node.text(), key)));
    }

    private static FieldType type(LawNode node, @Nullable FiledField like) {
        if (like != null && !node.has("type")) {
            return like.type();
        }
        var type = node.at("type");
        return FieldTypes.of(type.text())
                .orElseThrow(() -> type.fault(
                        "\"%s\" is no type of field: choose one of %s".formatted(type.text(), FieldTypes.names())));
    }

    private static Need need(LawNode node) {
        return node.find("need")
                .map(it -> switch (it.text()) {
                    case "always" -> Need.ALWAYS;
                    case "writing" -> Need.WRITING;
                    default ->
                        throw it.fault("\"%s\": write always or writing, or leave need out".formatted(it.text()));
                })
                .orElse(Need.NO);
    }

    private static @Nullable Condition condition(LawNode node) {
        if (node.has("need") && node.has("needed-if")) {
            throw node.at("needed-if").fault("a field is needed always or on a condition: leave one of the two out");
        }
        return node.find("needed-if")
                .map(it -> {
                    if (it.entries().size() != 1) {
                        throw it.fault("one key and one value are needed here, and no more");
                    }
                    var only = it.entries().entrySet().iterator().next();
                    var value = only.getValue();
                    var values = value.plain() ? List.of(value) : value.items();
                    return new Condition(
                            only.getKey(), values.stream().map(LawNode::text).toList());
                })
                .orElse(null);
    }

    private static void conditioned(LawNode node, List<FiledField> fields, FiledField field) {
        var condition = field.condition();
        var earlier = field.notBefore();
        if (!earlier.isEmpty()
                && fields.stream()
                        .noneMatch(it -> it.key().equals(earlier)
                                && it.type().equals(field.type())
                                && it.type().name().equals("day"))) {
            throw node.at("not-before").fault("\"%s\" is no other day of this act: name one".formatted(earlier));
        }
        if (condition == null) {
            return;
        }
        var other =
                fields.stream().filter(it -> it.key().equals(condition.key())).findFirst();
        boolean known = other.filter(it -> it.options().isEmpty()
                        || condition.is(Condition.NOTHING)
                        || it.options().containsAll(condition.values()))
                .isPresent();
        if (!known) {
            throw node.fault("needed-if: {%s: %s} names no field of this act, or no option of it: name one"
                    .formatted(condition.key(), condition.values()));
        }
    }

    private static List<String> options(LawNode node, FieldType type, @Nullable FiledField like) {
        boolean chosen = CHOSEN.contains(type.name());
        if (!chosen && node.has("options")) {
            throw node.at("options")
                    .fault("a field of type %s has no options of its own: leave them out".formatted(type.name()));
        }
        if (type.name().equals("data-classes")) {
            return FieldTypes.DATA_CLASSES;
        }
        var options = node.list("options").stream()
                .map(it -> ReadingProcedureFile.word(it, it.text()))
                .toList();
        if (options.isEmpty() && like != null) {
            return like.options();
        }
        if (chosen && new HashSet<>(options).size() < 1 || new HashSet<>(options).size() < options.size()) {
            throw node.fault("a %s needs its options, each once".formatted(type.name()));
        }
        return options;
    }
}
