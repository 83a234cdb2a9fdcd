package org.comity.conference.text;

import java.io.StringWriter;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes a version of a text in Akoma Ntoso 3.0, the OASIS standard for laws and resolutions, with its identifiers of work,
 * expression and manifestation.
 *
 * @param country code of the State or body on whose node the text stands, as identifiers begin with it
 * @param participant whose node it is
 */
record AkomaNtosoText(String country, String participant, String name) {

    private static final String NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0";
    /** ISO 639-2, as identifiers take it. */
    private static final Map<String, String> LANGUAGES =
            Map.of("ar", "ara", "en", "eng", "es", "spa", "fr", "fra", "ru", "rus", "zh", "zho");

    String work(TextView view) {
        var day = view.versions().getFirst().day();
        return "/akn/%s/doc/draft/%s/%s/%s"
                .formatted(
                        country.toLowerCase(Locale.ROOT),
                        author(),
                        day,
                        view.text().key());
    }

    String expression(TextView view) {
        // Two versions of one day differ by their number.
        return "%s/%s@%s;v%d"
                .formatted(
                        work(view),
                        language(view),
                        view.version().day(),
                        view.version().n());
    }

    String write(TextView view) {
        var out = new StringWriter();
        try {
            var xml = XMLOutputFactory.newInstance().createXMLStreamWriter(out);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("akomaNtoso");
            xml.writeDefaultNamespace(NAMESPACE);
            xml.writeStartElement("doc");
            xml.writeAttribute("name", "draft");
            meta(xml, view);
            preface(xml, view);
            xml.writeStartElement("mainBody");
            for (var it : view.paragraphs()) {
                var paragraph = it.paragraph();
                xml.writeStartElement("paragraph");
                xml.writeAttribute("eId", "para_" + paragraph.place());
                xml.writeAttribute("wId", "para_k" + paragraph.key());
                xml.writeAttribute("class", paragraph.status().word());
                element(xml, "num", paragraph.place() + ".");
                xml.writeStartElement("content");
                for (var line : paragraph.words().split("\n")) {
                    if (!line.isBlank()) element(xml, "p", line);
                }
                xml.writeEndElement();
                xml.writeEndElement();
            }
            xml.writeEndElement();
            xml.writeEndElement();
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.flush();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return out.toString();
    }

    private void meta(XMLStreamWriter xml, TextView view) throws XMLStreamException {
        var made = view.version().day().toString();
        xml.writeStartElement("meta");
        xml.writeStartElement("identification");
        xml.writeAttribute("source", "#keeper");
        xml.writeStartElement("FRBRWork");
        uri(xml, work(view));
        date(xml, view.versions().getFirst().day().toString(), "opened");
        author(xml);
        value(xml, "FRBRcountry", country.toLowerCase(Locale.ROOT));
        value(xml, "FRBRname", clean(view.text().title()));
        xml.writeEndElement();
        xml.writeStartElement("FRBRExpression");
        uri(xml, expression(view));
        date(xml, made, "version");
        author(xml);
        value(xml, "FRBRversionNumber", Integer.toString(view.version().n()));
        xml.writeEmptyElement("FRBRlanguage");
        xml.writeAttribute("language", language(view));
        xml.writeEndElement();
        xml.writeStartElement("FRBRManifestation");
        uri(xml, expression(view) + ".akn");
        date(xml, made, "export");
        author(xml);
        value(xml, "FRBRformat", "application/akn+xml");
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeStartElement("references");
        xml.writeAttribute("source", "#keeper");
        organisation(xml, "keeper", participant, name);
        for (var it : view.sponsors()) {
            if (it.until() == null) organisation(xml, "sponsor-" + it.voice(), it.voice(), view.name(it.voice()));
        }
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private static void preface(XMLStreamWriter xml, TextView view) throws XMLStreamException {
        xml.writeStartElement("preface");
        xml.writeStartElement("p");
        element(xml, "docTitle", view.text().title());
        xml.writeEndElement();
        var sponsors = view.sponsors().stream().filter(it -> it.until() == null).toList();
        if (!sponsors.isEmpty()) {
            xml.writeStartElement("p");
            for (int i = 0; i < sponsors.size(); i++) {
                if (i > 0) xml.writeCharacters(", ");
                xml.writeStartElement("docProponent");
                xml.writeAttribute("refersTo", "#sponsor-" + sponsors.get(i).voice());
                xml.writeCharacters(clean(view.name(sponsors.get(i).voice())));
                xml.writeEndElement();
            }
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private static void uri(XMLStreamWriter xml, String uri) throws XMLStreamException {
        value(xml, "FRBRthis", uri + "/!main");
        value(xml, "FRBRuri", uri);
    }

    private static void author(XMLStreamWriter xml) throws XMLStreamException {
        xml.writeEmptyElement("FRBRauthor");
        xml.writeAttribute("href", "#keeper");
    }

    private static void date(XMLStreamWriter xml, String day, String name) throws XMLStreamException {
        xml.writeEmptyElement("FRBRdate");
        xml.writeAttribute("date", day);
        xml.writeAttribute("name", name);
    }

    private static void organisation(XMLStreamWriter xml, String id, String code, String shown)
            throws XMLStreamException {
        xml.writeEmptyElement("TLCOrganization");
        xml.writeAttribute("eId", id);
        xml.writeAttribute("href", "/akn/ontology/organization/" + code.toLowerCase(Locale.ROOT));
        xml.writeAttribute("showAs", clean(shown));
    }

    private static void value(XMLStreamWriter xml, String element, String value) throws XMLStreamException {
        xml.writeEmptyElement(element);
        xml.writeAttribute("value", value);
    }

    private static void element(XMLStreamWriter xml, String name, String words) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(clean(words));
        xml.writeEndElement();
    }

    /** What no XML can hold is shown as missing. */
    private static String clean(String words) {
        return words.codePoints()
                .map(it ->
                        it == 9 || it == 10 || it >= 0x20 && it <= 0xd7ff || it >= 0xe000 && it <= 0xfffd || it > 0xffff
                                ? it
                                : 0xfffd)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private String author() {
        return participant.toLowerCase(Locale.ROOT);
    }

    private static String language(TextView view) {
        return LANGUAGES.getOrDefault(view.text().language(), "und");
    }
}
