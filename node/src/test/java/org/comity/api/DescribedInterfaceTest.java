package org.comity.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.comity.House;
import org.comity.procedure.file.DescribedActs;
import org.comity.proof.table.Membership;
import org.comity.proof.table.MoveTable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The description of the interface says what procedures say, and is a valid OpenAPI document. Run with {@code
 * -Dprocedures.write} to write it anew.
 */
class DescribedInterfaceTest {

    private static final Path FILE = House.root().resolve("node/src/main/resources/api/openapi.json");
    private static final Path PAGE = House.root().resolve("docs/reference/api-fields.md");
    private static final JsonMapper JSON = new JsonMapper();
    private static final String AT = "https://comity.example/openapi.json";
    private static final String OAS = "https://spec.openapis.org/oas/3.1/schema/2021-04-15";
    private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";

    @Test
    void the_description_is_what_the_procedures_say() throws IOException {
        var written = new DescribedInterface(DescribedActs.all()).written(Files.readString(FILE));
        if (System.getProperty("procedures.write") != null) {
            Files.writeString(FILE, written);
        }
        assertThat(Files.readString(FILE).equals(written))
                .as("%s; write it anew with -Dprocedures.write", FILE)
                .isTrue();
    }

    @Test
    void the_page_of_fields_is_what_the_procedures_say() throws IOException {
        var written = FieldsOfActsPage.of(DescribedActs.all());
        if (System.getProperty("procedures.write") != null) {
            Files.writeString(PAGE, written);
        }
        assertThat(PAGE).as("write it anew with -Dprocedures.write").hasContent(written);
    }

    @Test
    void it_is_a_valid_openapi_document_and_so_is_each_schema_in_it() throws IOException {
        var description = JSON.readTree(Files.readString(FILE));
        assertThat(problems(document(), description)).isEmpty();

        var schemas = schemas(description);
        assertThat(schemas).hasSizeGreaterThan(100);
        var dialect = dialect();
        schemas.forEach(
                it -> assertThat(problems(dialect, it)).as(it.toString()).isEmpty());
    }

    @Test
    void a_document_that_is_none_is_refused() throws IOException {
        var description = (ObjectNode) JSON.readTree(Files.readString(FILE));
        ((ObjectNode) description.at("/paths/~1api~1v1~1drafts/post")).put("responses", "none");
        assertThat(problems(document(), description)).isNotEmpty();

        var schema = JSON.readTree("{\"type\": \"strng\", \"properties\": []}");
        assertThat(problems(dialect(), schema)).isNotEmpty();
    }

    @Test
    void every_reference_leads_somewhere() throws IOException {
        var description = JSON.readTree(Files.readString(FILE));
        var broken = new TreeSet<String>();
        each(description, node -> {
            if (node.has("$ref")
                    && description.at(node.get("$ref").asString().substring(1)).isMissingNode()) {
                broken.add(node.get("$ref").asString());
            }
        });
        assertThat(broken).isEmpty();
    }

    /** No body is left open: each act of each table has its component, and each stands where it can be written and read. */
    @Tag("long")
    @Test
    void every_act_of_every_table_has_its_body_described() throws IOException {
        var description = JSON.readTree(Files.readString(FILE));
        var schemas = description.at("/components/schemas");
        for (var id : DescribedActs.procedures()) {
            var table = MoveTable.find(id).orElseThrow();
            boolean joint = table.parties() != null;
            for (var type : types(table)) {
                var name = id.replace('/', '-') + "." + type;
                assertThat(schemas.has(name)).as(name).isTrue();
                boolean opens = type.equals(table.opening());
                for (var where : joint
                        ? List.of("JointDraft", "JointAct", opens ? "JointWish" : "JointStepWish")
                        : List.of(
                                "Draft",
                                "Act",
                                "DraftContent",
                                opens ? "DraftWish" : "StepWish",
                                opens ? "RecordedRequest" : "RecordedAct")) {
                    assertThat(schemas.get(where).toString())
                            .as("%s in %s", name, where)
                            .contains("\"#/components/schemas/" + name + "\"");
                }
            }
        }
    }

    /** Those of the table, and of a joint thread those that belong to all of them. */
    private static Set<String> types(MoveTable table) {
        var types = new TreeSet<>(table.steps().keySet());
        if (table.parties() != null) types.addAll(Membership.TYPES);
        return types;
    }

