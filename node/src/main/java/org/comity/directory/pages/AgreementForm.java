package org.comity.directory.pages;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.comity.directory.Agreement;
import org.comity.directory.StateProfile;
import org.comity.ui.FormProblems;
import org.jspecify.annotations.Nullable;

/** What an official types about treaties whose text the program does not hold: one row each. */
public record AgreementForm(Map<String, String> typed, List<String> procedures) {

    public static final List<String> RULES = List.of(Agreement.NONE, Agreement.ITS_OWN, Agreement.CONVENTION);

    private static final int MOST = 20;
    private static final List<String> WORDS =
            List.of("id", "title", "parties", "since", "languages", "channels", "form");
    private static final String CODE = "[A-Z]{2}";
    private static final String LANGUAGE = "[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}";
    private static final Map<String, Pattern> NEEDED = Map.of(
            "id", Pattern.compile("[a-z][a-z0-9-]{1,39}"),
            "title", Pattern.compile("(?s).{1,500}"),
            "parties", Pattern.compile("|" + CODE + "( " + CODE + "){0,49}"),
            "languages", Pattern.compile("|" + LANGUAGE + "( " + LANGUAGE + "){0,19}"),
            "form", Pattern.compile("(?s).{0,2000}"));

    static void type(StateProfile profile, Map<String, String> typed) {
        int row = 0;
        for (var it : profile.agreed()) {
            var at = "agreement." + row++ + ".";
            typed.put(at + "id", it.id());
            typed.put(at + "title", it.title());
            typed.put(at + "kind", it.kind());
            typed.put(at + "parties", String.join(" ", it.parties()));
            typed.put(at + "since", it.since().toString());
            it.articles().forEach((procedure, article) -> typed.put(at + "article." + procedure, article));
            typed.put(at + "languages", String.join(" ", it.languages()));
            typed.put(at + "channels", String.join(" ", it.channels()));
            typed.put(at + "form", it.form());
            typed.put(at + "rules", it.rules());
        }
    }

    public String value(String field) {
        return typed.getOrDefault(field, "").strip().replace("\r\n", "\n");
    }

    public List<String> words(String field) {
        return Stream.of(value(field).split("[\\s,;]+"))
                .filter(it -> !it.isEmpty())
                .distinct()
                .toList();
    }

    /** As many rows as are filled, and an empty one. */
    public int rows() {
        return Math.min(MOST, filled().isEmpty() ? 1 : filled().getLast() + 2);
    }

    private List<Integer> filled() {
        return IntStream.range(0, MOST)
                .filter(n -> Stream.concat(WORDS.stream(), procedures.stream().map(it -> "article." + it))
                        .anyMatch(it -> !value("agreement." + n + "." + it).isEmpty()))
                .boxed()
                .toList();
    }

    FormProblems problems() {
        var found = FormProblems.NONE;
        var ids = new HashSet<String>();
        for (int n : filled()) {
            var row = "agreement." + n + ".";
            for (var field : List.of("id", "title", "parties", "languages", "form")) {
                if (!Objects.requireNonNull(NEEDED.get(field))
                        .matcher(spaced(row, field))
                        .matches()) {
                    found = found.with(row + field, "treaties.problem.agreement." + field);
                }
            }
            if (!ids.add(value(row + "id"))) {
                found = found.with(row + "id", "treaties.problem.agreement.twice");
            }
            if (TreatyForm.day(value(row + "since")) == null) {
                found = found.with(row + "since", "treaties.problem.day");
            }
            for (var procedure : procedures) {
                if (value(row + "article." + procedure).length() > 200) {
                    found = found.with(row + "article." + procedure, "treaties.problem.agreement.article");
                }
            }
        }
        return found;
    }

    private String spaced(String row, String field) {
        return field.equals("parties") || field.equals("languages")
                ? String.join(" ", words(row + field))
                : value(row + field);
    }

    /** Null if we never said it, and do not say it now. */
    @Nullable
    List<Agreement> agreements(StateProfile have) {
        var agreements =
                filled().stream().map(n -> agreement("agreement." + n + ".")).toList();
        return have.agreements() == null && agreements.isEmpty() ? null : agreements;
    }

    private Agreement agreement(String row) {
        var articles = new TreeMap<String, String>();
        procedures.stream()
                .filter(it -> !value(row + "article." + it).isEmpty())
                .forEach(it -> articles.put(it, value(row + "article." + it)));
        var kind = value(row + "kind");
        var rules = value(row + "rules");
        return new Agreement(
                value(row + "id"),
                value(row + "title"),
                Agreement.KINDS.contains(kind) ? kind : Agreement.KINDS.getFirst(),
                words(row + "parties"),
                java.time.LocalDate.parse(value(row + "since")),
                articles,
                words(row + "languages"),
                Agreement.CHANNELS.stream()
                        .filter(words(row + "channels")::contains)
                        .toList(),
                value(row + "form"),
                RULES.contains(rules) ? rules : Agreement.NONE);
    }
}
