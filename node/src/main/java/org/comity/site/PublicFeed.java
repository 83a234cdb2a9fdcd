package org.comity.site;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.regex.Pattern;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.comity.ui.Language;
import org.comity.ui.Words;
import org.comity.vocabulary.SharingChannel;
import org.springframework.stereotype.Component;

/** Writes what is new on the public shelves as an Atom feed (RFC 4287). */
@Component
class PublicFeed {

    private static final int MOST = 50;
    private static final String ATOM = "http://www.w3.org/2005/Atom";

    /** What XML 1.0 cannot say at all. */
    private static final Pattern UNSPEAKABLE =
            Pattern.compile("[^\\x09\\x0A\\x0D\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

    private final PublicShelves shelves;
    private final PublicSiteSettings settings;
    private final Words words;

    PublicFeed(PublicShelves shelves, PublicSiteSettings settings, Words words) {
        this.shelves = shelves;
        this.settings = settings;
        this.words = words;
    }

    byte[] write(String language) {
        var to = new ByteArrayOutputStream();
        try {
            var xml = XMLOutputFactory.newFactory().createXMLStreamWriter(to, StandardCharsets.UTF_8.name());
            write(xml, language);
            xml.close();
        } catch (XMLStreamException toMemory) {
            throw new IllegalStateException(toMemory);
        }
        return to.toByteArray();
    }

    private void write(XMLStreamWriter xml, String language) throws XMLStreamException {
        var reader = Language.of(language).orElse(Language.ENGLISH);
        var home = settings.address().toString().replaceFirst("/+$", "") + PublicAddress.ROOT + "/" + language;
        var newest = shelves.newest(MOST, SharingChannel.FEED);
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("feed");
        xml.writeDefaultNamespace(ATOM);
        xml.writeAttribute("xml:lang", language);
        text(xml, "title", words.say(reader, "public.title"));
        text(xml, "id", home);
        text(
                xml,
                "updated",
                moment(
                        newest.isEmpty()
                                ? LocalDate.EPOCH
                                : newest.getFirst().item().day()));
        link(xml, "self", home + "/feed");
        link(xml, "alternate", home);
        xml.writeStartElement("author");
        text(xml, "name", words.say(reader, "public.title"));
        xml.writeEndElement();
        for (var it : newest) {
            var address = home + "/" + it.shelf() + "/" + it.item().id();
            xml.writeStartElement("entry");
            text(xml, "title", it.item().title(language));
            text(xml, "id", address);
            text(xml, "updated", moment(it.item().day()));
            link(xml, "alternate", address);
            xml.writeStartElement("category");
            xml.writeAttribute("term", it.shelf());
            xml.writeAttribute("label", words.say(reader, "public.shelf." + it.shelf()));
            xml.writeEndElement();
            xml.writeEndElement();
        }
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private static void text(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(UNSPEAKABLE.matcher(text).replaceAll(""));
        xml.writeEndElement();
    }

    private static void link(XMLStreamWriter xml, String relation, String address) throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", relation);
        xml.writeAttribute("href", address);
    }

    /** The day is all that is known. */
    private static String moment(LocalDate day) {
        return day + "T00:00:00Z";
    }
}
