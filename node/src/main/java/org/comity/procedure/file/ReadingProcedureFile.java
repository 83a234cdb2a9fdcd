package org.comity.procedure.file;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.comity.convention.reading.LawNode;
import org.comity.procedure.ActRole;
import org.comity.procedure.Redirection;
import org.comity.procedure.RequestGroup;
import org.comity.procedure.field.FiledField;
import org.comity.vocabulary.Role;
import org.jspecify.annotations.Nullable;

/** Reads one {@code procedure.yaml} strictly: a word that is not known here stops the start, with its file and line. */
final class ReadingProcedureFile {

    private static final String NAME = "[a-z][a-z-]{0,39}";

    private final LawNode common;

    /** Keys of duties of the law that are shown beside an act that a file need not name. */
    private final Map<String, List<String>> commonDuties;

    private final String path;
    private final String text;

    /** Fields read so far, by act: those named {@code like} another's are taken from here. */
    private final Map<String, List<FiledField>> acts = new LinkedHashMap<>();

    private final @Nullable String sections;

    private ReadingProcedureFile(String common, String path, String text, @Nullable String sections) {
        this.sections = sections;
        var shared = LawNode.read("common.yaml", common).only("fields", "acts", "duties", "roles", "answer-by");
        this.common = shared;
        this.commonDuties = lists(shared, "duties");
        this.path = path;
        this.text = text;
    }

    /**
     * @param common the text of {@code common.yaml}
     * @param path e.g. {@code disclosure/1/procedure.yaml}
     * @param sections the text of the {@code sections.yaml} beside it, or null
     * @throws org.comity.convention.LawInconsistent naming file, line and what to do
     */
    static ProcedureFile read(String common, String path, String text, @Nullable String sections) {
        return new ReadingProcedureFile(common, path, text, sections).read();
    }

    private ProcedureFile read() {
        var file = LawNode.read(path, text)
                .only(
                        "procedure",
                        "law",
                        "moves",
                        "opens",
                        "between",
                        "group",
                        "speaks-as",
                        "addressed-to",
                        "by-central-authority",
                        "follows",
                        "serves",
                        "asks-kept",
                        "proposed-at",
                        "check-word",
                        "answered",
                        "one-officer",
                        "subject",
                        "acts",
                        "roles",
                        "assurances",
                        "letters",
                        "pages",
                        "desk",
                        "duties",
                        "secrecy",
                        "cautions",
                        "takes",
                        "cards",
                        "past");
        var id = id(file);
        var named = file.at("opens").only("act", "by");
        var opening = named.text("act");
        boolean joint = Role.ofTwo(named.text("by")).isEmpty();
        var reading = new ReadingFields(common, acts, opening);
        file.at("acts").entries().forEach((type, node) -> acts.put(word(node, type), reading.of(type, node)));
        var roles = ReadingRoles.of(common, file, acts.keySet());
        if (!joint && roles.containsKey(ActRole.ACKNOWLEDGES) && !acts.containsKey(Redirection.ACT)) {
            reading.shared(Redirection.ACT).ifPresent(it -> acts.put(Redirection.ACT, it));
        }
        if (!acts.containsKey(opening)) {
            throw named.at("act").fault("\"%s\" has no fields: add it under acts".formatted(opening));
        }
        var assuring = new ReadingAssurances(acts, reading).of(file);
        var chosen = sections == null
                ? null
                : ChosenSections.read(id + "/sections.yaml", sections, acts.getOrDefault(opening, List.of()));
        if (chosen != null) {
            var fields = new ArrayList<>(acts.getOrDefault(opening, List.of()));
            fields.addAll(chosen.own());
            acts.put(opening, List.copyOf(fields));
        }
        var opens = new ReadingOpening(file, opening, acts.getOrDefault(opening, List.of()), chosen);
        var desk = file.at("desk")
                .only(
                        "order",
                        "says",
                        "after-receipt",
                        "turn",
                        "pace",
                        "ends",
                        "answer-by",
                        "until-decided",
                        "announced");
        var function = file.find("speaks-as").map(LawNode::text).orElse("contact-point");
        var read = new ProcedureFile(
                id,
                opening,
                ReadingTurns.opener(named.at("by"), joint),
                file.at("group").word(RequestGroup.class),
                function,
                file.find("addressed-to").map(LawNode::text).orElse(function),
                types(file, "by-central-authority"),
                file.find("follows").map(ReadingFollows::of).orElse(null),
                types(file, "one-officer"),
                opens.subject(),
                java.util.Collections.unmodifiableMap(acts),
                opens.letters(),
                opens.pages(),
                order(desk),
                types(desk, "says"),
                types(desk, "after-receipt"),
                ReadingTurns.turn(desk, joint),
                ReadingTurns.pace(desk),
                desk.find("ends").map(ReadingProcedureFile::ends).orElse(List.of()),
                answerBy(desk, opening),
                texts(desk, "until-decided"),
                texts(desk, "announced"),
                file.find("secrecy")
                        .map(it -> ReadingSecrecy.of(it, acts.keySet()))
                        .orElse(null),
                duties(file),
                new ReadingPast(acts, opening).of(file),
                file.find("between").map(it -> ReadingKinds.of(it, joint)).orElse(Map.of()),
                chosen,
                FiledCaution.read(file, acts),
                CarriedOverField.read(file, acts.getOrDefault(opening, List.of())),
                assuring,
                new ReadingCards(acts).of(file, joint),
                roles,
                file.find("serves")
                        .map(it -> FiledServing.read(it, acts.getOrDefault(opening, List.of())))
                        .orElse(Map.of()),
                file.find("proposed-at").map(ReadingProcedureFile::same).isPresent(),
                file.find("check-word")
                        .map(it -> FiledOrdersOnPaper.read(it, opening, acts))
                        .orElse(Map.of()),
                file.find("answered")
                        .map(it -> FiledAnswers.read(it, acts.getOrDefault(opening, List.of()), acts))
                        .orElse(null),
                asksKept(file, opening));
        known(file.find("duties"), lists(file, "duties").keySet());
        ordered(desk, read);
        return read;
    }

