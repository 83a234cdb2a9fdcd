package org.comity.lessons;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.comity.ui.Words;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/** Holds the lessons of {@code practice/lessons} on a practice node; a fault in a file, or in its words, stops the start. */
@Component
class ShippedLessons {

    private final List<Lesson> all;

    ShippedLessons(
            @Value("${node.practice:false}") boolean practice,
            @Value("classpath*:practice/lessons/*.yaml") Resource[] files,
            Words words)
            throws IOException {
        var read = new ArrayList<Lesson>();
        for (var file : practice ? files : new Resource[0]) {
            var name = Objects.requireNonNull(file.getFilename());
            var lesson = LessonFile.read(name, file.getContentAsString(StandardCharsets.UTF_8));
            mustBeSaid(lesson, name, words);
            read.add(lesson);
        }
        read.sort(Comparator.comparingInt(Lesson::place).thenComparing(Lesson::id));
        this.all = List.copyOf(read);
    }

    List<Lesson> all() {
        return all;
    }

    Optional<Lesson> find(String id) {
        return all.stream().filter(it -> it.id().equals(id)).findFirst();
    }

    static void mustBeSaid(Lesson lesson, String name, Words words) {
        for (var language : words.languages()) {
            keys(lesson)
                    .filter(it -> !words.has(language.tag(), it))
                    .findFirst()
                    .ifPresent(key -> {
                        throw new IllegalStateException(
                                "practice/lessons/%s: no words %s in %s".formatted(name, key, language.tag()));
                    });
        }
    }

    private static Stream<String> keys(Lesson lesson) {
        var own = "lesson." + lesson.id() + ".";
        return Stream.of(
                        Stream.of("title", "about", "there"),
                        lesson.steps().stream().flatMap(it -> Stream.of("step." + it.key(), "hint." + it.key())),
                        lesson.looks().stream().map(it -> "look." + it.key()))
                .flatMap(it -> it)
                .map(it -> own + it);
    }
}
