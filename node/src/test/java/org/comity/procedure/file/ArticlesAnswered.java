package org.comity.procedure.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.comity.House;
import org.comity.convention.Convention;
import org.comity.convention.ProcedureLaw;
import org.comity.convention.reading.PracticeLaw;
import org.comity.proof.table.MoveTable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Finds where each paragraph of the chapter on cooperation is answered: by what the law data cite, and by what the list says. */
final class ArticlesAnswered {

    static final Path LIST = House.root().resolve("docs/procedures/articles.yaml");

    private static final Convention LAW = PracticeLaw.held();

    /**
     * One paragraph, and how it is answered.
     *
     * @param kind {@code field} of a request, {@code duty} in a case, or {@code law} of a State beyond the case
     * @param where procedures with what of them answers it; empty where none does
     * @param otherwise a sentence; empty if none is needed
     */
    record Paragraph(String ref, String kind, String words, List<String> where, String otherwise) {

        boolean missing() {
            return where.isEmpty() && otherwise.isEmpty();
        }
    }

    private final String edition;
    private final Map<String, TreeSet<String>> cited = new TreeMap<>();
    private final List<Map<String, Object>> list;

    ArticlesAnswered() {
        var read = read();
        edition = LAW.newest(String.valueOf(read.get("edition"))).orElseThrow().edition();
        list = maps(read.get("paragraphs"));
        DescribedActs.procedures().forEach(id -> LAW.law(name(id), edition).ifPresent(law -> cite(id, law)));
    }

    List<Paragraph> paragraphs() {
        return list.stream().map(this::paragraph).toList();
    }

    /** Refs that a paragraph of the held edition bears and the list does not, but for headings and notes. */
    List<String> unlisted() {
        var listed = list.stream().map(it -> String.valueOf(it.get("ref"))).toList();
        var unlisted = new ArrayList<String>();
        for (var article : LAW.articles(edition)) {
            int number = Integer.parseInt(article.number());
            if (number >= 35 && number <= 52) {
                article.paragraphs().stream()
                        .map(it -> it.ref())
                        .filter(it -> !it.contains("note"))
                        .filter(it -> !listed.contains(it))
                        .filter(it -> listed.stream().noneMatch(each -> each.startsWith(it + "(")))
                        .forEach(unlisted::add);
            }
        }
        return unlisted;
    }

    private Paragraph paragraph(Map<String, Object> said) {
        var ref = String.valueOf(said.get("ref"));
        var where = new TreeSet<String>();
        cited.forEach((each, places) -> {
            if (each.equals(ref) || each.startsWith(ref + "(")) {
                where.addAll(places);
            }
        });
        if (said.get("at") instanceof List<?> acts) {
            acts.forEach(it -> where.add(known(String.valueOf(it))));
        }
        var words = said.containsKey("en")
                ? String.valueOf(said.get("en"))
                : LAW.paragraph(edition, ref)
                        .orElseThrow(() -> new IllegalStateException(ref + " has no words: write en"))
                        .text()
                        .in("en");
        return new Paragraph(
                ref,
                String.valueOf(said.get("kind")),
                words,
                List.copyOf(where),
                String.valueOf(said.getOrDefault("else", "")));
    }

    /** @throws IllegalStateException for an act that no table has */
    private static String known(String act) {
        var procedure = act.substring(0, act.indexOf('.'));
        var type = act.substring(act.indexOf('.') + 1);
        return DescribedActs.procedures().stream()
                .filter(it -> name(it).equals(procedure))
                .filter(it -> MoveTable.find(it).orElseThrow().steps().containsKey(type))
                .findFirst()
                .map(it -> place(procedure, "act", type))
                .orElseThrow(() -> new IllegalStateException("articles.yaml names no act of ours: " + act));
    }

    private void cite(String id, ProcedureLaw law) {
        var name = name(id);
        law.fields().forEach(it -> cite(it.ref(), place(name, "field", it.name())));
        law.scopes().forEach(it -> cite(it.ref(), place(name, "scope", it.code())));
        law.grounds().forEach(it -> cite(it.ref(), place(name, "ground", it.code())));
        law.postponements().forEach(it -> cite(it.ref(), place(name, "ground to put off", it.code())));
        law.periods().forEach(it -> cite(it.ref(), place(name, "period", it.key())));
        cite(law.closedBy(), place(name, "grounds", "closed"));
        cite(law.article(), place(name, "procedure", id));
        var files =
                PracticeFiles.all().stream().filter(it -> it.id().equals(id)).toList();
        for (var said : List.of(law.duties(), law.notGrounds())) {
            for (var duty : said) {
                boolean shown = files.stream().allMatch(file -> shown(file).anyMatch(duty.key()::equals));
                if (shown) {
                    cite(duty.ref(), place(name, "duty", duty.key()));
                }
            }
        }
    }

    private void cite(String ref, String place) {
        if (!ref.isEmpty()) {
            cited.computeIfAbsent(ref, _ -> new TreeSet<>()).add(place);
        }
    }

    private static String place(String procedure, String what, String key) {
        return "%s: %s `%s`".formatted(procedure, what, key);
    }

    static String name(String id) {
        return id.substring(0, id.indexOf('/'));
    }

    private static Map<String, Object> read() {
        try {
            return new LinkedHashMap<>(new Yaml(new SafeConstructor(new LoaderOptions()))
                    .<Map<String, Object>>load(Files.readString(LIST)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> maps(Object value) {
        return (List<Map<String, Object>>) value;
    }

    /** Beside an act, or on taking up a request that asks for what they go with. */
    private static Stream<String> shown(ProcedureFile file) {
        var sections = file.sections();
        var sought = sections == null
                ? Stream.<String>empty()
                : sections.duties().values().stream().flatMap(List::stream);
        return Stream.concat(file.duties().values().stream().flatMap(List::stream), sought);
    }
}
