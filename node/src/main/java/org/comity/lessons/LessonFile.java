package org.comity.lessons;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.comity.lessons.Lesson.About;
import org.comity.lessons.Lesson.Candidate;
import org.comity.lessons.Lesson.Look;
import org.comity.lessons.Lesson.Mark;
import org.comity.lessons.Lesson.Never;
import org.comity.lessons.Lesson.Step;
import org.comity.procedure.ActRole;
import org.comity.vocabulary.Duty;
import org.comity.vocabulary.Role;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** Reads the file of a lesson; what is wrong in it is said in a sentence that names the file and the place. */
final class LessonFile {

    private static final int MOST_MINUTES = 60;
    private static final int MOST_POINTS = 20;

    private final String name;

    private LessonFile(String name) {
        this.name = name;
    }

    /** @throws IllegalStateException if it is no lesson */
    static Lesson read(String name, String text) {
        var options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        try {
            return new LessonFile(name).lesson(new Yaml(new SafeConstructor(options)).load(text));
        } catch (YAMLException wrong) {
            throw new IllegalStateException(name + ": " + wrong.getMessage(), wrong);
        }
    }

    private Lesson lesson(@Nullable Object read) {
        var said = map("the lesson", read);
        only("the lesson", said, Set.of("place", "minutes", "chair", "about", "steps", "looks"));
        var chair = one("chair", Duty.class, said.get("chair"));
        boolean about = said.containsKey("about");
        var steps = new ArrayList<Step>();
        for (var each : list("steps", said.get("steps"))) steps.add(step(map("a step", each), chair, steps));
        for (var each : steps) {
            if (each.chair() != chair && each.marks().stream().anyMatch(it -> isAnywhere(it, about))) {
                throw wrong(each.key() + ": a line of another chair is about the request, or of a step before it");
            }
        }
        if (steps.isEmpty()) throw wrong("it has no step");
        var looks = new ArrayList<Look>();
        for (var each : said.containsKey("looks") ? list("looks", said.get("looks")) : List.of()) {
            looks.add(look(map("a look", each), steps));
        }
        unique(steps.stream().map(Step::key).toList());
        unique(looks.stream().map(Look::key).toList());
        return new Lesson(
                name.replaceFirst("\\.yaml$", ""),
                number("place", said.get("place"), MOST_MINUTES),
                number("minutes", said.get("minutes"), MOST_MINUTES),
                chair,
                about ? about(map("about", said.get("about"))) : null,
                List.copyOf(steps),
                List.copyOf(looks));
    }

    private About about(Map<?, ?> said) {
        only("about", said, Set.of("ours", "which"));
        var ours = must("about: ours", said.get("ours"));
        return new About(
                Role.ofTwo(ours).orElseThrow(() -> wrong("about: ours is none of those that there are: " + ours)),
                one("about: which", Candidate.class, said.get("which")));
    }

    /** Whoever did it and whatever about: on a node that many use that says nothing of this lesson. */
    private static boolean isAnywhere(Mark mark, boolean about) {
        return mark instanceof Mark.InLog line && line.of() == null && (line.anywhere() || !about);
    }

    private Step step(Map<?, ?> said, Duty learner, List<Step> before) {
        var key = key("a step", said);
        only(key, said, Set.of("key", "chair", "there", "points", "marks"));
        var marks = new ArrayList<Mark>();
        for (var each : list(key + ": marks", said.get("marks"))) marks.add(mark(key, map(key, each), before));
        if (marks.isEmpty()) throw wrong("step " + key + " has no mark: nothing would tick it");
        return new Step(
                key,
                said.containsKey("chair") ? one(key + ": chair", Duty.class, said.get("chair")) : learner,
                flag(key + ": there", said.get("there")),
                said.containsKey("points") ? number(key + ": points", said.get("points"), MOST_POINTS) : 0,
                List.copyOf(marks));
    }

