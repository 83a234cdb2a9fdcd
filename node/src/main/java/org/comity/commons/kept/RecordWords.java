package org.comity.commons.kept;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.comity.site.PublicItem;
import org.comity.site.PublicShelf;
import org.comity.ui.Language;
import org.comity.ui.Words;

/** Says the fields of a record in each language of the pages; what somebody wrote stays as it was written. */
record RecordWords(Words words) {

    /** What the fields of a collection say, in order; what says nothing is left out. */
    List<PublicItem.Part> parts(KeptRecord it, List<String> fields) {
        var parts = new ArrayList<PublicItem.Part>();
        for (var field : fields) {
            var text = new TreeMap<String, String>();
            words.languagesOn(PublicShelf.ADDRESS)
                    .forEach(language -> text.put(language.tag(), said(it, field, language)));
            if (text.values().stream().anyMatch(said -> !said.isEmpty())) {
                parts.add(new PublicItem.Part(label(it.law(), field), text));
            }
        }
        return parts;
    }

    /** A sentence in each language. */
    Map<String, String> said(String key) {
        var text = new TreeMap<String, String>();
        words.languagesOn(PublicShelf.ADDRESS).forEach(it -> text.put(it.tag(), words.say(it, key)));
        return text;
    }

    /** An option in each language. */
    Map<String, String> option(String law, String field, String option) {
        var text = new TreeMap<String, String>();
        words.languagesOn(PublicShelf.ADDRESS).forEach(it -> text.put(it.tag(), option(law, field, option, it)));
        return text;
    }

    private String said(KeptRecord it, String field, Language language) {
        var rows = it.rows(field);
        return rows.isEmpty()
                ? option(it.law(), field, it.text(field), language)
                : rows.stream().map(row -> row(it.law(), field, row, language)).collect(Collectors.joining("\n"));
    }

    /** The cells of a row as a document prints them. */
    private String row(String law, String field, Map<String, String> row, Language language) {
        return row.entrySet().stream()
                .filter(it -> !it.getValue().isEmpty())
                .sorted(Map.Entry.comparingByKey())
                .map(it -> words.say(
                                language,
                                "ui.label",
                                "label",
                                words.say(language, law + ".field." + field + "." + it.getKey()))
                        + " "
                        + option(law, field + "." + it.getKey(), it.getValue(), language))
                .collect(Collectors.joining(" · "));
    }

    private String option(String law, String field, String said, Language language) {
        var key = law + ".option." + field + "." + said;
        return !said.isEmpty() && words.has("en", key) ? words.say(language, key) : said;
    }

    private String label(String law, String field) {
        var own = law + ".field." + field;
        return words.has("en", own) ? own : "acts.field." + field;
    }
}
