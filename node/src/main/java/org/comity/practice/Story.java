package org.comity.practice;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Reads the made-up cases of the practice desk: who asks whom for what, and what was done when, counted from now. */
record Story(List<Case> cases) {

    private static final String SHIPPED = "/practice/story.yaml";

    /**
     * @param asks and {@code asked} ids of participants
     * @param body of the opening act
     */
    record Case(String id, String asks, String asked, String procedure, Map<String, Object> body, List<Step> steps) {}

    /**
     * @param at how long ago
     * @param by the participant whose officers act; for what came by paper, whose desk records it
     * @param kind what is done: {@code act}, {@code came}, {@code sent}, {@code item}, ...
     */
    record Step(Duration at, String by, String kind, Map<String, Object> said) {

        String text(String key) {
            return word(key).orElseThrow(() -> new IllegalStateException("no %s in %s".formatted(key, this)));
        }

        Optional<String> word(String key) {
            return Optional.ofNullable(said.get(key)).map(Object::toString);
        }

        List<String> words(String key) {
            return said.get(key) instanceof List<?> all
                    ? all.stream().map(Object::toString).toList()
                    : List.of();
        }

        Map<String, Object> map(String key) {
            return Story.map(said.get(key));
        }
    }

    /** A step and the case to which it belongs. */
    record Scene(Case in, Step step) {}

    static Story shipped() {
        try (var in = Story.class.getResourceAsStream(SHIPPED)) {
            if (in == null) {
                throw new IllegalStateException("no " + SHIPPED);
            }
            Map<String, Object> read = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
            return of(read);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Story of(Map<String, Object> read) {
        var kinds = map(read.get("bodies"));
        return new Story(
                maps(read.get("cases")).stream().map(it -> caseOf(it, kinds)).toList());
    }

    private static Case caseOf(Map<String, Object> said, Map<String, Object> kinds) {
        var like = JsonPart.text(said, "like");
        var body = new LinkedHashMap<>(map(kinds.get(like)));
        body.putAll(map(said.get("body")));
        var steps = maps(said.get("steps")).stream().map(Story::step).toList();
        return new Case(
                JsonPart.text(said, "id"),
                JsonPart.text(said, "asks"),
                JsonPart.text(said, "asked"),
                like + "/1",
                body,
                steps);
    }

    private static Step step(Map<String, Object> said) {
        return new Step(
                Duration.parse(JsonPart.text(said, "at")), JsonPart.text(said, "by"), JsonPart.text(said, "do"), said);
    }

    /** Everything that happens, oldest first. */
    List<Scene> scenes() {
        var scenes = new ArrayList<Scene>();
        cases.forEach(in -> in.steps().forEach(step -> scenes.add(new Scene(in, step))));
        scenes.sort(Comparator.comparing(it -> it.step().at()));
        return scenes;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(@Nullable Object said) {
        return said == null ? Map.of() : (Map<String, Object>) said;
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> maps(@Nullable Object said) {
        return said == null ? List.of() : (List<Map<String, Object>>) said;
    }
}
