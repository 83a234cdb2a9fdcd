package org.comity.procedure.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comity.House;
import org.comity.convention.Convention;
import org.comity.convention.ProcedureLaw;
import org.comity.convention.reading.PracticeLaw;
import org.comity.procedure.ActField;
import org.comity.procedure.Redirection;
import org.comity.procedure.field.EmergencyType;
import org.comity.procedure.field.FiledField;
import org.comity.proof.table.MoveTable;
import org.comity.ui.Words;
import org.comity.ui.words.WordsForTests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Holds every procedure that is a file to what a page, a letter and a court need of it. Run with {@code -Dprocedures.write}
 * to count its lines anew.
 */
class FiledProceduresTest {

    private static final Path RESOURCES = House.root().resolve("node/src/main/resources");
    private static final Path TABLES = House.root().resolve("proof/src/main/resources/org/comity/proof/table");
    private static final Path LINES = House.root().resolve("docs/procedures/lines.md");
    private static final Words WORDS = WordsForTests.load();
    private static final Convention LAW = PracticeLaw.held();

    /** Most lines by hand of a procedure between States; of extradition and of assets it is more. */
    private static final long MOST = 450;

    private static final long MOST_OF_LONG_ONES = 800;
    /** Extradition, assets, and what carries two articles. */
    private static final Set<String> LONG_ONES =
            Set.of("extradition/1", "freezing/1", "confiscation/1", "disposal/1", "interception/1");

    /**
     * Those that have more, and how many; a further line wants a reason. The two oldest answer whole articles with every measure
     * in them. Of preservation/1 four came since a report begins with what is noted of providers, and two words since it awaits
     * what the request that followed comes to.
     */
    private static final Map<String, Long> OVER = Map.of("assistance/1", 1700L, "preservation/1", 1183L);

    private static final String BEFORE = """

            Before preservation/1 was a file it had 18 files of Java with 1,718 lines, counted alike, and a page template of 45. Its opening request was the last of it, with 1,187 lines (docs/decisions/0085).

            Before the later acts of assistance/1 were a file it had 23 files of Java with 2,731 lines, counted alike (docs/decisions/0119). Before its opening request was one too, its Java had 1,459 lines, its procedure.yaml and sections.yaml 261, and its page template 86 (docs/decisions/0153).
            """;

    /** Duties that the first page of a request says beside the box of an emergency, and those that a caution says. */
    private static final Set<String> SAID_OTHERWISE = Set.of("emergency", "consultation");

    /** Names that a request has before its thread has a state, or after it lost it. */
    private static final List<String> AROUND = List.of("Sent", "Asked", "LetterReady", "Posted", "AtSeat", "Recalled");

    static List<ProcedureFile> files() {
        return FiledProcedures.read();
    }

