package org.comity.directory;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.comity.proof.Malformed;
import org.jspecify.annotations.Nullable;

/** Reads and writes what an entry says of treaties: those whose text we hold, and those that a State adds as data. */
final class TreatyReading {

    static final int MOST_TREATIES = 40;
    static final int MOST_STATEMENTS = 40;
    static final int MOST_AGREEMENTS = 20;
    static final int LONGEST_TITLE = 500;
    static final int LONGEST_ARTICLE = 200;

    private static final Pattern INSTRUMENT = Pattern.compile("[a-z][a-z0-9-]{1,39}");
    private static final Pattern CITED = Pattern.compile("[0-9]{1,3}(\\([0-9a-z]{1,4}\\)){0,4}");
    private static final Pattern OFFENCE = Pattern.compile("[0-9]{1,3}|outside");
    private static final Pattern STATE = Pattern.compile("[A-Z]{2}");
    private static final Pattern PROCEDURE = Pattern.compile("[a-z][a-z-]{1,39}");
    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern WORD = Pattern.compile("[a-z-]{1,40}");

    private TreatyReading() {}

    static List<TreatyEntry> treaties(StrictFields profile) {
        var treaties = profile.list("treaties", MOST_TREATIES).stream()
                .map(it -> treaty(StrictFields.of("treaties", it)))
                .toList();
        once("treaties", treaties.stream().map(TreatyEntry::instrument).toList());
        return treaties;
    }

    static List<Agreement> agreements(StrictFields profile) {
        var agreements = profile.list("agreements", MOST_AGREEMENTS).stream()
                .map(it -> agreement(StrictFields.of("agreements", it)))
                .toList();
        once("agreements", agreements.stream().map(Agreement::id).toList());
        return agreements;
    }

    private static TreatyEntry treaty(StrictFields json) {
        json.only("instrument", "since", "statements");
        return new TreatyEntry(
                json.text("instrument", INSTRUMENT),
                json.has("since") ? day(json, "since") : null,
                json.list("statements", MOST_STATEMENTS).stream()
                        .map(it -> statement(StrictFields.of("statements", it)))
                        .toList());
    }

    private static TreatyEntry.Statement statement(StrictFields json) {
        json.only("kind", "article", "offences", "text", "date");
        var kind =
                oneOf(json, "kind", List.of(TreatyEntry.Kind.RESERVATION.word(), TreatyEntry.Kind.DECLARATION.word()));
        return new TreatyEntry.Statement(
                kind.equals(TreatyEntry.Kind.RESERVATION.word())
                        ? TreatyEntry.Kind.RESERVATION
                        : TreatyEntry.Kind.DECLARATION,
                json.text("article", CITED),
                matching(json, "offences", EntryReading.MOST_PROVISIONS, OFFENCE),
                said(json, "text", EntryReading.LONGEST_TEXT),
                day(json, "date"));
    }

    private static Agreement agreement(StrictFields json) {
        json.only("id", "title", "kind", "parties", "since", "articles", "languages", "channels", "form", "rules");
        var articles = new TreeMap<String, String>();
        json.textMap("articles", 20, LONGEST_ARTICLE).forEach((procedure, article) -> {
            if (!PROCEDURE.matcher(procedure).matches() || article.isBlank()) {
                throw new Malformed("field", "articles");
            }
            articles.put(procedure, article);
        });
        return new Agreement(
                json.text("id", INSTRUMENT),
                said(json, "title", LONGEST_TITLE),
                oneOf(json, "kind", Agreement.KINDS),
                matching(json, "parties", 200, STATE),
                day(json, "since"),
                articles,
                matching(json, "languages", EntryReading.MOST_LANGUAGES, EntryReading.LANGUAGE),
                channels(json),
                json.text("form", EntryReading.LONGEST_TEXT),
                oneOf(json, "rules", List.copyOf(Agreement.RULES)));
    }

    private static List<String> channels(StrictFields json) {
        var channels = matching(json, "channels", Agreement.CHANNELS.size(), WORD);
        if (!Agreement.CHANNELS.containsAll(channels)) {
            throw new Malformed("field", "channels");
        }
        return channels;
    }

    private static List<String> matching(StrictFields json, String field, int most, Pattern allowed) {
        var texts = json.texts(field, most, EntryReading.LONGEST_NAME);
        if (!texts.stream().allMatch(it -> allowed.matcher(it).matches())) {
            throw new Malformed("field", field);
        }
        once(field, texts);
        return texts;
    }

    private static String oneOf(StrictFields json, String field, List<String> words) {
        var word = json.text(field, WORD);
        if (!words.contains(word)) {
            throw new Malformed("field", field);
        }
        return word;
    }

    private static String said(StrictFields json, String field, int longest) {
        var text = json.text(field, longest);
        if (text.isBlank()) {
            throw new Malformed("field", field);
        }
        return text;
    }

    private static LocalDate day(StrictFields json, String field) {
        try {
            return LocalDate.parse(json.text(field, DAY));
        } catch (DateTimeException e) {
            throw new Malformed("field", field);
        }
    }

    private static void once(String field, List<String> texts) {
        if (new HashSet<>(texts).size() != texts.size()) {
            throw new Malformed("field", field);
        }
    }

    /** Left out of entries that do not say it, so that an older one stays what was signed. */
    static void write(StateProfile profile, Map<String, Object> json) {
        if (profile.treaties() != null) {
            json.put(
                    "treaties",
                    profile.treaties().stream().map(TreatyReading::json).toList());
        }
        if (profile.agreements() != null) {
            json.put(
                    "agreements",
                    profile.agreements().stream().map(TreatyReading::json).toList());
        }
    }

    private static Map<String, @Nullable Object> json(TreatyEntry treaty) {
        var json = new TreeMap<String, @Nullable Object>();
        json.put("instrument", treaty.instrument());
        json.put("since", treaty.since() == null ? null : treaty.since().toString());
        var statements = new ArrayList<Map<String, Object>>();
        for (var it : treaty.statements()) {
            statements.add(Map.of(
                    "kind", it.kind().word(),
                    "article", it.article(),
                    "offences", it.offences(),
                    "text", it.text(),
                    "date", it.date().toString()));
        }
        json.put("statements", statements);
        return json;
    }

    private static Map<String, Object> json(Agreement it) {
        return Map.of(
                "id", it.id(),
                "title", it.title(),
                "kind", it.kind(),
                "parties", it.parties(),
                "since", it.since().toString(),
                "articles", it.articles(),
                "languages", it.languages(),
                "channels", it.channels(),
                "form", it.form(),
                "rules", it.rules());
    }
}
