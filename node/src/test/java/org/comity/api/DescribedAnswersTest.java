package org.comity.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comity.House;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every member that an answer of the interface may have is described, and no answer is left open to further ones. */
class DescribedAnswersTest {

    private static final JsonNode DESCRIPTION = read();
    private static final String HERE = "/api/v1";

    private final Set<String> differences = new TreeSet<>();
    private final Set<String> compared = new HashSet<>();

    @Test
    void what_is_answered_is_what_is_described() {
        controllers()
                .forEach(controller -> Arrays.stream(controller.getDeclaredMethods())
                        .forEach(method -> operations(controller, method)
                                .filter(it -> !answer(it).isMissingNode())
                                .forEach(it -> compare(it, method.getGenericReturnType(), answer(it)))));

        assertThat(compared).hasSizeGreaterThan(40);
        assertThat(differences).isEmpty();
    }

    @Test
    void a_member_that_is_not_described_and_an_open_description_are_seen() {
        record Inner(String one, String two) {}
        record Outer(Collection<Inner> inner) {}
        var closed = "{\"properties\": {\"inner\": {\"items\": {\"properties\": {\"one\": {}}%s}}}%<s}";

        compare("GET /", Outer.class, new JsonMapper().readTree(closed.formatted(", \"additionalProperties\": false")));
        assertThat(differences)
                .singleElement()
                .asString()
                .contains("GET / inner")
                .contains("two");
        differences.clear();
        compare("GET /", Outer.class, new JsonMapper().readTree(closed.formatted("")));
        assertThat(differences).hasSize(3);
    }

    private void compare(String where, Type type, JsonNode said) {
        var schema = resolved(said);
        switch (type) {
            case ParameterizedType many
            when Collection.class.isAssignableFrom((Class<?>) many.getRawType()) ->
                compare(where, many.getActualTypeArguments()[0], schema.path("items"));
            case ParameterizedType named
            when Map.class.isAssignableFrom((Class<?>) named.getRawType()) ->
                compare(where, named.getActualTypeArguments()[1], schema.path("additionalProperties"));
            case Class<?> one
            when one.isRecord() -> {
                compared.add(where);
                var members = sent(one).map(RecordComponent::getName).collect(Collectors.toCollection(TreeSet::new));
                var described = new TreeSet<>(schema.path("properties").propertyNames());
                if (!members.equals(described)) {
                    differences.add("%s: answers %s, describes %s".formatted(where, members, described));
                }
                if (schema.path("additionalProperties").asBoolean(true)) {
                    differences.add(where + ": lacks additionalProperties: false");
                }
                sent(one)
                        .forEach(it -> compare(
                                where + " " + it.getName(),
                                it.getGenericType(),
                                schema.path("properties").path(it.getName())));
            }
            default -> {}
        }
    }

    private static Stream<RecordComponent> sent(Class<?> record) {
        return Arrays.stream(record.getRecordComponents())
                .filter(it -> !it.getAccessor().isAnnotationPresent(JsonIgnore.class));
    }

    /** What it refers to; of a thing that may be null, the thing. */
    private static JsonNode resolved(JsonNode said) {
        var choice = said.has("anyOf") ? said.get("anyOf") : said.path("oneOf");
        for (var each : choice) {
            if (!each.path("type").asString("").equals("null")) return resolved(each);
        }
        return said.has("$ref") ? DESCRIPTION.at(said.get("$ref").asString().substring(1)) : said;
    }

    /** Missing where nothing is answered, or no JSON. */
    private static JsonNode answer(String operation) {
        var verbAndPath = operation.split(" ");
        var described = DESCRIPTION
                .get("paths")
                .propertyStream()
                .filter(it -> plain(it.getKey()).equals(verbAndPath[1]))
                .map(it -> it.getValue()
                        .path(verbAndPath[0].toLowerCase(Locale.ROOT))
                        .path("responses"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("not described: " + operation));
        return described
                .propertyStream()
                .filter(it -> it.getKey().startsWith("2"))
                .map(it -> it.getValue().at("/content/application~1json/schema"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("not described: " + operation));
    }

    /** Verb and path; of several paths the first, which all answer the same. */
    private static Stream<String> operations(Class<?> controller, Method method) {
        var mapping = AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class);
        if (mapping == null) return Stream.empty();
        var of = AnnotatedElementUtils.findMergedAnnotation(controller, RequestMapping.class);
        var begin = of == null ? "" : of.path()[0];
        var path = begin + (mapping.path().length == 0 ? "" : mapping.path()[0]);
        return path.startsWith(HERE + "/")
                ? Arrays.stream(mapping.method())
                        .map(Enum::name)
                        .filter(it -> Set.of("GET", "POST", "PUT", "DELETE").contains(it))
                        .map(it -> it + " " + plain(path))
                : Stream.empty();
    }

    /** Without the names and forms of what varies in it. */
    private static String plain(String path) {
        return path.replaceAll("\\{[^{}]*(?:\\{[^{}]*}[^{}]*)*}", "{}");
    }

    private static Stream<Class<?>> controllers() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(RestController.class));
        return scanner.findCandidateComponents("org.comity").stream()
                .map(it -> ClassUtils.resolveClassName(it.getBeanClassName(), null));
    }

    private static JsonNode read() {
        try {
            return new JsonMapper()
                    .readTree(Files.readString(House.root().resolve("node/src/main/resources/api/openapi.json")));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