    /** What a field that nobody knows is refused as, and what makes a wish that is sent again be done once, is described. */
    @Test
    void no_wish_is_open_to_further_fields_and_each_post_has_its_key() throws IOException {
        var description = JSON.readTree(Files.readString(FILE));
        var open = new TreeSet<String>();
        var bodies = new ArrayList<String>();
        var keyless = new TreeSet<String>();
        description
                .get("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(verb -> {
                    var name = verb.getKey() + " " + path.getKey();
                    var schema = verb.getValue().at("/requestBody/content/application~1json/schema");
                    if (schema.has("$ref")) {
                        schema = description.at(schema.get("$ref").asString().substring(1));
                    }
                    if (schema.has("type")) bodies.add(name);
                    if (schema.has("type")
                            && schema.path("additionalProperties").asBoolean(true)) open.add(name);
                    if (verb.getKey().equals("post")
                            && !verb.getValue().path("parameters").toString().contains("IdempotencyKey"))
                        keyless.add(name);
                }));

        assertThat(bodies).hasSizeGreaterThan(25);
        assertThat(open).isEmpty();
        assertThat(keyless)
                .isNotEmpty()
                .allMatch(it -> it.startsWith("post /api/v1/evidence"), "begun again, it goes on");
    }

    /** So a generated client calls it by a name that stays, and sends and reads something. */
    @Test
    void every_operation_has_a_name_of_its_own_and_every_content_a_schema() throws IOException {
        var description = JSON.readTree(Files.readString(FILE));
        var names = new ArrayList<String>();
        description
                .get("paths")
                .forEach(path -> path.forEach(it -> {
                    if (!it.has("responses")) return;
                    names.add(it.path("operationId").asString(""));
                    assertThat(it.at("/tags/0").asString(""))
                            .as(names.getLast())
                            .isNotEmpty();
                }));
        assertThat(names)
                .hasSizeGreaterThan(60)
                .doesNotHaveDuplicates()
                .allMatch(it -> it.matches("[a-z][a-zA-Z0-9]+"));

        assertThat(names).containsAll(DescribedInterface.names().values());
        each(description.get("paths"), node -> {
            if (node.get("content") instanceof ObjectNode content) {
                content.forEach(
                        it -> assertThat(it.has("schema")).as(node.toString()).isTrue());
            }
        });
    }

    /** A generator gives such a one another name, with a warning, and a client that was written against ours does not compile. */
    @Test
    void no_component_is_called_as_a_type_that_languages_have_already() throws IOException {
        var names = new ArrayList<String>();
        JSON.readTree(Files.readString(FILE))
                .at("/components/schemas")
                .propertyNames()
                .forEach(names::add);

        assertThat(names)
                .hasSizeGreaterThan(100)
                .doesNotContain("File", "List", "Map", "Object", "String", "Integer", "Error", "Date", "Array");
    }

    @Test
    void an_operation_without_a_name_gets_that_of_its_path() {
        var paths =
                "{\"/api/v1/things/{id}/part.pdf\": {\"get\": {\"responses\": {\"200\": {\"content\": {\"a/b\": {}}}}}}}";
        var described = (ObjectNode) JSON.readTree(DescribedInterface.named(paths));

        assertThat(described
                        .at("/~1api~1v1~1things~1{id}~1part.pdf/get/operationId")
                        .asString())
                .isEqualTo("getThingsIdPartPdf");
        assertThat(described.at("/~1api~1v1~1things~1{id}~1part.pdf/get/tags/0").asString())
                .isEqualTo("things");
    }

    /** A generator would make a class of each variant, and its client could not tell them apart. */
    @Test
    void a_component_with_members_is_no_choice_and_still_holds_each_body_to_its_procedure() throws IOException {
        var description = JSON.readTree(Files.readString(FILE));
        description
                .at("/components/schemas")
                .forEach(it -> assertThat(it.has("properties") && (it.has("oneOf") || it.has("anyOf")))
                        .as(it.toString())
                        .isFalse());

        var wish = SchemaRegistry.withDialect(
                        Dialects.getOpenApi31(), it -> it.schemas(Map.of(AT, description.toString())))
                .getSchema(SchemaLocation.of(AT + "#/components/schemas/DraftWish"));
        var text = "{\"procedure\": \"%s\", \"counterpart\": \"XB-1\", \"body\": {\"%s\": \"x\"}}";
        assertThat(problems(wish, JSON.readTree(text.formatted("preservation/1", "custodian"))))
                .isEmpty();
        assertThat(problems(wish, JSON.readTree(text.formatted("preservation/1", "custodia"))))
                .isNotEmpty();
        assertThat(problems(wish, JSON.readTree(text.formatted("inquiry/1", "custodian"))))
                .isNotEmpty();
        assertThat(problems(wish, JSON.readTree(text.formatted("something/1", "custodian"))))
                .isNotEmpty();
    }

    private static List<JsonNode> schemas(JsonNode description) {
        var found = new ArrayList<JsonNode>();
        description.at("/components/schemas").forEach(found::add);
        each(description.get("paths"), node -> {
            if (node.get("schema") instanceof ObjectNode schema) {
                found.add(schema);
            }
        });
        return found;
    }

    private static void each(JsonNode node, java.util.function.Consumer<JsonNode> what) {
        if (node instanceof ObjectNode || node instanceof ArrayNode) {
            what.accept(node);
            node.forEach(it -> each(it, what));
        }
    }

    private static List<String> problems(Schema schema, JsonNode json) {
        return schema.validate(json).stream().map(Object::toString).toList();
    }

    private static Schema document() throws IOException {
        try (var file = DescribedInterfaceTest.class.getResourceAsStream("/openapi/schema-3.1.json")) {
            var text = new String(file.readAllBytes(), UTF_8);
            return SchemaRegistry.withDialect(Dialects.getDraft202012(), it -> it.schemas(Map.of(OAS, text)))
                    .getSchema(SchemaLocation.of(OAS));
        }
    }

    private static Schema dialect() {
        return SchemaRegistry.withDialect(Dialects.getDraft202012()).getSchema(SchemaLocation.of(DIALECT));
    }
}
