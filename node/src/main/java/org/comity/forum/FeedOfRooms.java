package org.comity.forum;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.regex.Pattern;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.comity.vocabulary.SharingChannel;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Writes what is new as an Atom feed (RFC 4287): for the public, or for who is signed in, with the labels that a feed may hold. */
@Component
class FeedOfRooms {

    private static final String ATOM = "http://www.w3.org/2005/Atom";
    /** What XML 1.0 cannot say at all. */
    private static final Pattern UNSPEAKABLE =
            Pattern.compile("[^\\x09\\x0A\\x0D\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

    private static final int MOST = 50;
    private static final Duration BACK = Duration.ofDays(90);

    private final ReadingRooms reading;
    private final String origin;
    private final Clock clock;

    FeedOfRooms(ReadingRooms reading, @Value("${node.origin}") String origin, Clock clock) {
        this.reading = reading;
        this.origin = origin;
        this.clock = clock;
    }

    /** @param room one, or null for all */
    byte[] atom(@Nullable String room, RoomReader by) {
        var posts = reading.newest(room, SharingChannel.FEED, BACK, MOST, by);
        var bytes = new ByteArrayOutputStream();
        try {
            var xml = XMLOutputFactory.newFactory().createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
            var self = origin + "/rooms" + (room == null ? "" : "/" + room) + "/feed.atom";
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("feed");
            xml.writeDefaultNamespace(ATOM);
            element(xml, "id", self);
            element(xml, "title", room == null ? "Comity" : "Comity: " + room);
            element(
                    xml,
                    "updated",
                    posts.isEmpty()
                            ? clock.instant().toString()
                            : posts.getFirst().at().toString());
            link(xml, "self", self);
            for (var post : posts) entry(xml, post);
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }

    private void entry(XMLStreamWriter xml, KeptPost post) throws XMLStreamException {
        var address = origin + "/rooms/posts/" + post.id();
        xml.writeStartElement("entry");
        element(xml, "id", address);
        element(xml, "title", post.light().mark() + " " + (post.title().isEmpty() ? address : post.title()));
        element(xml, "updated", (post.changedAt() == null ? post.at() : post.changedAt()).toString());
        xml.writeStartElement("author");
        element(xml, "name", post.shownAs().isEmpty() ? "–" : post.shownAs());
        xml.writeEndElement();
        xml.writeEmptyElement("category");
        xml.writeAttribute("term", post.light().mark());
        link(xml, "alternate", address);
        xml.writeStartElement("content");
        xml.writeAttribute("type", "text");
        xml.writeAttribute("xml:lang", post.language());
        xml.writeCharacters(sayable(post.text()));
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(sayable(text));
        xml.writeEndElement();
    }

    /** One character that no XML may hold would make the feed unreadable for all. */
    static String sayable(String text) {
        return UNSPEAKABLE.matcher(text).replaceAll("");
    }

    private static void link(XMLStreamWriter xml, String rel, String href) throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", rel);
        xml.writeAttribute("href", href);
    }
}
