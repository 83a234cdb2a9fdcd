package org.comity.capacity.iati;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import javax.xml.XMLConstants;
import org.comity.capacity.AssistanceKind;
import org.comity.capacity.AssistanceKinds;
import org.comity.capacity.iati.AgreedActivity.Body;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Writes an agreed activity as an element of IATI 2.03, with the Convention's articles and kinds of help as vocabularies. */
public final class WritingIati {

    static final String ARTICLES = "urn:comity:codelist:uncc-article";
    static final String KINDS = "urn:comity:codelist:uncc-kind";

    private static final String OWN_VOCABULARY = "99";
    private static final Map<String, String> TIED = Map.of("partly", "3", "tied", "4", "untied", "5");
    private static final String TRIANGULAR = "8";
    private static final String BILATERAL = "1";

    private final Document document = IatiXml.builder().newDocument();
    private final AgreedActivity from;

    private WritingIati(AgreedActivity from) {
        this.from = from;
    }

    public static IatiActivity of(AgreedActivity activity) {
        var written = new WritingIati(activity).write();
        return new IatiActivity(activity.identifier(), IatiXml.write(written), List.of());
    }

    private Element write() {
        var kind = Objects.requireNonNull(AssistanceKinds.of(from.kind()), from.kind());
        var root = document.createElement("iati-activity");
        root.setAttributeNS(XMLConstants.XML_NS_URI, "xml:lang", from.language());
        root.setAttribute("last-updated-datetime", from.updated().toString());
        root.setAttribute("hierarchy", "1");
        if (from.funds() != null)
            root.setAttribute("default-currency", from.funds().currency());
        text(root, "iati-identifier", from.identifier());
        body(root, "reporting-org", from.publisher()).setAttribute("secondary-reporter", "1");
        narrative(add(root, "title"), from.title());
        narrative(add(root, "description", "type", "1"), from.description());
        body(root, "participating-org", from.recipientBody()).setAttribute("role", "2");
        body(root, "participating-org", from.provider()).setAttribute("role", "3");
        var need = add(root, "other-identifier", "ref", from.need(), "type", "A9");
        var owner = add(need, "owner-org", "ref", from.publisher().ref());
        narrative(owner, from.publisher().name());
        add(root, "activity-status", "code", from.began() == null ? "1" : "2");
        date(root, "1", from.planned().getFirst());
        if (from.began() != null) date(root, "2", from.began());
        date(root, "3", from.planned().getLast());
        add(root, "activity-scope", "code", "4");
        add(root, "recipient-country", "code", from.recipient(), "percentage", "100");
        vocabularies(root, kind);
        add(root, "collaboration-type", "code", from.south() ? TRIANGULAR : BILATERAL);
        add(root, "default-flow-type", "code", "10");
        add(root, "default-finance-type", "code", "110");
        add(root, "default-aid-type", "code", kind.aid());
        add(root, "default-tied-status", "code", Objects.requireNonNull(TIED.get(from.tied()), from.tied()));
        if (from.funds() != null)
            commitment(root, from.funds().amount(), from.funds().committed());
        return root;
    }

    private void vocabularies(Element root, AssistanceKind kind) {
        add(root, "sector", "vocabulary", "1", "code", kind.purpose(), "percentage", "100");
        new TreeMap<>(from.articles())
                .forEach((article, share) -> narrative(
                        add(
                                root,
                                "sector",
                                "vocabulary",
                                OWN_VOCABULARY,
                                "vocabulary-uri",
                                ARTICLES,
                                "code",
                                article,
                                "percentage",
                                share.toString()),
                        "Article " + article));
        narrative(
                add(
                        root,
                        "tag",
                        "vocabulary",
                        OWN_VOCABULARY,
                        "vocabulary-uri",
                        KINDS,
                        "code",
                        kind.code().toUpperCase(Locale.ROOT)),
                kind.code());
    }

    private void commitment(Element root, BigDecimal amount, LocalDate day) {
        var transaction = add(root, "transaction");
        add(transaction, "transaction-type", "code", "2");
        add(transaction, "transaction-date", "iso-date", day.toString());
        add(transaction, "value", "value-date", day.toString()).setTextContent(amount.toPlainString());
    }

    private Element body(Element root, String name, Body body) {
        var element = add(root, name, "type", body.type());
        if (!body.ref().isEmpty()) element.setAttribute("ref", body.ref());
        narrative(element, body.name());
        return element;
    }

    private void date(Element root, String type, LocalDate day) {
        add(root, "activity-date", "type", type, "iso-date", day.toString());
    }

    private void narrative(Element of, String words) {
        text(of, "narrative", words);
    }

    private void text(Element of, String name, String words) {
        add(of, name).setTextContent(words);
    }

    private Element add(Element of, String name, String... attributes) {
        var element = document.createElement(name);
        for (int i = 0; i < attributes.length; i += 2) element.setAttribute(attributes[i], attributes[i + 1]);
        of.appendChild(element);
        return element;
    }
}