    @Test
    void there_are_some() {
        assertThat(files()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("files")
    void the_file_says_what_its_table_says(ProcedureFile file) {
        new CheckingProcedureFile(file, MoveTable.find(file.id()).orElseThrow()).check();
    }

    /** Who is asked at night answers with words that are ready, and one act has them. */
    @Test
    void where_a_request_can_be_an_emergency_one_act_promises_a_call() {
        assertThat(files().stream()
                        .filter(it -> it.field(it.opening(), EmergencyType.KEY).isPresent()))
                .isNotEmpty()
                .allSatisfy(file -> assertThat(file.acts().keySet().stream()
                                .filter(it ->
                                        new FiledMarks(file).promisesCall(it).isPresent()))
                        .as(file.id())
                        .hasSize(1));
    }

    /** An order and an emergency begin with who has the data. */
    @Test
    void a_request_that_says_who_has_the_data_marks_where() {
        var said = Map.<String, Object>of("custodian", "Example Mail, Tolva");

        assertThat(files().stream()
                        .filter(it -> it.field(it.opening(), "custodian").isPresent()))
                .hasSizeGreaterThan(3)
                .allSatisfy(it -> assertThat(new FiledMarks(it).custodian(said))
                        .as(it.id())
                        .isEqualTo("Example Mail, Tolva"));
    }

    @ParameterizedTest
    @MethodSource("files")
    void every_word_answers_in_every_language(ProcedureFile file) {
        var keys = new ArrayList<String>();
        var name = file.law() + ".";
        keys.addAll(List.of(name + "name", name + "to", name + "subject"));
        var follows = file.follows();
        if (follows != null) {
            keys.add(name + "begin");
        }
        if (follows == null || !follows.always()) {
            keys.add(name + "which");
        }
        Stream.concat(states(file), AROUND.stream()).forEach(it -> keys.add("state." + name + it));
        file.pages().keySet().forEach(it -> keys.add(name + "page." + it));
        FiledGaps.options(file).forEach(it -> keys.add(name + "gap." + it));
        file.cards().worded().forEach(it -> keys.add(name + "card." + it));
        file.cautions().values().forEach(all -> all.forEach(it -> keys.add(name + "caution." + it.say())));
        var sections = file.sections();
        if (sections != null) {
            sections.own().forEach(field -> {
                if (field.need() == ActField.Need.ALWAYS || field.condition() != null) {
                    keys.add(name + "needed." + field.key());
                }
                field.columns().stream()
                        .filter(FiledField.Column::needed)
                        .forEach(it -> keys.add(name + "needed." + field.key() + "." + it.key()));
            });
        }
        file.letters().stream()
                .filter(letter -> !laws(file).stream()
                        .allMatch(it -> it.field(letter.of()).isPresent()))
                .forEach(it -> keys.add(name + "label." + it.name()));
        file.acts().forEach((type, fields) -> {
            Stream.of("act.", "about.", "headline.").forEach(it -> keys.add(name + it + type));
            fields.stream()
                    .filter(it -> !ofLaw(file, type, it) && !named(file, type, it))
                    .forEach(it -> keys.add(name + "field." + it.key()));
            fields.forEach(it -> it.options()
                    .forEach(option -> keys.add(
                            name + (it.type().speaks() ? "speaks-of." : "option." + it.key() + ".") + option)));
            fields.stream()
                    .filter(it -> it.asked().kind() == ActField.Kind.ROWS)
                    .forEach(it -> {
                        keys.add(name + "row." + it.key());
                        it.asked().columns().forEach(column -> {
                            var of = it.key() + "." + column.key();
                            keys.add(name + "row." + of);
                            keys.add(name + "field." + of);
                            column.options().forEach(option -> keys.add(name + "option." + of + "." + option));
                        });
                    });
        });
        WORDS.languages()
                .forEach(language -> assertThat(keys.stream()
                                .filter(it -> !WORDS.has(language.tag(), it))
                                .distinct())
                        .as("of %s in %s", file.id(), language.tag())
                        .isEmpty());
    }

    private static Stream<String> states(ProcedureFile file) {
        return CheckingProcedureFile.states(MoveTable.find(file.id()).orElseThrow()).stream();
    }

    /** Its label comes from the law data of every instrument, or stands above other fields. */
    private static boolean ofLaw(ProcedureFile file, String type, FiledField field) {
        return type.equals(file.opening())
                && (field.key().equals("emergency")
                        || laws(file).stream()
                                .allMatch(it -> it.field(field.key()).isPresent()));
    }

    /** Its page has its own words, or names the instrument. */
    private static boolean named(ProcedureFile file, String type, FiledField field) {
        return type.equals(file.opening())
                && (Set.of("articles", "scope").contains(field.type().name())
                        || WORDS.languages().stream()
                                .allMatch(it -> WORDS.has(it.tag(), file.law() + ".form." + field.key())));
    }

    @ParameterizedTest
    @MethodSource("files")
    void law_data_name_only_what_it_asks_and_every_duty_is_one_of_some_instrument(ProcedureFile file) {
        var keys = file.fields(file.opening()).stream().map(FiledField::key).collect(Collectors.toSet());
        file.letters().forEach(it -> keys.add(it.of()));
        keys.add("basis");
        var sections = file.sections();
        if (sections != null) {
            keys.addAll(sections.sections().keySet());
        }
        assertThat(laws(file))
                .isNotEmpty()
                .allSatisfy(law -> assertThat(law.fields())
                        .extracting(ProcedureLaw.Field::name)
                        .as(law.id())
                        .isSubsetOf(keys));

        assertThat(laws(file)).isNotEmpty();
        var said = laws(file).stream()
                .flatMap(it -> Stream.concat(it.duties().stream(), it.notGrounds().stream()))
                .map(ProcedureLaw.Provision::key)
                .toList();
        file.duties().entrySet().stream()
                .filter(it -> !it.getKey().equals(Redirection.ACT))
                .forEach(it -> assertThat(said).as(it.getKey()).containsAll(it.getValue()));
    }

    @ParameterizedTest
    @MethodSource("files")
    void what_it_takes_over_is_said_where_it_follows(ProcedureFile file) {
        file.takes().forEach((followed, takes) -> {
            assertThat(file.follows().procedures()).contains(followed);
            var other = files().stream().filter(it -> it.law().equals(followed)).findFirst();
            takes.stream().flatMap(it -> it.reads().stream()).forEach(source -> {
                var said = source.split("\\.");
                assertThat(other.orElseThrow().field(said[0], said[1]))
                        .as(source)
                        .isPresent();
            });
        });
    }

    /** A duty that no act names is read by nobody who writes one. */
    @ParameterizedTest
    @MethodSource("files")
    void every_duty_of_its_law_is_read_beside_some_act(ProcedureFile file) {
        var named = file.duties().values().stream().flatMap(List::stream).collect(Collectors.toSet());
        var sections = file.sections();
        if (sections != null) {
            sections.duties().values().forEach(named::addAll);
        }
        named.addAll(SAID_OTHERWISE);

        assertThat(laws(file)).isNotEmpty();
        laws(file)
                .forEach(law -> assertThat(Stream.concat(law.duties().stream(), law.notGrounds().stream())
                                .map(ProcedureLaw.Provision::key))
                        .as(law.id())
                        .isSubsetOf(named));
    }

    static List<ProcedureLaw> laws(ProcedureFile file) {
        return LAW.laws().stream()
                .filter(it -> it.procedure().equals(file.law()))
                .toList();
    }

    /** A line of released.txt stays, and what it fixes stays: a correction is the next version. */
    @Test
    void what_is_released_is_as_it_was() throws IOException {
        asReleased(Files.readAllLines(RESOURCES.resolve("procedures/released.txt")));
    }

    /** Until there is a release, that file has no line that could be broken. */
    @Test
    void a_line_of_another_form_or_of_no_procedure_is_found() {
        var file = files().getFirst();
        var hash = frozen(file).sha256();

        asReleased(List.of("# Released", "", file.id() + " " + hash));
        for (var wrong : List.of(file.id() + " " + "0".repeat(64), "no-procedure/1 " + hash)) {
            assertThatExceptionOfType(AssertionError.class)
                    .as(wrong)
                    .isThrownBy(() -> asReleased(List.of(file.id() + " " + hash, wrong)));
        }
    }

    private static void asReleased(List<String> lines) {
        var files = files().stream().collect(Collectors.toMap(ProcedureFile::id, it -> it));
        for (var line : lines) {
            if (line.isBlank() || line.startsWith("#")) continue;
            var said = line.split(" ");
            assertThat(files).containsKey(said[0]);
            assertThat(frozen(files.get(said[0])).sha256()).as(said[0]).isEqualTo(said[1]);
        }
    }

    @Test
    void a_changed_act_or_table_is_another_frozen_form_and_a_page_is_not() {
        var file = files().getFirst();
        var form = frozen(file);
        var acts = new TreeMap<>(file.acts());
        acts.put(file.order().getFirst(), List.of());

        assertThat(frozen(with(file, acts, file.pages())).sha256()).isNotEqualTo(form.sha256());
        assertThat(new FrozenForm(file, form.table() + " ").sha256()).isNotEqualTo(form.sha256());
        assertThat(frozen(with(file, file.acts(), Map.of())).sha256()).isEqualTo(form.sha256());
    }

    private static ProcedureFile with(
            ProcedureFile file, Map<String, List<FiledField>> acts, Map<String, List<String>> pages) {
        var other = mock(ProcedureFile.class, delegatesTo(file));
        when(other.acts()).thenReturn(acts);
        when(other.pages()).thenReturn(pages);
        return other;
    }

    private static FrozenForm frozen(ProcedureFile file) {
        try {
            return new FrozenForm(file, Files.readString(TABLES.resolve(MoveTable.file(file.id()))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lines by hand: its table and file, law and words in one language, and its own Java. */
    @Test
    void lines_by_hand_are_counted() throws IOException {
        var page = new StringBuilder("""
                # Lines by hand of each procedure that is a file

                Counted by the build, without blank lines and comments. With procedure.yaml its sections.yaml, where it has one. Law is that of the newest edition of each instrument; words are those of one language; every language has as many. A procedure between States has at most %d, extradition, assets, and interception, which carries two articles (docs/decisions/0202), at most %d; those in bold have more: the two oldest answer whole articles with every measure in them, and a further line there wants a reason.

                | procedure | moves.md | procedure.yaml | law | words | Java | all |
                |---|---|---|---|---|---|---|
                """.formatted(MOST, MOST_OF_LONG_ONES));
        var over = new TreeMap<String, Long>();
        for (var file : files()) {
            var folder = RESOURCES.resolve("procedures/" + file.id());
            var code = House.root().resolve("node/src/main/java/org/comity");
            long java = lines(code.resolve(file.law()), ".java")
                    + lines(code.resolve("procedure").resolve(file.law()), ".java");
            long law = lines(RESOURCES.resolve("convention"), "/" + file.law() + ".yaml");
            var counted = List.of(
                    lines(folder, "moves.md"),
                    lines(folder, "procedure.yaml") + lines(folder, "sections.yaml"),
                    law,
                    lines(RESOURCES.resolve("messages"), "/" + file.law() + "_en.properties"),
                    java);
            long all = counted.stream().mapToLong(it -> it).sum();
            boolean more = file.between().isEmpty() && all > (LONG_ONES.contains(file.id()) ? MOST_OF_LONG_ONES : MOST);
            if (more) over.put(file.id(), all);
            page.append("| %s | %s | %s |\n"
                    .formatted(
                            file.id(),
                            counted.stream().map(String::valueOf).collect(Collectors.joining(" | ")),
                            more ? "**" + all + "**" : all));
            assertThat(java).as("more is a procedure in Java").isLessThanOrEqualTo(150);
        }
        assertThat(over)
                .as("what is over the bound is listed, and less than it was is written down")
                .isEqualTo(OVER);
        page.append(BEFORE);
        if (System.getProperty("procedures.write") != null) {
            Files.writeString(LINES, page);
        }
        assertThat(LINES).as("write it anew with -Dprocedures.write").hasContent(page.toString());
    }

    private static long lines(Path folder, String ending) throws IOException {
        if (!Files.exists(folder)) {
            return 0;
        }
        long lines = 0;
        try (var found = Files.walk(folder)) {
            for (var file : found.filter(it ->
                            it.toString().replace('\\', '/').endsWith(ending) && !it.endsWith("package-info.java"))
                    .toList()) {
                lines += Files.readAllLines(file, UTF_8).stream()
                        .filter(it -> !it.isBlank()
                                && !it.strip().startsWith("#")
                                && !it.strip().startsWith("//"))
                        .count();
            }
        }
        return lines;
    }
}
