package org.comity.directory.pages;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.comity.convention.Convention;
import org.comity.convention.Instrument;
import org.comity.convention.Offence;
import org.comity.directory.StateProfile;
import org.comity.directory.TreatyEntry;
import org.comity.directory.TreatyEntry.Kind;
import org.comity.directory.TreatyEntry.Statement;
import org.comity.ui.FormProblems;
import org.comity.ui.TypedText;
import org.comity.vocabulary.ArticleReferences;
import org.jspecify.annotations.Nullable;

/** What an official types about the treaties whose text we hold: whether we are party, and what we declared upon them. */
public record TreatyForm(Map<String, String> typed, Convention law) {

    public static final List<String> PARTY = List.of("", "listed", "party");
    public static final List<String> KINDS = List.of(Kind.RESERVATION.word(), Kind.DECLARATION.word());
    static final List<String> STATEMENT = List.of("instrument", "kind", "article", "offences", "date", "text");

    private static final int MOST = 40;
    private static final int LONGEST = 2_000;
    private static final Pattern CITED = Pattern.compile("[0-9]{1,3}(\\([0-9a-z]{1,4}\\)){0,4}");

    static void type(StateProfile profile, Map<String, String> typed) {
        profile.instruments().forEach(it -> typed.put("treaty." + it + ".is", "listed"));
        int row = 0;
        for (var treaty : profile.treaties() == null ? List.<TreatyEntry>of() : profile.treaties()) {
            var before = "treaty." + treaty.instrument() + ".";
            typed.put(before + "is", "party");
            typed.put(
                    before + "since",
                    treaty.since() == null ? "" : treaty.since().toString());
            for (var it : treaty.statements()) {
                var at = "statement." + row++ + ".";
                typed.put(at + "instrument", treaty.instrument());
                typed.put(at + "kind", it.kind().word());
                typed.put(at + "article", it.article());
                typed.put(at + "offences", String.join(" ", it.offences()));
                typed.put(at + "date", it.date().toString());
                typed.put(at + "text", it.text());
            }
        }
    }

    /** Those whose text the program holds, each once, in its newest edition. */
    public List<Instrument> held() {
        return law.instruments().stream()
                .filter(it -> !it.form())
                .filter(it -> law.newest(it.id()).filter(it::equals).isPresent())
                .toList();
    }

    public String value(String field) {
        return typed.getOrDefault(field, "").strip().replace("\r\n", "\n");
    }

    /** As many rows as are filled, and an empty one. */
    public int rows() {
        return Math.min(MOST, filled().size() == 0 ? 1 : filled().getLast() + 2);
    }

    private List<Integer> filled() {
        return IntStream.range(0, MOST)
                .filter(n -> Stream.of("article", "offences", "date", "text")
                        .anyMatch(it -> !value("statement." + n + "." + it).isEmpty()))
                .boxed()
                .toList();
    }

    FormProblems problems() {
        var found = FormProblems.NONE;
        for (var each : held()) {
            var since = "treaty." + each.id() + ".since";
            if (party(each.id()) && !value(since).isEmpty() && day(value(since)) == null) {
                found = found.with(since, "treaties.problem.day");
            }
        }
        for (int n : filled()) {
            found = found.and(problems("statement." + n + "."));
        }
        return found;
    }

    private FormProblems problems(String row) {
        var found = FormProblems.NONE;
        var instrument = value(row + "instrument");
        if (!party(instrument) || law.newest(instrument).isEmpty()) {
            return found.with(row + "instrument", "treaties.problem.instrument");
        }
        var edition = law.newest(instrument).orElseThrow();
        var article = value(row + "article");
        if (!CITED.matcher(article).matches() || !holds(edition, article)) {
            found = found.with(row + "article", "treaties.problem.article");
        }
        if (!offences(edition).containsAll(words(row + "offences"))) {
            found = found.with(row + "offences", "treaties.problem.offences");
        }
        if (day(value(row + "date")) == null) {
            found = found.with(row + "date", "treaties.problem.day");
        }
        var text = value(row + "text");
        if (text.isEmpty() || text.length() > LONGEST) {
            found = found.with(row + "text", "treaties.problem.text");
        }
        return found;
    }

    /** Of an instrument of which we hold some articles only, another one is believed. */
    private boolean holds(Instrument edition, String ref) {
        var number = ArticleReferences.number(ref);
        var article = law.article(edition.edition(), number);
        return ref.equals(number)
                ? article.isPresent() || !edition.whole()
                : article.map(it -> it.paragraphs().stream()
                                .anyMatch(each ->
                                        each.ref().equals(ref) || each.ref().startsWith(ref + "(")))
                        .orElse(!edition.whole());
    }

    private List<String> offences(Instrument edition) {
        return Stream.concat(
                        Stream.of(Statement.OUTSIDE),
                        law.offences(edition.edition()).stream().map(Offence::article))
                .toList();
    }

    /** Null if we never said which treaties bind us, and do not say it now. */
    @Nullable
    List<TreatyEntry> treaties(StateProfile have) {
        var treaties = new ArrayList<TreatyEntry>();
        for (var each : held()) {
            if (party(each.id())) {
                treaties.add(new TreatyEntry(
                        each.id(), day(value("treaty." + each.id() + ".since")), statements(each.id())));
            }
        }
        if (have.treaties() != null) {
            have.treaties().stream().filter(it -> !asked(it.instrument())).forEach(treaties::add);
        }
        return have.treaties() == null && treaties.isEmpty() ? null : treaties;
    }

    private List<Statement> statements(String instrument) {
        return filled().stream()
                .map(n -> "statement." + n + ".")
                .filter(row -> value(row + "instrument").equals(instrument))
                .map(row -> new Statement(
                        value(row + "kind").equals(Kind.DECLARATION.word()) ? Kind.DECLARATION : Kind.RESERVATION,
                        value(row + "article"),
                        words(row + "offences").stream().distinct().toList(),
                        value(row + "text"),
                        LocalDate.parse(value(row + "date"))))
                .toList();
    }

    /** Those that the entry lists; one that this program does not hold stays. */
    List<String> instruments(StateProfile have) {
        var listed = new LinkedHashMap<String, Boolean>();
        have.instruments().stream().filter(it -> !asked(it)).forEach(it -> listed.put(it, true));
        held().stream()
                .map(Instrument::id)
                .filter(it -> !value("treaty." + it + ".is").isEmpty())
                .forEach(it -> listed.put(it, true));
        return List.copyOf(listed.keySet());
    }

    private boolean asked(String instrument) {
        return held().stream().anyMatch(it -> it.id().equals(instrument));
    }

    private boolean party(String instrument) {
        return value("treaty." + instrument + ".is").equals("party");
    }

    private List<String> words(String field) {
        return Stream.of(value(field).split("[\\s,;]+"))
                .filter(it -> !it.isEmpty())
                .toList();
    }

    static @Nullable LocalDate day(String text) {
        return TypedText.dayOfLaw(text).orElse(null);
    }
}