    private Mark mark(String step, Map<?, ?> said, List<Step> before) {
        if (said.containsKey("line")) {
            only(step, said, Set.of("line", "facts", "anywhere", "of"));
            var of = text(said.get("of"));
            if (of != null && before.stream().noneMatch(it -> it.key().equals(of))) {
                throw wrong(step + ": no step " + of + " stands before it");
            }
            return new Mark.InLog(
                    must(step + ": line", said.get("line")),
                    facts(step, said.get("facts")),
                    flag(step + ": anywhere", said.get("anywhere")),
                    of);
        }
        only(step, said, Set.of("role", "type", "by"));
        var role = said.containsKey("role") ? one(step + ": role", ActRole.class, said.get("role")) : null;
        var type = text(said.get("type"));
        if ((role == null) == (type == null)) throw wrong(step + ": a mark is a line, the role of an act or its type");
        var by = must(step + ": by", said.get("by"));
        if (!by.equals("us") && !by.equals("them")) throw wrong(step + ": by is us or them, not " + by);
        return new Mark.Act(role, type, by.equals("us"));
    }

    private Map<String, String> facts(String step, @Nullable Object said) {
        var facts = new TreeMap<String, String>();
        if (said != null)
            map(step + ": facts", said).forEach((key, value) -> facts.put(String.valueOf(key), String.valueOf(value)));
        return Map.copyOf(facts);
    }

    private Look look(Map<?, ?> said, List<Step> steps) {
        var key = key("a look", said);
        only(key, said, Set.of("key", "points", "step", "before", "never", "right"));
        var step = text(said.get("step"));
        var before = text(said.get("before"));
        var never = text(said.get("never"));
        if ((never == null) == (step == null) || (step == null) != (before == null)) {
            throw wrong(key + ": it has a step and what it stands before, or what never is on record");
        }
        for (var each : Arrays.asList(step, before)) {
            if (each != null && steps.stream().noneMatch(it -> it.key().equals(each))) {
                throw wrong(key + ": there is no step " + each);
            }
        }
        var right = said.containsKey("right") ? flag(key + ": right", said.get("right")) : null;
        return new Look(
                key,
                number(key + ": points", said.get("points"), MOST_POINTS),
                step,
                before,
                never == null ? null : new Never(never, right));
    }

    private String key(String what, Map<?, ?> said) {
        var key = must(what + ": key", said.get("key"));
        if (!key.matches("[a-z][a-z-]{0,29}")) throw wrong("the key " + key + " is not of small letters");
        return key;
    }

    private void unique(List<String> keys) {
        var seen = new HashSet<String>();
        for (var each : keys) if (!seen.add(each)) throw wrong(each + " stands there twice");
    }

    private void only(String what, Map<?, ?> said, Set<String> known) {
        for (var each : said.keySet()) {
            if (!known.contains(String.valueOf(each))) throw wrong(what + ": nobody knows " + each);
        }
    }

    private <E extends Enum<E>> E one(String what, Class<E> kind, @Nullable Object said) {
        var word = must(what, said).toUpperCase(Locale.ROOT).replace('-', '_');
        return Arrays.stream(kind.getEnumConstants())
                .filter(it -> it.name().equals(word))
                .findFirst()
                .orElseThrow(() -> wrong(what + " is none of those that there are: " + said));
    }

    private int number(String what, @Nullable Object said, int most) {
        if (said instanceof Integer number && number >= 1 && number <= most) return number;
        throw wrong(what + " is not a number from 1 to " + most + ": " + said);
    }

    private boolean flag(String what, @Nullable Object said) {
        if (said == null || said instanceof Boolean) return Boolean.TRUE.equals(said);
        throw wrong(what + " is neither true nor false: " + said);
    }

    private String must(String what, @Nullable Object said) {
        var text = text(said);
        if (text == null || text.isBlank()) throw wrong(what + " is missing");
        return text;
    }

    private static @Nullable String text(@Nullable Object said) {
        return said == null ? null : said.toString();
    }

    private Map<?, ?> map(String what, @Nullable Object said) {
        if (said instanceof Map<?, ?> map) return map;
        throw wrong(what + " is not written as keys with values");
    }

    private List<?> list(String what, @Nullable Object said) {
        if (said instanceof List<?> list) return list;
        throw wrong(what + " is not a list");
    }

    private IllegalStateException wrong(String what) {
        return new IllegalStateException("practice/lessons/" + name + ": " + what);
    }
}
