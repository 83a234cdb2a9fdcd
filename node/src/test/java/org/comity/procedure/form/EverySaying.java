package org.comity.procedure.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.comity.convention.Convention;
import org.comity.convention.ProcedureLaw;
import org.comity.convention.reading.PracticeLaw;
import org.comity.procedure.ActField;
import org.comity.procedure.ActRendering;
import org.comity.procedure.ActTable;
import org.comity.proof.table.MoveTable;
import org.comity.sealing.Letters.Section;
import org.comity.ui.Language;
import org.comity.ui.Words;

/**
 * Every single thing that an act of a procedure can say: each field, each option, each column of a row, each fact. Whatever
 * is added to {@code act.json} and not said here, or has no line where it is shown, fails the build.
 */
public final class EverySaying {

    private static final Pattern KEY = Pattern.compile(
            "\\b(assistance|preservation|acts|basis|compose|paper|articles|disputes)(\\.[a-z0-9-]+){2,}");
    private static final Set<String> OF_EVERY_ACT = Set.of("reference", "recorded", "speaker");

    private final ActTable table;
    private final Words words;
    private final Convention convention;
    private final List<Saying> sayings = new ArrayList<>();

    /**
     * One thing that an act says, and nothing else.
     *
     * @param thread whose acts and items it speaks of, or null
     * @param shown each of these stands in the act's lines
     */
    public record Saying(
            String name,
            String thread,
            String type,
            Map<String, String> facts,
            Map<String, Object> body,
            Function<Language, List<String>> shown) {

        @Override
        public String toString() {
            return type + ": " + name;
        }

        /** The newest that has the instrument or the ground of which it speaks. */
        private String edition(ActRendering rendering) {
            var instrument = body.get("instrument") instanceof String named ? named : "";
            var ground = body.get("ground") instanceof String code ? code : "other";
            return PracticeLaw.held().laws().stream()
                    .filter(it -> rendering.procedure().startsWith(it.procedure() + "/"))
                    .filter(it -> instrument.isEmpty() || it.edition().startsWith(instrument + "/"))
                    .filter(it -> ground.equals("other")
                            || it.ground(ground)
                                    .or(() -> it.postponement(ground))
                                    .isPresent())
                    .map(ProcedureLaw::edition)
                    .findFirst()
                    .orElse("uncc/2");
        }

        public List<Section> sections(ActRendering rendering, Language language) {
            return rendering.sections(edition(rendering), thread, type, facts, body, language.locale());
        }
    }

    public EverySaying(ActTable table, Words words, Convention convention) {
        this.table = table;
        this.words = words;
        this.convention = convention;
    }

    /** What the table of fields says of itself; choices that a thread gives are for the caller to add. */
    public EverySaying fields() {
        for (var type : new TreeSet<>(table.acts().keySet())) {
            for (var field : table.of(type)) {
                if (!field.fact()) {
                    field(type, field);
                }
            }
        }
        return this;
    }

    public EverySaying with(String type, Map<String, Object> body, Function<Language, List<String>> shown) {
        return with(null, type, Map.of(), body, shown);
    }

    public EverySaying with(
            String thread,
            String type,
            Map<String, String> facts,
            Map<String, Object> body,
            Function<Language, List<String>> shown) {
        sayings.add(new Saying(body + " " + facts, thread, type, facts, body, shown));
        return this;
    }

    public List<Saying> all() {
        return List.copyOf(sayings);
    }

    /** @param request every key of the act that opens a thread */
    public void mustNameEveryKey(String opening, Set<String> request, String procedure) {
        var steps = MoveTable.find(procedure).orElseThrow().steps();
        var types = new TreeSet<>(table.acts().keySet());
        types.add(opening);
        assertThat(types).as("types of acts").isEqualTo(new TreeSet<>(steps.keySet()));
        for (var type : types) {
            var asked = new TreeSet<String>(type.equals(opening) ? request : Set.of());
            table.of(type).stream().filter(it -> !it.fact()).map(ActField::key).forEach(asked::add);
            var facts = new TreeSet<>(steps.get(type).facts().keySet());
            table.of(type).stream().filter(ActField::fact).map(ActField::key).forEach(facts::add);
            facts.removeAll(OF_EVERY_ACT);
            assertThat(said(type, it -> it.body().keySet()))
                    .as("fields of " + type)
                    .containsAll(asked);
            assertThat(said(type, it -> it.facts().keySet()))
                    .as("facts of " + type)
                    .containsAll(facts);
        }
    }

    private Set<String> said(String type, Function<Saying, Set<String>> keys) {
        var said = new HashSet<String>();
        sayings.stream().filter(it -> it.type().equals(type)).map(keys).forEach(said::addAll);
        return said;
    }