    private @Nullable KeptDataAsked asksKept(LawNode file, String opening) {
        var node = file.find("asks-kept");
        node.filter(_ -> !file.has("serves")).ifPresent(it -> {
            throw it.fault("nothing reads this where no order is served: leave it out, or write serves");
        });
        return node.map(it -> KeptDataAsked.read(it, acts.getOrDefault(opening, List.of())))
                .orElse(null);
    }

    private static boolean same(LawNode node) {
        if (!node.text().equals("same-identifiers")) {
            throw node.fault("\"%s\" is no place where one is proposed: write same-identifiers".formatted(node.text()));
        }
        return true;
    }

    private static List<String> ends(LawNode node) {
        return (node.plain() ? List.of(node) : node.items())
                .stream().map(LawNode::text).toList();
    }

    /** What the file names, or else the usual one, where the opening act has it. */
    private String answerBy(LawNode desk, String opening) {
        var own = desk.find("answer-by");
        var key = own.or(() -> common.find("answer-by")).map(LawNode::text).orElse("");
        boolean there = acts.getOrDefault(opening, List.of()).stream()
                .anyMatch(it -> it.key().equals(key) && it.type().name().equals("instant"));
        own.filter(_ -> !there).ifPresent(it -> {
            throw it.fault("\"%s\" is no instant of the opening act: name one".formatted(key));
        });
        return there ? key : "";
    }

    /** What a file need not name comes last. */
    private List<String> order(LawNode desk) {
        var order = types(desk, "order");
        if (acts.containsKey(Redirection.ACT)) {
            order.add(Redirection.ACT);
        }
        return List.copyOf(order);
    }

    private Map<String, List<String>> duties(LawNode file) {
        var duties = lists(file, "duties");
        commonDuties.forEach((type, keys) -> {
            if (acts.containsKey(type)) duties.putIfAbsent(type, keys);
        });
        return duties;
    }

    private String id(LawNode file) {
        var id = file.text("procedure");
        if (!id.matches(NAME + "/[1-9][0-9]{0,3}") || !path.equals(id + "/procedure.yaml")) {
            throw file.at("procedure").fault("\"%s\" is not what its folder is called: name/version".formatted(id));
        }
        file.find("law").filter(it -> !id.startsWith(it.text() + "/")).ifPresent(it -> {
            throw it.fault("\"%s\" is not the name of %s: write the name, or leave law out".formatted(it.text(), id));
        });
        file.find("moves").filter(it -> !it.text().equals("moves.md")).ifPresent(it -> {
            throw it.fault("moves stand in moves.md beside this file: write that, or leave moves out");
        });
        return id;
    }

    static String word(LawNode node, String word) {
        if (!word.matches(NAME)) {
            throw node.fault("\"%s\" is no name of small letters and hyphens".formatted(word));
        }
        return word;
    }

    static Set<String> texts(LawNode node, String key) {
        return node.list(key).stream().map(LawNode::text).collect(Collectors.toUnmodifiableSet());
    }

    /** Names of acts. */
    private LinkedHashSet<String> types(LawNode node, String key) {
        var types = new LinkedHashSet<String>();
        node.list(key).forEach(it -> {
            if (!acts.containsKey(it.text()) || !types.add(it.text())) {
                throw it.fault("\"%s\" is no act of this file, or stands here twice".formatted(it.text()));
            }
        });
        return types;
    }

    private void known(Optional<LawNode> node, Iterable<String> types) {
        for (var type : types) {
            if (!acts.containsKey(type)) {
                throw node.orElseThrow().fault("\"%s\" is no act of this file: name one".formatted(type));
            }
        }
    }

    private static void ordered(LawNode desk, ProcedureFile file) {
        for (var type : file.acts().keySet()) {
            if (type.equals(file.opening()) == file.order().contains(type)) {
                throw desk.at("order")
                        .fault("every act but the opening one stands in order once: look for \"%s\"".formatted(type));
            }
        }
    }

    private static Map<String, List<String>> lists(LawNode file, String key) {
        var lists = new LinkedHashMap<String, List<String>>();
        file.find(key)
                .ifPresent(it -> it.entries()
                        .forEach((name, node) -> lists.put(
                                name.toLowerCase(Locale.ROOT),
                                node.items().stream().map(LawNode::text).toList())));
        return lists;
    }
}
