package org.comity.forum;

import java.time.Clock;
import java.time.Duration;
import javax.xml.stream.XMLStreamException;
import org.comity.directory.Directory;
import org.comity.ui.AtomFeed;
import org.comity.ui.Language;
import org.comity.ui.Words;
import org.comity.vocabulary.SharingChannel;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Writes what is new as an Atom feed (RFC 4287): for the public, or for who is signed in, with the labels that a feed may hold. */
@Component
class FeedOfRooms {

    private static final int MOST = 50;
    private static final Duration BACK = Duration.ofDays(90);

    private final ReadingRooms reading;
    private final Directory directory;
    private final Words words;
    private final String origin;
    private final Clock clock;

    FeedOfRooms(
            ReadingRooms reading,
            Directory directory,
            Words words,
            @Value("${node.origin}") String origin,
            Clock clock) {
        this.reading = reading;
        this.directory = directory;
        this.words = words;
        this.origin = origin;
        this.clock = clock;
    }

    /** @param room one, or null for all; {@code language} of what is said about the feed itself */
    byte[] atom(@Nullable String room, RoomReader by, Language language) {
        var posts = reading.newest(room, SharingChannel.FEED, BACK, MOST, by);
        var self = origin + "/rooms" + (room == null ? "" : "/" + room) + "/feed.atom";
        return AtomFeed.of(feed -> {
            feed.text("id", self);
            var title = words.say(
                    language, "forum.feed.title", "node", directory.self().name(language.tag()));
            feed.text("title", room == null ? title : words.say(language, "ui.label", "label", title) + " " + room);
            feed.text("subtitle", words.say(language, by.somebody() ? "forum.feed.yours" : "forum.feed.everybody"));
            feed.text(
                    "updated",
                    posts.isEmpty()
                            ? clock.instant().toString()
                            : posts.getFirst().at().toString());
            feed.link("self", self);
            for (var post : posts) entry(feed, post);
        });
    }

    private void entry(AtomFeed feed, KeptPost post) throws XMLStreamException {
        var address = origin + "/rooms/posts/" + post.id();
        feed.begin("entry");
        feed.text("id", address);
        feed.text("title", post.light().mark() + " " + (post.title().isEmpty() ? address : post.title()));
        feed.text("updated", (post.changedAt() == null ? post.at() : post.changedAt()).toString());
        feed.begin("author");
        feed.text("name", post.shownAs().isEmpty() ? "–" : post.shownAs());
        feed.end();
        feed.begin("category");
        feed.attribute("term", post.light().mark());
        feed.end();
        feed.link("alternate", address);
        feed.begin("content");
        feed.attribute("type", "text");
        feed.attribute("xml:lang", post.language());
        feed.words(post.text());
        feed.end();
        feed.end();
    }
}