    /** Its lines hold what it says, in words and never by a key, and none of it under what nobody knows. */
    public void hasItsLine(Saying saying, ActRendering rendering, Language language) {
        var sections = saying.sections(rendering, language);
        var text = text(sections);
        for (var line : saying.shown().apply(language)) {
            assertThat(text).as("%s in %s", saying, language.tag()).anyMatch(it -> it.contains(line));
        }
        assertThat(text)
                .as("%s in %s", saying, language.tag())
                .noneMatch(it -> KEY.matcher(it).find());
        assertThat(sections)
                .as("%s in %s", saying, language.tag())
                .extracting(Section::label)
                .doesNotContain(words.say(language, "acts.beside"));
    }

    /** No two things that a type of act can say read alike. */
    public void differ(ActRendering rendering, Language language) {
        var seen = new LinkedHashSet<String>();
        for (var saying : sayings) {
            assertThat(seen.add(saying.type() + text(saying.sections(rendering, language))))
                    .as("%s reads like another in %s", saying, language.tag())
                    .isTrue();
        }
    }

    private static List<String> text(List<Section> sections) {
        return sections.stream()
                .flatMap(it -> Stream.concat(Stream.of(it.label()), it.paragraphs().stream()))
                .toList();
    }

    private void field(String type, ActField field) {
        var label = table.law() + ".field." + field.key();
        switch (field.kind()) {
            case ROWS -> field.columns().forEach(column -> column(type, field, column));
            case FLAG ->
                with(type, Map.of(field.key(), true), it -> List.of(word(it, label), word(it, table.law() + ".yes")));
            case CHOICE -> options(type, field, value -> value);
            case CHOICES -> options(type, field, List::of);
            default -> {
                var sample = sample(field);
                with(type, Map.of(field.key(), sample.said()), it -> {
                    var lines = new ArrayList<>(sample.shown().apply(it));
                    lines.add(word(it, label));
                    return lines;
                });
            }
        }
    }

    private void options(String type, ActField field, Function<String, Object> as) {
        var label = table.law() + ".field." + field.key();
        if (field.key().equals("ground")) {
            grounds(type, label);
        }
        for (var option : field.options()) {
            with(
                    type,
                    Map.of(field.key(), as.apply(option)),
                    it -> List.of(
                            word(it, label), word(it, "%s.option.%s.%s".formatted(table.law(), field.key(), option))));
        }
    }

    /** Of every edition that is held: to refuse on, or to postpone on. */
    private void grounds(String type, String label) {
        var seen = new HashSet<String>();
        convention.laws().stream()
                .filter(it -> it.procedure().equals(table.law()))
                .flatMap(it -> (type.equals("refuse") ? it.grounds() : it.postponements()).stream())
                .filter(it -> seen.add(it.code()))
                .forEach(ground -> with(
                        type,
                        Map.of("ground", ground.code()),
                        it -> List.of(word(it, label), ground.text().in(it.tag()), ground.ref())));
        with(
                type,
                Map.of("ground", "other"),
                it -> List.of(word(it, label), word(it, table.law() + ".option.ground.other")));
    }

    private void column(String type, ActField field, ActField column) {
        var key = field.key() + "." + column.key();
        var samples = column.kind() == ActField.Kind.CHOICE
                ? column.options().stream()
                        .map(option -> new Sample(
                                option, it -> List.of(word(it, "%s.option.%s.%s".formatted(table.law(), key, option)))))
                        .toList()
                : List.of(sample(column));
        for (var sample : samples) {
            with(
                    type,
                    Map.of(field.key(), List.of(Map.of(column.key(), sample.said()))),
                    it -> List.of(words.say(
                            it,
                            table.law() + ".row." + key,
                            "value",
                            sample.shown().apply(it).getFirst())));
        }
    }

    private record Sample(String said, Function<Language, List<String>> shown) {}

    private static Sample sample(ActField field) {
        return switch (field.kind()) {
            case DAY ->
                new Sample(
                        "2027-03-09",
                        it -> List.of(FieldSections.day(java.time.LocalDate.of(2027, 3, 9), it.locale())));
            case INSTANT ->
                new Sample(
                        "2027-03-09T08:07:06Z",
                        it -> List.of(
                                FieldSections.moment(java.time.Instant.parse("2027-03-09T08:07:06Z"), it.locale())));
            case TEXT ->
                new Sample(
                        "Said of " + field.key() + "\nand more", it -> List.of("Said of " + field.key(), "and more"));
            default -> new Sample("Said of " + field.key(), it -> List.of("Said of " + field.key()));
        };
    }

    /** The word exists in this very language. */
    public String word(Language language, String key, Object... named) {
        assertThat(words.has(language.tag(), key))
                .as("%s in %s", key, language.tag())
                .isTrue();
        return words.say(language, key, named);
    }
}
