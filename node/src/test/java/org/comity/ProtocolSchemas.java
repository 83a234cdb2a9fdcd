package org.comity;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.comity.proof.seal.Container;
import tools.jackson.databind.json.JsonMapper;

/** The JSON Schemas of docs/protocol/schemas, as somebody else would use them: from their folder, by name. */
public final class ProtocolSchemas {

    public static final Path FOLDER = House.root().resolve("docs/protocol/schemas");

    private static final String AT = "https://comity.example/schemas/";
    private static final JsonMapper JSON = new JsonMapper();
    private static final Map<String, Schema> KNOWN = new ConcurrentHashMap<>();

    private ProtocolSchemas() {}

    /** @param schema e.g. {@code entry.json} */
    public static List<String> problems(String schema, byte[] json) {
        return KNOWN.computeIfAbsent(schema, ProtocolSchemas::schema).validate(JSON.readTree(json)).stream()
                .map(Object::toString)
                .toList();
    }

    /** What a sealed act says that the schemas do not: its envelope, its body, its approvals. */
    public static List<String> problemsOfAct(byte[] container) {
        var files = Container.read(container).files();
        var act = JSON.readTree(files.get("act.json"));
        var procedure = act.at("/envelope/procedure").asString().replace('/', '-') + ".json";
        var found = new java.util.ArrayList<>(problems("act.json", files.get("act.json")));
        found.addAll(problems(procedure, files.get("act.json")));
        found.addAll(problems("approvals.json", files.get("approvals.json")));
        return found;
    }

    private static Schema schema(String name) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12, it -> it.schemas(texts()))
                .getSchema(SchemaLocation.of(AT + name));
    }

    private static Map<String, String> texts() {
        var texts = new HashMap<String, String>();
        try (var files = Files.list(FOLDER)) {
            for (var each : files.filter(it -> it.toString().endsWith(".json")).toList()) {
                texts.put(AT + each.getFileName(), Files.readString(each, UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }
}
