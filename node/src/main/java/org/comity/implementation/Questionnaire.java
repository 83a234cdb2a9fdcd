package org.comity.implementation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVRecord;
import org.comity.convention.Wording;
import org.comity.sheet.ShippedTable;

/** Holds the questions of the self-assessment, by cluster and article; all of it is data. */
public final class Questionnaire {

    private final List<Question> questions;
    private final List<Cluster> clusters;
    private final List<Source> sources;
    private final Map<String, String> need;

    private Questionnaire(
            List<Question> questions, List<Cluster> clusters, List<Source> sources, Map<String, String> need) {
        this.questions = List.copyOf(questions);
        this.clusters = List.copyOf(clusters);
        this.sources = List.copyOf(sources);
        this.need = Map.copyOf(need);
    }

    /**
     * Articles that are looked at together.
     *
     * @param everywhere articles that belong to each cluster
     */
    public record Cluster(int number, int first, int last, List<String> everywhere, Wording name) {

        boolean holds(String article) {
            int n = Integer.parseInt(article);
            return n >= first && n <= last;
        }
    }

    /**
     * Where an answer may be begun from.
     *
     * @param from {@code provision}, {@code budapest}, {@code authority}, {@code notified} or {@code figures}
     */
    record Source(String question, String from, String what) {}

    static Questionnaire ofTheProgram() {
        var questions = new ArrayList<Question>();
        for (var row : rows("questionnaire-1.csv")) {
            questions.add(new Question(
                    row.get("id"),
                    row.get("article"),
                    Question.Kind.valueOf(row.get("type")),
                    row.get("facet"),
                    wording(row)));
        }
        var clusters = new ArrayList<Cluster>();
        for (var row : rows("clusters-1.csv")) {
            clusters.add(new Cluster(
                    Integer.parseInt(row.get("number")),
                    Integer.parseInt(row.get("first")),
                    Integer.parseInt(row.get("last")),
                    Arrays.asList(row.get("everywhere").split(" ")),
                    wording(row)));
        }
        var sources = new ArrayList<Source>();
        for (var row : rows("prefill-1.csv")) {
            sources.add(new Source(row.get("question"), row.get("from"), row.get("what")));
        }
        var need = new LinkedHashMap<String, String>();
        rows("need-1.csv").forEach(row -> need.put(row.get("what"), row.get("word")));
        return new Questionnaire(questions, clusters, sources, need);
    }

    public List<Question> questions() {
        return questions;
    }

    public List<Cluster> clusters() {
        return clusters;
    }

    List<Source> sources(String question) {
        return sources.stream().filter(it -> it.question().equals(question)).toList();
    }

    List<Source> sources() {
        return sources;
    }

    /** How a need names this: its procedure, a field, or a cause by our word for the challenge; empty where it has none. */
    String need(String what) {
        return need.getOrDefault(what, "");
    }

    Optional<Question> find(String id) {
        return questions.stream().filter(it -> it.id().equals(id)).findFirst();
    }

    /** In their order; empty for an article that is not asked about. */
    List<Question> of(String article) {
        return questions.stream().filter(it -> it.article().equals(article)).toList();
    }

    /** Each article with its questions, in order. */
    Map<String, List<Question>> byArticle() {
        var articles = new LinkedHashMap<String, List<Question>>();
        questions.forEach(it ->
                articles.computeIfAbsent(it.article(), key -> new ArrayList<>()).add(it));
        return articles;
    }

    private static Wording wording(CSVRecord row) {
        return new Wording(Map.of("en", row.get("en"), "ar", row.get("ar")));
    }

    private static List<CSVRecord> rows(String file) {
        return ShippedTable.rows("/implementation/" + file);
    }
}
