package org.comity.treaty;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.comity.site.PublicItem;
import org.comity.site.PublicShelf;
import org.comity.site.PublicTable;
import org.comity.ui.Language;
import org.comity.ui.Words;
import org.comity.vocabulary.ArticleReferences;
import org.comity.vocabulary.TrafficLight;
import org.springframework.stereotype.Component;

/** Puts the confirmed lines of the treaty's table on the public site: the depositary published them before. */
@Component
class TreatyShelf implements PublicShelf {

    private final TreatyRows rows;
    private final ReadingTreaty reading;
    private final Words words;

    TreatyShelf(TreatyRows rows, ReadingTreaty reading, Words words) {
        this.rows = rows;
        this.reading = reading;
        this.words = words;
    }

    @Override
    public String name() {
        return "treaty";
    }

    @Override
    public boolean ofTheHost() {
        return true;
    }

    @Override
    public int place() {
        return 1;
    }

    @Override
    public List<PublicItem> items() {
        return rows.here(false).stream().map(this::item).toList();
    }

    private PublicItem item(KeptLine kept) {
        var line = kept.line();
        var parts = new ArrayList<PublicItem.Part>();
        parts.add(PublicItem.Part.written("public.treaty.day", line.day().toString()));
        parts.add(PublicItem.Part.written("public.treaty.number", line.number()));
        if (!line.words().isEmpty()) {
            parts.add(PublicItem.Part.written("public.treaty.words", line.words()));
        }
        parts.add(PublicItem.Part.written("public.treaty.source", line.source()));
        var item = new PublicItem(
                Long.toString(kept.id()),
                TrafficLight.CLEAR,
                said(language -> words.say(language, "ui.label", "label", line.name()) + " "
                        + words.say(language, "treaty.step." + line.step().word())),
                line.day(),
                line.organisation() ? "" : line.party(),
                line.article().isEmpty() ? List.of() : List.of(ArticleReferences.number(line.article())),
                parts);
        return kept.decidedAt() == null ? item : item.publishedAt(kept.decidedAt());
    }

    @Override
    public List<PublicTable> tables(String language) {
        var parties = reading.table(language, null).parties().stream()
                .map(it -> List.of(
                        it.name(),
                        day(it.signature().map(TreatyLine::day)),
                        it.instrument()
                                .map(line -> words.say(
                                        spoken(language),
                                        "treaty.step." + line.step().word()))
                                .orElse(""),
                        day(it.instrument().map(TreatyLine::day)),
                        day(it.from()),
                        day(it.until())))
                .toList();
        return parties.isEmpty()
                ? List.of()
                : List.of(new PublicTable(
                        "treaty.actions",
                        List.of("treaty.order"),
                        List.of(
                                "treaty.party",
                                "treaty.step.signature",
                                "treaty.instrument",
                                "public.treaty.day",
                                "treaty.in-force",
                                "public.treaty.until"),
                        parties));
    }

    @Override
    public List<PublicItem.Part> facts() {
        var table = reading.table(Language.ENGLISH.tag(), null);
        var count = table.count();
        var facts = new ArrayList<PublicItem.Part>();
        var from = table.instrument().inForceFrom().or(() -> count.force().from());
        from.ifPresent(it -> facts.add(PublicItem.Part.written("treaty.force.from", it.toString())));
        facts.add(PublicItem.Part.written("treaty.force.counted", Integer.toString(count.counted())));
        facts.add(PublicItem.Part.written(
                "treaty.force.needed", Integer.toString(count.force().instruments())));
        return facts;
    }

    private Map<String, String> said(Function<Language, String> sentence) {
        var all = new TreeMap<String, String>();
        words.languagesOn(PublicShelf.ADDRESS).forEach(it -> all.put(it.tag(), sentence.apply(it)));
        return new HashMap<>(all);
    }

    private static Language spoken(String tag) {
        return Language.of(tag).orElse(Language.ENGLISH);
    }

    private static String day(Optional<java.time.LocalDate> day) {
        return day.map(java.time.LocalDate::toString).orElse("");
    }
}
