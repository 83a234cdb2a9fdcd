package org.comity.conference;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.comity.conference.PublicTexts.PublicText;
import org.comity.site.PublicItem;
import org.comity.site.PublicShelf;
import org.comity.ui.Words;
import org.comity.vocabulary.TrafficLight;
import org.springframework.stereotype.Component;

/** Puts the texts that everybody may read on the public site: the newest version of each, without what anybody said of it. */
@Component
class TextsShelf implements PublicShelf {

    private final PublicTexts texts;
    private final Words words;

    TextsShelf(PublicTexts texts, Words words) {
        this.texts = texts;
        this.words = words;
    }

    @Override
    public String name() {
        return "texts";
    }

    @Override
    public int place() {
        return 9;
    }

    @Override
    public List<PublicItem> items() {
        return texts.texts().stream().limit(MOST).map(this::item).toList();
    }

    private PublicItem item(PublicText text) {
        var status = new TreeMap<String, String>();
        words.languagesOn(PublicShelf.ADDRESS)
                .forEach(it -> status.put(it.tag(), words.say(it, "texts.status." + text.status())));
        return new PublicItem(
                text.key(),
                TrafficLight.CLEAR,
                Map.of("", text.title()),
                text.day(),
                "",
                List.of(),
                List.of(
                        PublicItem.Part.written("public.texts.version", Integer.toString(text.version())),
                        new PublicItem.Part("texts.status", status),
                        PublicItem.Part.written(
                                "texts.words",
                                text.paragraphs().stream()
                                        .map(it -> it.place() + ". " + it.words())
                                        .collect(Collectors.joining("\n")))));
    }
}
