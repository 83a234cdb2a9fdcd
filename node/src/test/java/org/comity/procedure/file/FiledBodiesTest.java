package org.comity.procedure.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;
import static org.mockito.Mockito.withSettings;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.comity.convention.Convention;
import org.comity.convention.ProcedureLaw;
import org.comity.convention.reading.PracticeLaw;
import org.comity.directory.Directory;
import org.comity.directory.Participant;
import org.comity.procedure.ActField.Need;
import org.comity.procedure.Requests;
import org.comity.procedure.field.CodesOfLaw;
import org.comity.procedure.field.ConsentType;
import org.comity.procedure.field.FieldTypes;
import org.comity.procedure.field.FiledField;
import org.comity.procedure.form.BodyFields;
import org.comity.procedure.form.Found;
import org.comity.procedure.form.Items;
import org.comity.proof.act.Act;
import org.comity.proof.act.Envelope;
import org.comity.proof.form.SaltedHash;
import org.comity.proof.table.MoveTable;
import org.comity.ui.Words;
import org.comity.ui.words.WordsForTests;
import org.comity.vocabulary.RuleBroken;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the description of an act allows is taken from a program and stands at the door of a receiving node; what it
 * forbids is refused by the name of the field, in both directions: of every act of every procedure that is a file, under one
 * instrument in turns, and with {@code --full} under every one. Where the same field with the same schema has stood in an
 * act before, one of the values that it forbids is tried, in turns; with {@code --full} each, and the most of each.
 */
@Tag("long")
class FiledBodiesTest {

    private static final boolean FULL = Boolean.getBoolean("comity.full");
    private static final Words WORDS = WordsForTests.load();
    private static final Convention LAW = PracticeLaw.held();
    private static final JsonMapper JSON = new JsonMapper();
    private static final Map<List<?>, OneAct> FIRSTS = firsts();

    static Stream<Arguments> acts() {
        return PracticeFiles.all().stream().filter(file -> !file.joint()).flatMap(FiledBodiesTest::actsOf);
    }

    /** Of each field and each schema the first act in which they stand. */
    private static Map<List<?>, OneAct> firsts() {
        var firsts = new HashMap<List<?>, OneAct>();
        acts().map(Arguments::get).forEach(it -> {
            var act = OneAct.of((ProcedureFile) it[0], (String) it[1], (ProcedureLaw) it[2]);
            act.described.fields().forEach((key, schema) -> {
                if (act.body().containsKey(key)) firsts.putIfAbsent(List.of(key, schema), act);
            });
        });
        return firsts;
    }

    private static Stream<Arguments> actsOf(ProcedureFile file) {
        var laws = DescribedActs.laws(file.id());
        var types = List.copyOf(file.acts().keySet());
        return IntStream.range(0, types.size())
                .boxed()
                .flatMap(n -> (FULL ? laws : List.of(laws.get(n % laws.size())))
                        .stream().map(law -> Arguments.of(file, types.get(n), law)));
    }

