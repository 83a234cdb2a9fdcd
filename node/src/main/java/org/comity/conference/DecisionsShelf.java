package org.comity.conference;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.comity.conference.PublicPapers.PublicChange;
import org.comity.conference.PublicPapers.PublicDecision;
import org.comity.conference.PublicPapers.PublicFollowUp;
import org.comity.site.PublicItem;
import org.comity.site.PublicShelf;
import org.comity.ui.Language;
import org.comity.ui.Words;
import org.comity.vocabulary.TrafficLight;
import org.springframework.stereotype.Component;

/** Puts the decisions that everybody may read on the public site, with what is to be done and where it stands. */
@Component
class DecisionsShelf implements PublicShelf {

    private final PublicPapers papers;
    private final Words words;

    DecisionsShelf(PublicPapers papers, Words words) {
        this.papers = papers;
        this.words = words;
    }

    @Override
    public String name() {
        return "decisions";
    }

    @Override
    public int place() {
        return 2;
    }

    @Override
    public List<PublicItem> items() {
        return papers.decisions().stream().map(this::item).toList();
    }

    private PublicItem item(PublicDecision decision) {
        var parts = new ArrayList<PublicItem.Part>();
        for (var change : decision.changes().reversed()) {
            parts.add(new PublicItem.Part("conference.changed", said(language -> changed(change, language))));
        }
        if (!decision.words().isEmpty()) {
            parts.add(PublicItem.Part.written("conference.decision-words", decision.words()));
        }
        parts.add(new PublicItem.Part(
                "conference.taken", said(language -> words.say(language, "conference.taken." + decision.taken()))));
        decision.followUps()
                .forEach(it -> parts.add(
                        new PublicItem.Part("conference.follow-up", said(language -> followUp(it, language)))));
        var item = new PublicItem(
                decision.number().replace('/', '-'),
                TrafficLight.CLEAR,
                Map.of("", decision.named()),
                decision.takenOn(),
                "",
                PublicPapers.numbers(decision.articles()),
                parts);
        return decision.changes().isEmpty()
                ? item
                : item.publishedAt(
                        decision.changes().getLast().on().atStartOfDay().toInstant(ZoneOffset.UTC));
    }

    private String changed(PublicChange change, Language language) {
        return words.say(
                language,
                "conference.changed." + change.kind(),
                "day",
                words.day(language, change.on()),
                "why",
                change.why());
    }

    /** What, who, where it stands; a day only where it is not one State's alone. */
    private String followUp(PublicFollowUp it, Language language) {
        var key = "conference.who." + it.who();
        var lines = new ArrayList<String>();
        lines.add(it.what());
        var who = words.has(language.tag(), key) ? words.say(language, key) : it.who();
        lines.add(words.say(language, "ui.label", "label", who) + " "
                + words.say(language, "conference.status." + it.status()));
        if (it.due() != null) lines.add(words.say(language, "conference.by", "day", words.day(language, it.due())));
        return String.join("\n", lines);
    }

    private Map<String, String> said(Function<Language, String> sentence) {
        var all = new TreeMap<String, String>();
        words.languagesOn(PublicShelf.ADDRESS).forEach(it -> all.put(it.tag(), sentence.apply(it)));
        return all;
    }
}
