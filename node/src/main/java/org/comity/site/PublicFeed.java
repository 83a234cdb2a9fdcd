package org.comity.site;

import java.time.Instant;
import javax.xml.stream.XMLStreamException;
import org.comity.ui.AtomFeed;
import org.comity.ui.Language;
import org.comity.ui.Words;
import org.comity.vocabulary.SharingChannel;
import org.springframework.stereotype.Component;

/** Writes what is new on the public shelves as an Atom feed (RFC 4287). */
@Component
class PublicFeed {

    private static final int MOST = 50;

    private final PublicShelves shelves;
    private final PublicSiteSettings settings;
    private final Words words;

    PublicFeed(PublicShelves shelves, PublicSiteSettings settings, Words words) {
        this.shelves = shelves;
        this.settings = settings;
        this.words = words;
    }

    byte[] write(String language) {
        return AtomFeed.of(feed -> write(feed, language));
    }

    private void write(AtomFeed feed, String language) throws XMLStreamException {
        var reader = Language.of(language).orElse(Language.ENGLISH);
        var home = settings.address().toString().replaceFirst("/+$", "") + PublicAddress.ROOT + "/" + language;
        var newest = shelves.newest(MOST, SharingChannel.FEED);
        feed.attribute("xml:lang", language);
        feed.text("title", words.say(reader, "public.title"));
        feed.text("id", home);
        feed.text(
                "updated",
                newest.isEmpty()
                        ? Instant.EPOCH.toString()
                        : newest.getFirst().item().published().toString());
        feed.link("self", home + "/feed");
        feed.link("alternate", home);
        feed.begin("author");
        feed.text("name", words.say(reader, "public.title"));
        feed.end();
        for (var it : newest) {
            var address = home + "/" + it.shelf() + "/" + it.item().id();
            feed.begin("entry");
            feed.text("title", it.item().title(language));
            feed.text("id", address);
            feed.text("updated", it.item().published().toString());
            feed.link("alternate", address);
            feed.begin("category");
            feed.attribute("term", it.shelf());
            feed.attribute("label", words.say(reader, "public.shelf." + it.shelf()));
            feed.end();
            feed.end();
        }
    }
}
