package org.comity.convention.reading;

import java.io.StringReader;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.comity.convention.LawInconsistent;
import org.comity.convention.Wording;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Reads a piece of a data file that knows its place, so that a fault can be found. */
public final class LawNode {

    static final List<String> NEEDED_LANGUAGES = List.of("en", "ar");

    /** Keys of a piece under which words stand. */
    private static final Set<String> WORDED = Set.of("label", "hint");

    private static final Set<String> LANGUAGES = Set.of("en", "ar", "es", "fr", "ru", "zh");

    private final String file;
    private final Node node;

    private LawNode(String file, Node node) {
        this.file = file;
        this.node = node;
    }

    static LawNode of(LawFiles files, String path) {
        return read(path, files.text(path));
    }

    /** @param path by which a fault names the file */
    public static LawNode read(String path, String text) {
        try {
            var root = new Yaml(new SafeConstructor(new LoaderOptions())).compose(new StringReader(text));
            if (root == null) {
                throw new LawInconsistent(path, "the file is empty");
            }
            return new LawNode(path, root);
        } catch (MarkedYAMLException unreadable) {
            var mark = unreadable.getProblemMark();
            throw new LawInconsistent(path + ":" + (mark == null ? 1 : mark.getLine() + 1), unreadable.getProblem());
        }
    }

    public LawInconsistent fault(String what) {
        return new LawInconsistent(file + ":" + (node.getStartMark().getLine() + 1), what);
    }

    /** Allows these keys and languages' texts, and nothing else, so that a misspelt key is found. */
    public LawNode only(String... keys) {
        var allowed = Set.of(keys);
        entries().forEach((key, value) -> {
            if (!allowed.contains(key)) {
                throw value.fault("\"%s\" is not known here".formatted(key));
            }
        });
        return this;
    }

    LawNode onlyWith(Set<String> keys) {
        var all = new java.util.TreeSet<>(keys);
        all.addAll(LANGUAGES);
        return only(all.toArray(String[]::new));
    }

    /** The same piece with the words of another one in the place of a key that named it. */
    LawNode with(LawNode words, String named) {
        var own = entries();
        var tuples = new ArrayList<NodeTuple>();
        own.forEach((key, value) -> {
            if (!key.equals(named)) {
                tuples.add(new NodeTuple(scalar(key), value.node));
            }
        });
        words.entries().forEach((key, value) -> {
            boolean ofWords = WORDED.contains(key) || LANGUAGES.contains(key);
            if (ofWords && !own.containsKey(key)) {
                tuples.add(new NodeTuple(scalar(key), value.node));
            }
        });
        return new LawNode(
                file,
                new MappingNode(node.getTag(), true, tuples, node.getStartMark(), node.getEndMark(), FlowStyle.BLOCK));
    }

    private ScalarNode scalar(String key) {
        return new ScalarNode(Tag.STR, key, node.getStartMark(), node.getEndMark(), ScalarStyle.PLAIN);
    }

    /** Is it one word, and neither a list nor keys with values? */
    public boolean plain() {
        return node instanceof ScalarNode;
    }

    public boolean has(String key) {
        return entries().containsKey(key);
    }

    public LawNode at(String key) {
        return find(key).orElseThrow(() -> fault("\"%s\" is missing".formatted(key)));
    }

    public Optional<LawNode> find(String key) {
        return Optional.ofNullable(entries().get(key));
    }

    public List<LawNode> list(String key) {
        return find(key).map(LawNode::items).orElse(List.of());
    }

    public List<LawNode> items() {
        if (!(node instanceof SequenceNode sequence)) {
            throw fault("a list is needed here");
        }
        return sequence.getValue().stream().map(item -> new LawNode(file, item)).toList();
    }

    public String text(String key) {
        return at(key).text();
    }

    @Nullable
    String textOrNull(String key) {
        return find(key).map(LawNode::text).orElse(null);
    }

    public String text() {
        if (!(node instanceof ScalarNode scalar) || scalar.getValue().isBlank()) {
            throw fault("a text is needed here");
        }
        return scalar.getValue().strip();
    }

    public int number() {
        try {
            return Integer.parseInt(text());
        } catch (NumberFormatException e) {
            throw fault("\"%s\" is not a whole number".formatted(text()));
        }
    }

    public boolean flag() {
        return switch (text()) {
            case "true" -> true;
            case "false" -> false;
            default -> throw fault("\"%s\" is neither true nor false".formatted(text()));
        };
    }

    LocalDate day() {
        try {
            return LocalDate.parse(text());
        } catch (DateTimeParseException e) {
            throw fault("\"%s\" is not a day such as 2027-03-01".formatted(text()));
        }
    }

    /** A language in which texts may stand. */
    String language() {
        if (!LANGUAGES.contains(text())) {
            throw fault("\"%s\" is not one of %s"
                    .formatted(text(), LANGUAGES.stream().sorted().toList()));
        }
        return text();
    }

    /** One of these words. */
    public <E extends Enum<E>> E word(Class<E> among) {
        for (E value : among.getEnumConstants()) {
            if (value.name()
                    .toLowerCase(java.util.Locale.ROOT)
                    .replace('_', '-')
                    .equals(text())) {
                return value;
            }
        }
        throw fault("\"%s\" is not a known %s"
                .formatted(text(), among.getSimpleName().toLowerCase(java.util.Locale.ROOT)));
    }

    /** The texts of this piece by language; those of our pages must all be there. */
    Wording wording() {
        var texts = new LinkedHashMap<String, String>();
        entries().forEach((key, value) -> {
            if (LANGUAGES.contains(key)) {
                texts.put(key, value.text());
            }
        });
        for (var language : NEEDED_LANGUAGES) {
            if (!texts.containsKey(language)) {
                throw fault("the text in language \"%s\" is missing".formatted(language));
            }
        }
        FurtherLanguages.addTo(texts);
        return new Wording(texts);
    }

    /** The texts of a piece that holds nothing else. */
    Wording wordingOnly() {
        return onlyWith(Set.of()).wording();
    }

    public Map<String, LawNode> entries() {
        if (!(node instanceof MappingNode mapping)) {
            throw fault("keys with values are needed here");
        }
        var entries = new LinkedHashMap<String, LawNode>();
        for (var tuple : mapping.getValue()) {
            var key = new LawNode(file, tuple.getKeyNode()).text();
            if (entries.put(key, new LawNode(file, tuple.getValueNode())) != null) {
                throw new LawNode(file, tuple.getKeyNode()).fault("\"%s\" stands here twice".formatted(key));
            }
        }
        return entries;
    }
}
