package org.comity.capacity.iati;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.comity.vocabulary.CutText;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * What of an activity is compared with others: whom it helps, with what, and when.
 *
 * @param states by ISO 3166-1 alpha-2
 * @param articles of the Convention, where it names some
 * @param purposes of the OECD's list
 * @param begins null if it says none
 */
public record IatiFacts(
        String title,
        Set<String> states,
        Set<String> articles,
        Set<String> purposes,
        @Nullable LocalDate begins,
        @Nullable LocalDate ends) {

    private static final int LONGEST = 300;

    public IatiFacts {
        states = Set.copyOf(states);
        articles = Set.copyOf(articles);
        purposes = Set.copyOf(purposes);
    }

    public static IatiFacts of(IatiActivity activity) {
        try {
            return of(IatiXml.read(activity.xml().getBytes(java.nio.charset.StandardCharsets.UTF_8))
                    .getDocumentElement());
        } catch (SAXException e) {
            throw new IllegalArgumentException(activity.identifier(), e);
        }
    }

    /** Who reports it, by its identifier; empty if it names none. */
    public static String publisher(IatiActivity activity) {
        try {
            return IatiXml.children(
                            IatiXml.read(activity.xml().getBytes(java.nio.charset.StandardCharsets.UTF_8))
                                    .getDocumentElement(),
                            "reporting-org")
                    .stream()
                    .map(it -> it.getAttribute("ref").strip())
                    .findFirst()
                    .orElse("");
        } catch (SAXException e) {
            throw new IllegalArgumentException(activity.identifier(), e);
        }
    }

    private static IatiFacts of(Element root) {
        var title = IatiXml.children(root, "title").stream()
                .flatMap(it -> IatiXml.children(it, "narrative").stream())
                .map(it -> it.getTextContent().strip())
                .findFirst()
                .orElse("");
        return new IatiFacts(
                CutText.to(title, LONGEST),
                codes(root, "recipient-country", "", ""),
                codes(root, "sector", "vocabulary-uri", WritingIati.ARTICLES),
                codes(root, "sector", "vocabulary", "1"),
                day(root, List.of("2", "1")),
                day(root, List.of("4", "3")));
    }

    private static Set<String> codes(Element root, String name, String attribute, String value) {
        return IatiXml.children(root, name).stream()
                .filter(it -> attribute.isEmpty()
                        || it.getAttribute(attribute).equals(value)
                        || attribute.equals("vocabulary") && !it.hasAttribute(attribute))
                .map(it -> it.getAttribute("code"))
                .filter(it -> !it.isEmpty())
                .collect(Collectors.toSet());
    }

    /** The first of these types that it has. */
    private static @Nullable LocalDate day(Element root, List<String> types) {
        return types.stream()
                .flatMap(type -> IatiXml.children(root, "activity-date").stream()
                        .filter(it -> it.getAttribute("type").equals(type)))
                .flatMap(it -> IatiXml.day(it.getAttribute("iso-date")).stream())
                .findFirst()
                .orElse(null);
    }
}