    @Test
    void there_are_some() {
        assertThat(acts()).isNotEmpty();
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("acts")
    void what_is_described_is_taken_and_stands_at_the_door(ProcedureFile file, String type, ProcedureLaw law) {
        var act = OneAct.of(file, type, law);

        assertThat(act.problems(act.body())).isEmpty();
        assertThat(act.written(act.body())).containsAllEntriesOf(act.body());
        assertThat(act.filling.facts(type, Map.copyOf(act.facts()), null)).isEqualTo(act.facts());
        assertThatCode(() -> act.atTheDoor(act.body())).doesNotThrowAnyException();
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("acts")
    void the_most_that_is_described_is_taken(ProcedureFile file, String type, ProcedureLaw law) {
        var act = OneAct.of(file, type, law);
        act.described.fields().forEach((key, schema) -> {
            var most = ValuesOfSchemas.most((Map<?, ?>) schema);
            if (most != null && act.body().containsKey(key) && (FULL || act.isFirst(key, schema))) {
                var body = act.with(key, most);
                assertThat(act.problems(body)).as(key).isEmpty();
                assertThat(act.written(body)).as(key).containsEntry(key, most);
                assertThatCode(() -> act.atTheDoor(body)).as(key).doesNotThrowAnyException();
            }
        });
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("acts")
    void what_is_forbidden_is_refused_by_name(ProcedureFile file, String type, ProcedureLaw law) {
        var act = OneAct.of(file, type, law);
        act.described.fields().forEach((key, schema) -> {
            if (act.body().containsKey(key)) {
                for (var wrong : act.forbidden(key, (Map<?, ?>) schema)) {
                    var body = act.with(key, wrong);
                    var what = "%s of %s: %s".formatted(key, type, brief(wrong));
                    assertThat(act.problems(body)).as(what).isNotEmpty();
                    if (!act.writtenInUtc(key, wrong)) {
                        assertThat(named(() -> act.atTheDoor(act.written(body))))
                                .as("written, " + what)
                                .isEqualTo(key);
                    }
                    assertThat(named(() -> act.atTheDoor(body)))
                            .as("received, " + what)
                            .isEqualTo(key);
                }
            }
        });
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("acts")
    void what_is_needed_is_missed_by_name(ProcedureFile file, String type, ProcedureLaw law) {
        var act = OneAct.of(file, type, law);
        file.fields(type).stream()
                .filter(it -> it.always(new BodyFields(act.body()), act.facts()))
                .filter(it -> act.described.opens() || !it.fact())
                // A request without it is one from before there was a choice.
                .filter(it -> !file.chooses(it))
                .forEach(field -> {
                    var body = new LinkedHashMap<>(act.body());
                    body.keySet().removeAll(field.type().keys(field.key()));
                    boolean byFact = field.condition() != null
                            && !act.described
                                    .fields()
                                    .containsKey(field.condition().key());
                    if (!byFact) {
                        assertThat(act.problems(body)).as(field.key()).isNotEmpty();
                    }
                    assertThat(named(() -> act.atTheDoor(body))).isEqualTo(field.key());
                });
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("acts")
    void what_nobody_knows_is_refused_when_a_program_writes_it(ProcedureFile file, String type, ProcedureLaw law) {
        var act = OneAct.of(file, type, law);
        var body = act.with("noSuchField", "Said");

        assertThat(act.problems(body)).isNotEmpty();
        assertThat(named(() -> act.written(body))).isEqualTo("noSuchField");
        assertThatCode(() -> act.atTheDoor(body)).as("of a newer peer").doesNotThrowAnyException();
    }

    /** Nothing of an act can be said that is not described. */
    @Test
    void every_field_is_described() {
        PracticeFiles.all().stream()
                .filter(file -> !file.joint())
                .forEach(file -> file.acts().forEach((type, fields) -> {
                    var keys =
                            new TreeSet<>(DescribedActs.of(file, type).fields().keySet());
                    keys.addAll(DescribedActs.of(file, type).facts().keySet());
                    assertThat(keys)
                            .as("%s of %s", type, file.id())
                            .containsAll(fields.stream()
                                    .filter(it -> it.type().typed())
                                    .flatMap(it -> it.type().keys(it.key()).stream())
                                    .toList());
                }));
    }

    /** Also of a type that no file names yet. */
    @ParameterizedTest
    @MethodSource("types")
    void every_type_takes_what_its_schema_allows(String name) {
        var type = FieldTypes.of(name).orElseThrow();
        var key = List.of("emergency", "items", "found").contains(name) ? name : "it";
        var field = new FiledField(
                key,
                type,
                Need.NO,
                null,
                List.of("one", "two"),
                false,
                List.of(new FiledField.Column("what", true)),
                1,
                9);
        var law = LAW.law("inquiry", "uncc/2").orElseThrow();
        var codes = new CodesOfLaw(List.of(law.grounds().getFirst().code()), List.of(), List.of(), List.of("7"));
        var body = new LinkedHashMap<String, Object>();
        type.schema(field, codes).forEach((it, schema) -> body.put(it, ValuesOfSchemas.allowed((Map<?, ?>) schema)));
        var read = new LinkedHashMap<String, Object>();
        type.clean(field, new BodyFields(body), read);

        assertThat(body.keySet()).containsExactlyInAnyOrderElementsOf(type.keys(key));
        if (!name.equals("scope") && type.typed()) {
            assertThat(type.broken(field, new BodyFields(body), law, LAW)).isEmpty();
            assertThat(read).isEqualTo(body);
        }
    }

    static List<String> types() {
        return FieldTypes.names();
    }

    private static String named(Runnable what) {
        try {
            what.run();
            return "nothing is refused";
        } catch (RuleBroken refused) {
            return refused.facts().getOrDefault("field", refused.code());
        }
    }

    private static String brief(Object value) {
        var text = String.valueOf(value);
        return text.length() > 200 ? text.substring(0, 60) + "… of " + text.length() : text;
    }

    private static final class OneAct {

        private static final Map<List<String>, OneAct> MADE = new HashMap<>();
        private static final Map<String, FiledProcedure> PROCEDURES = new HashMap<>();
        private static final Map<String, FiledFilling> FILLINGS = new HashMap<>();
        private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDialect(Dialects.getOpenApi31());

        private final ProcedureFile file;
        private final String type;
        private final ProcedureLaw law;
        private final DescribedAct described;
        private final FiledProcedure procedure;
        private final FiledFilling filling;
        private final Schema schema;
        private final Map<String, Object> body;
        private final Map<String, String> facts = new LinkedHashMap<>();

        OneAct(ProcedureFile file, String type, ProcedureLaw law) {
            this.file = file;
            this.type = type;
            this.law = law;
            this.described = DescribedActs.of(file, type, List.of(law));
            this.procedure = PROCEDURES.computeIfAbsent(file.id(), _ -> new FiledProcedure(file, LAW));
            this.filling = FILLINGS.computeIfAbsent(file.id(), _ -> filling(file));
            var whole = new LinkedHashMap<>(described.sealed());
            whole.put("components", Map.of("schemas", Map.of(described.name(), described.body())));
            this.schema = SCHEMAS.getSchema(JSON.valueToTree(whole));
            this.body = WholeAct.body(file, described, law);
            // What was found is the node's own, whatever is given.
            body.remove(Found.KEY);
            described.facts().forEach((key, each) -> {
                if (!key.equals("follows")) {
                    var said = body.get(key);
                    facts.put(key, String.valueOf(said == null ? ValuesOfSchemas.allowed((Map<?, ?>) each) : said));
                }
            });
        }

        private static FiledFilling filling(ProcedureFile file) {
            var self = mock(Participant.class, withSettings().stubOnly());
            when(self.functions()).thenReturn(Map.of());
            var directory = mock(Directory.class, withSettings().stubOnly());
            when(directory.self()).thenReturn(self);
            var composition = new FiledComposition(
                    file, Particulars.none(file.id()), LAW, directory, WORDS, PracticeFiles.possible(LAW));
            return new FiledFilling(file, composition, mock(Requests.class), mock(FiledWriting.class));
        }

        boolean isFirst(String key, Object schema) {
            return this == FIRSTS.get(List.of(key, schema));
        }

        /** All where it stands for the first time, one elsewhere. */
        List<Object> forbidden(String key, Map<?, ?> schema) {
            var all = ValuesOfSchemas.forbidden(schema);
            int one = Math.floorMod((file.id() + type + key).hashCode(), all.size());
            return FULL || isFirst(key, schema) ? all : all.subList(one, one + 1);
        }

        static OneAct of(ProcedureFile file, String type, ProcedureLaw law) {
            return MADE.computeIfAbsent(List.of(file.id(), type, law.edition()), _ -> new OneAct(file, type, law));
        }

        Map<String, Object> body() {
            return body;
        }

        Map<String, String> facts() {
            return facts;
        }

        Map<String, Object> with(String key, Object value) {
            var changed = new LinkedHashMap<>(body);
            changed.put(key, value);
            return changed;
        }

        List<String> problems(Map<String, Object> said) {
            return schema.validate(JSON.valueToTree(said)).stream()
                    .map(Object::toString)
                    .toList();
        }

        Map<String, Object> written(Map<String, Object> said) {
            return filling.body(type, said);
        }

        /** An instant with an offset may be taken for what it is, and stands in UTC then. */
        boolean writtenInUtc(String key, Object given) {
            try {
                return given instanceof String text
                        && text.endsWith("+02:00")
                        && Instant.parse(text)
                                .toString()
                                .equals(written(with(key, given)).get(key));
            } catch (RuleBroken refused) {
                return false;
            }
        }

        void atTheDoor(Map<String, Object> said) {
            var role = MoveTable.find(described.procedure())
                    .orElseThrow()
                    .steps()
                    .get(type)
                    .by()
                    .iterator()
                    .next();
            var received = new LinkedHashMap<>(facts);
            received.replaceAll((key, value) -> said.get(key) instanceof String text ? text : value);
            var channel = new LinkedHashMap<>(received);
            channel.put("channel", "mail");
            Items.read(new BodyFields(said)).ifPresent(it -> channel.putAll(it.facts()));
            if (said.get(ConsentType.NAME) instanceof String consent) {
                channel.put(ConsentType.NAME, consent);
            }
            file.fields(type).stream()
                    .filter(it -> !it.type().typed())
                    .forEach(it -> channel.put(it.key(), "2027-02-01T12:00:00Z"));
            var envelope = new Envelope(
                    "a".repeat(64),
                    "0b7e1c52-3f0e-4c53-9a55-000000000001",
                    described.procedure(),
                    law.edition(),
                    type,
                    "XA-1",
                    "XB-1",
                    role,
                    Instant.parse("2027-03-01T12:00:00Z"),
                    List.of(),
                    false,
                    channel,
                    new SaltedHash("0".repeat(64), "0".repeat(64)),
                    List.of());
            procedure.check(null, new Act(envelope, said));
        }
    }
}
